import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import { HearsayError } from '../../domain/errors.ts'
import type { ManifestSignature } from './manifest-form.ts'

/*
 * Signatures with Ed25519 (RFC 8032), as OpenSSL makes and checks them. No message ever holds anything of a key's file.
 */

const MAKE = 'openssl genpkey -algorithm ed25519 -out hearsay.pem makes one'

/**
 * @param name of the file, for the error
 * @throws HearsayError (2) when it is no private key of Ed25519, or is encrypted
 */
export function readPrivateKey(pem: string, name: string): KeyObject {
  const kind = kindOf(pem)
  if (kind === 'ENCRYPTED PRIVATE KEY' || /^Proc-Type: 4,ENCRYPTED/m.test(pem))
    throw refuse(name, 'is encrypted; give it without its passphrase: openssl pkey -in ENCRYPTED -out PLAIN')
  if (kind?.endsWith('PUBLIC KEY')) throw refuse(name, 'is a public key, and signing takes the private one')
  return require25519(name, MAKE, () => createPrivateKey(pem))
}

/**
 * @param name of the file, for the error
 * @throws HearsayError (2) when it is no public key of Ed25519
 */
export function readPublicKey(pem: string, name: string): KeyObject {
  const take = 'openssl pkey -in hearsay.pem -pubout takes it out of the private one'
  if (kindOf(pem)?.endsWith('PRIVATE KEY'))
    throw refuse(name, `is a private key, and checking takes the public one: ${take}`)
  return require25519(name, take, () => createPublicKey(pem))
}

/** @param key private */
export function signBytes(bytes: Uint8Array, key: KeyObject): ManifestSignature {
  return { ed25519: sign(null, bytes, key).toString('base64'), key: fingerprint(key) }
}

/** Whether the owner of this public key signed these bytes. */
export function isSignedBy(bytes: Uint8Array, { ed25519 }: ManifestSignature, key: KeyObject): boolean {
  return verify(null, bytes, key, Buffer.from(ed25519, 'base64'))
}

/** SHA-256 of a public key, or of that of a private one, as DER: what `openssl pkey -pubin -outform DER | sha256sum` prints. */
export function fingerprint(key: KeyObject): string {
  const open = key.type === 'private' ? createPublicKey(key) : key
  return hash('sha256', open.export({ type: 'spki', format: 'der' }))
}

function kindOf(pem: string): string | undefined {
  return /^-----BEGIN ([A-Z0-9 ]+)-----/m.exec(pem)?.[1]
}

function require25519(name: string, advice: string, create: () => KeyObject): KeyObject {
  let key: KeyObject
  try {
    key = create()
  } catch {
    // The cause may tell of what stands in the file.
    throw refuse(name, `is no key in PEM; ${advice}`)
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw refuse(name, `is a key of ${key.asymmetricKeyType}, not of Ed25519; ${advice}`)
  return key
}

function refuse(name: string, problem: string): HearsayError {
  return new HearsayError(`The key ${name} ${problem}.`, 'key-invalid')
}
