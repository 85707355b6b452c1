import type { Context, MiddlewareHandler } from 'hono'
import { type ErrorCode, kindOfError } from '../../domain/errors/catalogue.ts'
import { API } from '../api/address.ts'
import { problem } from '../api/problem.ts'
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

/** Say that the site is up, to whoever runs it: they tell nothing of what it holds, and ask by any name. */
const ALWAYS_ANSWERED = new Set(['/healthz', '/readyz'])

/** Lets through what a reader of this site asks, and nothing that another site makes a browser ask. */
export function guard({ hosts, token, isEditable }: GuardOptions): MiddlewareHandler {
  return async (context, next) => {
    const refusal = refuse(context, hosts, token, isEditable)
    if (refusal === null) await next()
    else context.res = answerRefusal(context, refusal)
    for (const [name, value] of Object.entries(SAFE_HEADERS)) context.res.headers.set(name, value)
    // What only who has the token may see must not be kept for the next one; a file of the site says so itself.
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store')
  }
}

interface Refusal {
  readonly code: ErrorCode
  readonly sentence: string
  readonly headers?: Record<string, string>
}

function isApi(context: Context): boolean {
  return context.req.path.startsWith(`${API}/`)
}

function answerRefusal(context: Context, { code, sentence, headers = {} }: Refusal): Response {
  return isApi(context)
    ? problem(code, sentence, { headers })
    : context.text(`${sentence}\n`, kindOfError(code).status, headers)
}

function refuse(
  context: Context,
  hosts: ReadonlySet<string>,
  token: string | null,
  isEditable: boolean,
): Refusal | null {
  const { method, path } = context.req
  const isReading = method === 'GET' || method === 'HEAD'
  if (isReading && ALWAYS_ANSWERED.has(path)) return null
  if (!hosts.has((context.req.header('host') ?? '').toLowerCase()))
    return {
      code: 'origin-refused',
      sentence: 'This address is not one under which the site is known: open the one that hearsay serve printed.',
    }
  if (isReading ? isForeignQuestion(context, hosts) : !isOwnForm(context, hosts) && !isProgram(context))
    return { code: 'origin-refused', sentence: 'Another site may not ask this one: open it in a tab of its own.' }
  if (token !== null && !carriesToken(context.req.header('authorization'), token))
    return {
      code: 'token-wrong',
      sentence: 'The token is missing or wrong: give the one that the site was started with, as the password.',
      headers: { 'WWW-Authenticate': `${isApi(context) ? 'Bearer' : 'Basic'} realm="Hearsay"` },
    }
  if (!isReading && !(method === 'POST' && isEditable))
    return {
      code: 'method-not-allowed',
      sentence: isEditable
        ? 'Nothing here is asked or sent in that way: use GET, HEAD or POST.'
        : 'This site only answers questions: to change something, start it with hearsay serve --edit.',
      headers: { Allow: isEditable ? 'GET, HEAD, POST' : 'GET, HEAD' },
    }
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

/**
 * Whether what changes something is sent to the API by a program: every browser says with it where it comes from, as
 * `isOwnForm` has it, and asks before it sends JSON for another site's page.
 */
function isProgram(context: Context): boolean {
  const { origin, 'sec-fetch-site': site } = context.req.header()
  return isApi(context) && origin === undefined && site === undefined
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
