import type { Context, MiddlewareHandler } from 'hono'
import { carriesToken } from './token.ts'

/** Goes with every answer: nothing but this site's own files may run, show or be asked, and nobody may frame it. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
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
  const origin = context.req.header('origin')
  // What changes something must say where it comes from; every browser does.
  if (origin === undefined ? !isReading : !isOwnOrigin(origin, hosts) && !isOwnForm(context, origin))
    return context.text('Another site may not ask this one.\n', 403)
  if (isForeignFetch(context)) return context.text('Another site may not ask this one.\n', 403)
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
 * Whether a browser vouches that a form of this site was sent. Where no referrer may be sent, Chromium also calls the
 * form's origin `null`, as it does that of any sandboxed page; but what it says of the site no page can feign.
 */
function isOwnForm(context: Context, origin: string): boolean {
  return origin === 'null' && context.req.method === 'POST' && context.req.header('sec-fetch-site') === 'same-origin'
}

/** Whether another site's page asks for a part of this one; following a link from there is allowed. */
function isForeignFetch(context: Context): boolean {
  const site = context.req.header('sec-fetch-site')
  if (site === undefined || site === 'same-origin' || site === 'none') return false
  const isLink =
    context.req.header('sec-fetch-mode') === 'navigate' && context.req.header('sec-fetch-dest') === 'document'
  return !isLink || context.req.method !== 'GET'
}
