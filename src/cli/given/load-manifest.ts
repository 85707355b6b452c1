import { judgeManifest, type ManifestTrust } from '../../audit/manifest/judge-manifest.ts'
import { type Manifest, readManifest } from '../../seal/manifest/manifest.ts'
import { loadPublicKey } from './key-options.ts'
import { readGivenFile } from './read-given-file.ts'

/** A manifest with what is to be said of it. */
export interface LoadedManifest extends ManifestTrust {
  readonly manifest: Manifest
  /** Whether something can be held against it. */
  readonly isTrusted: boolean
}

/**
 * Reads a manifest, and the public key that it is to be signed with.
 *
 * @throws HearsayError (2) when either is not there or is something else; (74) when it cannot be read
 */
export async function loadManifest(
  name: string,
  publicKey: string | undefined,
  workingFolder: string,
): Promise<LoadedManifest> {
  const key = publicKey === undefined ? null : await loadPublicKey(publicKey, workingFolder)
  const manifest = readManifest(await readGivenFile('manifest', name, workingFolder), name)
  const trust = judgeManifest(manifest, name, key)
  return { manifest, isTrusted: trust.problems.length === 0, ...trust }
}
