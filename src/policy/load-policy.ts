import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { HearsayError } from '../domain/errors.ts'
import type { Policy } from './policy.ts'
import { readPolicy } from './reading/read-policy.ts'

const DEFAULT_POLICY = new URL('./default-policy.yaml', import.meta.url)

/** The text of the policy that ships with Hearsay. */
export function readDefaultPolicyText(): string {
  return readFileSync(DEFAULT_POLICY, 'utf8')
}

/**
 * The policy in a file, or the one that ships with Hearsay.
 *
 * @param file relative to `workingFolder`
 * @throws HearsayError (2) when it cannot be read or is no policy
 */
export function loadPolicy(file: string | undefined, workingFolder: string): Policy {
  if (file === undefined) return readPolicy(readDefaultPolicyText(), 'The default policy')
  return readPolicy(readText(file, workingFolder), file)
}

function readText(file: string, workingFolder: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(resolve(workingFolder, file)))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new HearsayError(`${file} is no policy: it is not UTF-8 text.`, 'policy-invalid', { cause: error })
    throw new HearsayError(`The policy ${file} cannot be read (${code}); check the path.`, 'input-unreadable', {
      cause: error,
    })
  }
}
