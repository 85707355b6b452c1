import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeFolder } from '../../../test/support/stored-database.ts'
import { isSignedBy, readPrivateKey, readPublicKey, signBytes } from './signature.ts'

const OPENSSL = 'openssl'
const hasOpenssl = spawnSync(OPENSSL, ['genpkey', '-algorithm', 'ed25519']).status === 0
if (!hasOpenssl) console.warn('Skipped: there is no openssl with Ed25519, so only Node checks signatures.')

const pemOf = ({ privateKey, publicKey }: ReturnType<typeof generateKeyPairSync>) => ({
  secret: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  open: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
})
const own = pemOf(generateKeyPairSync('ed25519'))
const rsa = pemOf(generateKeyPairSync('rsa', { modulusLength: 2048 }))
const encrypted = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' })
  .toString()

describe('a signature', () => {
  const [key, open] = [readPrivateKey(own.secret, 'key'), readPublicKey(own.open, 'key')]

  it('holds for what was signed, with the key of who signed it, and for nothing else', () => {
    const stranger = readPublicKey(pemOf(generateKeyPairSync('ed25519')).open, 'other')
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (bytes, others) => {
        const signature = signBytes(bytes, key)
        expect(isSignedBy(bytes, signature, open)).toBe(true)
        expect(isSignedBy(bytes, signature, stranger)).toBe(false)
        expect(isSignedBy(others, signature, open)).toBe(Buffer.compare(bytes, others) === 0)
        expect(isSignedBy(bytes, { ...signature, ed25519: 'AAAA' }, open)).toBe(false)
      }),
    )
  })

  it.skipIf(!hasOpenssl)('is what OpenSSL checks, and what it makes is checked', () => {
    const folder = makeFolder()
    const openssl = (...args: string[]) => spawnSync(OPENSSL, args, { cwd: folder, encoding: 'utf8' })
    openssl('genpkey', '-algorithm', 'ed25519', '-out', 'key.pem')
    openssl('pkey', '-in', 'key.pem', '-pubout', '-out', 'public.pem')
    const [secret, open] = ['key.pem', 'public.pem'].map(
      name => openssl('pkey', ...(name === 'key.pem' ? [] : ['-pubin']), '-in', name).stdout,
    )
    const bytes = Buffer.from('seals\n')
    const signature = signBytes(bytes, readPrivateKey(secret as string, 'key.pem'))
    writeFileSync(join(folder, 'bytes'), bytes)
    writeFileSync(join(folder, 'signature'), Buffer.from(signature.ed25519, 'base64'))
    const check = [
      'pkeyutl',
      '-verify',
      '-pubin',
      '-inkey',
      'public.pem',
      '-rawin',
      '-in',
      'bytes',
      '-sigfile',
      'signature',
    ]
    expect(openssl(...check).stdout).toContain('Verified Successfully')
    expect(isSignedBy(bytes, signature, readPublicKey(open as string, 'public.pem'))).toBe(true)
    const print = openssl('pkey', '-pubin', '-in', 'public.pem', '-outform', 'DER', '-out', 'public.der')
    expect(print.status).toBe(0)
    expect(openssl('dgst', '-sha256', '-r', 'public.der').stdout).toContain(signature.key)
  })
})

describe('a key', () => {
  it.each([
    ['public', own.open, 'is a public key, and signing takes the private one'],
    ['of RSA', rsa.secret, 'is a key of rsa, not of Ed25519; openssl genpkey -algorithm ed25519'],
    ['encrypted', encrypted, 'is encrypted; give it without its passphrase'],
    ['no key', 'hello', 'is no key in PEM'],
    ['damaged', own.secret.replace(/\n(....)/, '\n////'), 'is no key in PEM'],
  ])('to sign with is refused when it is %s', (_, pem, message) => {
    expect(() => readPrivateKey(pem, 'my.pem')).toThrow(`The key my.pem ${message}`)
  })

  it.each([
    ['private', own.secret, 'is a private key, and checking takes the public one: openssl pkey'],
    ['encrypted', encrypted, 'is a private key'],
    ['of RSA', rsa.open, 'is a key of rsa, not of Ed25519; openssl pkey'],
    ['no key', '', 'is no key in PEM'],
  ])('to check with is refused when it is %s', (_, pem, message) => {
    expect(() => readPublicKey(pem, 'my.pem')).toThrow(`The key my.pem ${message}`)
  })

  it('is never part of a message', () => {
    const secrets = [own.secret, rsa.secret, encrypted, own.secret.replace(/\n(....)/, '\n////')]
    for (const pem of secrets)
      for (const read of [readPrivateKey, readPublicKey]) {
        const said = messageOf(() => read(pem, 'my.pem'))
        for (const line of pem.split('\n').filter(line => line.length > 8 && !line.startsWith('-')))
          expect(said).not.toContain(line)
      }
  })
})

function messageOf(action: () => unknown): string {
  try {
    action()
    return ''
  } catch (error) {
    return `${(error as Error).stack} ${(error as Error).cause}`
  }
}
