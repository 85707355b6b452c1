import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { readManifest, writeLine } from '../../seal/manifest/manifest.ts'
import { signBytes } from '../../seal/manifest/signature.ts'
import { judgeManifest } from './judge-manifest.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const text = [
  writeLine({ manifest: { version: 1 } }),
  writeLine({ corrections: { count: 0, head: null } }),
  writeLine({ contents: { articles: 0, root: '0'.repeat(64) } }),
  writeLine({ made: { at: '2026-11-30T12:00:00Z', by: 'hearsay' } }),
].join('')
const signed = text + writeLine({ signature: signBytes(Buffer.from(text), privateKey) })
const judge = (text: string, key: typeof publicKey | null) => judgeManifest(readManifest(text, 'm'), 'kept.jsonl', key)

it('believes what nobody signed when no key is given, and what the owner of the key signed', () => {
  expect(judge(text, null)).toEqual({ problems: [], warnings: [] })
  expect(judge(signed, publicKey)).toEqual({ problems: [], warnings: [] })
  expect(judge(signed.replaceAll('\n', '\r\n'), publicKey)).toEqual({ problems: [], warnings: [] })
})

it('says of what is signed that nobody checked it', () => {
  expect(judge(signed, null).warnings).toEqual([expect.stringContaining('give the public key with --public-key')])
})

it.each([
  ['not signed', text, publicKey, 'is not signed, so the key says nothing of it'],
  ['changed', signed.replace('"articles":0', '"articles":1'), publicKey, 'is not what the owner of the key signed'],
  [
    'written otherwise',
    signed.replace('"count":0', '"count": 0'),
    publicKey,
    'is not what the owner of the key signed',
  ],
  ['of another', signed, createPublicKey(generateKeyPairSync('ed25519').privateKey), 'is signed with another key'],
  ['wrong in itself', text.replace('"count":0', '"count":1'), null, 'the number of corrections does not agree'],
])('does not believe what is %s', (_, text, key, problem) => {
  expect(judge(text, key).problems).toEqual([expect.stringContaining(problem)])
})
