import { hash, timingSafeEqual } from 'node:crypto'

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
