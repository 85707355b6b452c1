import { HearsayError } from '../../domain/errors.ts'
import { isLoopback } from './allowed-hosts.ts'
import { findTokenFault } from './find-token-fault.ts'

/** @throws HearsayError (2) without a token, or with a weak one, where others can reach what listens */
export function requireToken(host: string, token: string | null): void {
  if (token === null) {
    if (isLoopback(host)) return
    throw new HearsayError(
      `Others can reach ${host}, so what is shown there needs a token: set HEARSAY_TOKEN, for example to what openssl rand -hex 16 prints.`,
      'token-weak',
    )
  }
  const fault = findTokenFault(token)
  if (fault === null) return
  throw new HearsayError(
    `The token in HEARSAY_TOKEN can be guessed: ${fault}; set it to what openssl rand -hex 16 prints.`,
    'token-weak',
  )
}
