import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/** Keeps what an editor goes by, so that nobody writes their name with each correction. */
const COOKIE = 'hearsay-editor'
const LONGEST_NAME = 200
const A_YEAR = 365 * 24 * 60 * 60

/** The name that this browser corrected by last; null before the first time. */
export function readEditor(context: Context): string | null {
  return getCookie(context, COOKIE)?.slice(0, LONGEST_NAME) || null
}

/** Remembers who corrects; nobody but this site gets it, and no script can read it. */
export function rememberEditor(context: Context, name: string | null): void {
  if (name === null) return
  setCookie(context, COOKIE, name.slice(0, LONGEST_NAME), {
    httpOnly: true,
    maxAge: A_YEAR,
    path: '/',
    sameSite: 'Strict',
  })
}
