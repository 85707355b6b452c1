import { hash, timingSafeEqual } from 'node:crypto'

const LEAST_BITS = 128
/** Fewer different characters than this are no random token, however long it is. */
const LEAST_CHARACTERS = 8

/** Whether a token, if it was drawn at random from the characters it is written in, has at least 128 bits. */
export function isStrongToken(token: string): boolean {
  const alphabet = /^[0-9a-f]+$/i.test(token) ? 16 : /^[0-9a-z]+$/i.test(token) ? 36 : 64
  return token.length * Math.log2(alphabet) >= LEAST_BITS && new Set(token).size >= LEAST_CHARACTERS
}

/**
 * Whether an Authorization header carries the token: as `Bearer TOKEN`, or as the password of `Basic`, which is how a
 * browser asks for it. Takes the same time whatever is wrong.
 */
export function carriesToken(authorization: string | undefined, token: string): boolean {
  const [scheme = '', credentials = ''] = (authorization ?? '').split(' ', 2)
  const given =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(credentials, 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/, '')
      : scheme.toLowerCase() === 'bearer'
        ? credentials
        : ''
  // Hashes are of equal length, so that the length of the token is no secret to guess either.
  return timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', token, 'buffer'))
}
