import type { KeyObject } from 'node:crypto'
import { checkManifest } from '../../seal/manifest/check-manifest.ts'
import type { Manifest } from '../../seal/manifest/manifest.ts'
import { fingerprint, isSignedBy } from '../../seal/manifest/signature.ts'

/** What of a manifest must be said before anything is held against it. */
export interface ManifestTrust {
  /** What is wrong, as sentences; nothing can be held against it then. */
  readonly problems: readonly string[]
  /** What is worth a look, as sentences. */
  readonly warnings: readonly string[]
}

/**
 * Whether a manifest may be believed: it agrees with itself and, where a key is given, its owner signed it.
 *
 * @param name of the file, for the sentences
 * @param key public
 */
export function judgeManifest(manifest: Manifest, name: string, key: KeyObject | null): ManifestTrust {
  const { signature, signed } = manifest
  const keep = 'take the manifest from where it was kept first'
  const problems = checkManifest(manifest).map(
    problem => `The manifest ${name} was damaged or changed: ${problem}; ${keep}.`,
  )
  if (key === null) {
    const warning = `The manifest ${name} is signed, but nobody checked by whom; give the public key with --public-key.`
    return { problems, warnings: signature === null ? [] : [warning] }
  }
  if (signature === null)
    problems.push(
      `The manifest ${name} is not signed, so the key says nothing of it; ${keep}, or leave --public-key out.`,
    )
  else if (signature.key !== fingerprint(key))
    problems.push(
      `The manifest ${name} is signed with another key (SHA-256 ${signature.key}); give its public key, or ${keep}.`,
    )
  else if (!isSignedBy(signed, signature, key))
    problems.push(`The manifest ${name} is not what the owner of the key signed: it was damaged or changed; ${keep}.`)
  return { problems, warnings: [] }
}
