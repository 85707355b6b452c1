import type { Context, MiddlewareHandler } from 'hono'
import { carriesToken } from './token.ts'

/** Goes with every answer: nothing but this site's own files may run, show or be asked, and nobody may frame it. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'X-Content-Type-Options': 'nosniff',
  // Nothing for other sites, as with `no-referrer`; but with that, browsers call the origin of this site's own forms
  // `null`, as they do that of any sandboxed page.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

export interface GuardOptions {
  /** Values that the Host header may have. */
  readonly hosts: ReadonlySet<string>
  /** Null where only this machine can reach the site. */
  readonly token: string | null
  /** Whether anything may be changed. */
  readonly isEditable: boolean
}

/** Lets through what a reader of this site asks, and nothing that another site makes a browser ask. */
export function guard({ hosts, token, isEditable }: GuardOptions): MiddlewareHandler {
  return async (context, next) => {
    const refusal = refuse(context, hosts, token, isEditable)
    if (refusal === null) await next()
    else context.res = refusal
    for (const [name, value] of Object.entries(SAFE_HEADERS)) context.res.headers.set(name, value)
    // What only who has the token may see must not be kept for the next one; a file of the site says so itself.
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store')
  }
}

function refuse(
  context: Context,
  hosts: ReadonlySet<string>,
  token: string | null,
  isEditable: boolean,
): Response | null {
  const { method } = context.req
  const isReading = method === 'GET' || method === 'HEAD'
  if (!hosts.has((context.req.header('host') ?? '').toLowerCase()))
    return context.text('This address is not one under which the site is known.\n', 403)
  if (isReading ? isForeignQuestion(context, hosts) : !isOwnForm(context, hosts))
    return context.text('Another site may not ask this one.\n', 403)
  if (token !== null && !carriesToken(context.req.header('authorization'), token))
    return context.text('The token is missing or wrong.\n', 401, { 'WWW-Authenticate': 'Basic realm="Hearsay"' })
  if (!isReading && !(method === 'POST' && isEditable))
    return context.text('This site only answers questions.\n', 405, {
      Allow: isEditable ? 'GET, HEAD, POST' : 'GET, HEAD',
    })
  return null
}

function isOwnOrigin(origin: string, hosts: ReadonlySet<string>): boolean {
  // Compared as text, never parsed: what a parser makes of `http://127.0.0.1:4747@evil.example` is not to be trusted.
  return [...hosts].some(host => origin === `http://${host}` || origin === `https://${host}`)
}

/**
 * Whether what changes something comes from a page of this site: it must say so itself, in Origin, which every browser
 * sends with a form. Sec-Fetch-Site must agree where it is sent; browsers of before 2023 do not send it, and no browser
 * does where the site is reached over plain HTTP from another machine.
 */
function isOwnForm(context: Context, hosts: ReadonlySet<string>): boolean {
  const origin = context.req.header('origin') ?? ''
  const site = context.req.header('sec-fetch-site')
  return isOwnOrigin(origin, hosts) && (site ?? 'same-origin') === 'same-origin'
}

/** Whether another site's page asks for a part of this one; following a link from there is allowed. */
function isForeignQuestion(context: Context, hosts: ReadonlySet<string>): boolean {
  const origin = context.req.header('origin')
  if (origin !== undefined && !isOwnOrigin(origin, hosts)) return true
  const site = context.req.header('sec-fetch-site')
  if (site === undefined || site === 'same-origin' || site === 'none') return false
  const isLink =
    context.req.header('sec-fetch-mode') === 'navigate' && context.req.header('sec-fetch-dest') === 'document'
  return !isLink || context.req.method !== 'GET'
}
