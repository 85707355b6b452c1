import { measureToken } from './token-strength.ts'

/** Of a token, beyond the reach of any guessing; and what a UUID has of them. */
const [LEAST_BITS, UUID_BITS] = [128, 122]

/** Why others can guess a token, to be read after a colon; null when nothing known here says that they can. */
export function findTokenFault(token: string): string | null {
  if (/\s/u.test(token)) return 'it has white space in it, as text that people write has, and no random token'
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(token)) return 'it is an address, which others know or find'
  const bits = Math.floor(measureToken(token))
  if (bits >= LEAST_BITS) return null
  const why = bits === UUID_BITS ? ', as a UUID has at most' : ''
  return `it has about ${bits} bits that are random${why}, and must have ${LEAST_BITS}`
}
