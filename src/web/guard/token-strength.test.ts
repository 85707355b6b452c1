import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proofSize } from '../../../test/support/proof-size.ts'
import { measureToken } from './token-strength.ts'

const ofAlphabet = (alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

const GENERATED: readonly (readonly [string, () => string])[] = [
  ['openssl rand -hex 16', () => randomBytes(16).toString('hex')],
  ['the same in capitals', () => randomBytes(16).toString('hex').toUpperCase()],
  ['openssl rand -hex 32', () => randomBytes(32).toString('hex')],
  ['hexadecimal in groups', () => (randomBytes(16).toString('hex').match(/.{8}/g) ?? []).join('-')],
  ['openssl rand -base64 16', () => randomBytes(16).toString('base64')],
  ['base64url of 16 bytes', () => randomBytes(16).toString('base64url')],
  ['base64url of 32 bytes', () => randomBytes(32).toString('base64url')],
  ['22 letters and digits', () => ofAlphabet(BASE62, 22)],
  ['39 digits', () => ofAlphabet('0123456789', 39)],
  ['base32 of 16 bytes', () => ofAlphabet('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 26)],
]

describe('a token that a generator made', () => {
  it.each(GENERATED)(
    'has 128 bits: %s',
    (name, make) => {
      const refused = Array.from({ length: proofSize(300, 20_000) }, make).filter(token => measureToken(token) < 128)
      // By chance one in 10^5 of base64url has no capitals or no small letters, and passes for one of fewer signs.
      expect({ name, refused: refused.length <= proofSize(1, 5) ? [] : refused }).toEqual({ name, refused: [] })
    },
    900_000,
  )

  it('has fewer bits where fewer were drawn', () => {
    for (let turn = 0; turn < proofSize(100, 10_000); turn++) {
      expect(measureToken(randomBytes(15).toString('hex'))).toBeLessThan(128)
      expect(measureToken(randomBytes(15).toString('base64url'))).toBeLessThan(128)
      expect(measureToken((randomBytes(12).toString('hex').match(/.{2}/g) ?? []).join(':'))).toBeLessThan(128)
      expect(measureToken(randomUUID())).toBeLessThanOrEqual(122)
      // Half of it is known from the other half.
      const half = randomBytes(8).toString('hex')
      expect(measureToken(half + half)).toBeLessThan(128)
    }
  })
})

/** What people write when a program wants something long. */
const habits = fc.oneof(
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 100 }))
    .map(([part, times]) => part.repeat(times)),
  fc
    .tuple(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 1, max: 17 }))
    .map(([first, step]) =>
      Array.from({ length: 16 }, (_, index) => ((first + index * step) & 255).toString(16).padStart(2, '0')).join(''),
    ),
  fc
    .array(
      fc.constantFrom('qwertyuiop', 'asdfghjkl', '1234567890', 'zxcvbnm', '0987654321', 'poiuytrewq', 'abcdefgh'),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map(parts => parts.join('')),
  fc
    .array(
      fc.constantFrom('Secret', 'token', 'hearsay', 'Password', 'newsroom', 'please', 'Change', 'this', '2026', '!'),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map(parts => parts.join('-')),
)

describe('a token that a person made', () => {
  it('has fewer than 128 bits, however long it is', () => {
    fc.assert(
      fc.property(habits, token => {
        expect(measureToken(token), token).toBeLessThan(128)
      }),
      { numRuns: proofSize(100, 3_000) },
    )
  })

  it.each([
    '',
    'a'.repeat(64),
    'ab'.repeat(64),
    'abcdefghijklmnopqrstuvwxyz0123456789',
    '0123456789abcdef0123456789abcdef',
    '000102030405060708090a0b0c0d0e0f',
    'ffeeddccbbaa99887766554433221100',
    'deadbeefdeadbeefdeadbeefdeadbeef',
    'deadbeefcafebabedeadbeefcafebabe',
    '12345678901234567890123456789012345678901234567890',
    'qwertyuiopasdfghjklzxcvbnmqwertyuiop',
    '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
    'correct horse battery staple',
    'thenewsroomtokenthatnobodyguesses',
    'PasswordPasswordPassword1234567890',
    'please-change-this-token-before-use',
    '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
    'é'.repeat(64),
  ])('has fewer than 128 bits: %s', token => {
    expect(measureToken(token)).toBeLessThan(128)
  })
})
