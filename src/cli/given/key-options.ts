import type { KeyObject } from 'node:crypto'
import { readPrivateKey, readPublicKey } from '../../seal/manifest/signature.ts'
import { readGivenFile } from './read-given-file.ts'

/** No key of Ed25519 is as large. */
const MOST_BYTES = 100_000

/** @throws HearsayError (2) when the file is not there or no private key of Ed25519; (74) when it cannot be read */
export async function loadPrivateKey(name: string, workingFolder: string): Promise<KeyObject> {
  return readPrivateKey(await readGivenFile('key', name, workingFolder, MOST_BYTES), name)
}

/** @throws HearsayError (2) when the file is not there or no public key of Ed25519; (74) when it cannot be read */
export async function loadPublicKey(name: string, workingFolder: string): Promise<KeyObject> {
  return readPublicKey(await readGivenFile('key', name, workingFolder, MOST_BYTES), name)
}
