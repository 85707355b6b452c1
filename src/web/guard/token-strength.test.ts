import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proofSize } from '../../../test/support/proof-size.ts'
import { measureToken } from './token-strength.ts'

const ofAlphabet = (alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const PRINTABLE = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('')

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
  ['28 small letters', () => ofAlphabet(BASE62.slice(26, 52), 28)],
  ['28 capitals', () => ofAlphabet(BASE62.slice(0, 26), 28)],
  ['23 letters in both cases', () => ofAlphabet(BASE62.slice(0, 52), 23)],
  ['small letters in groups', () => Array.from({ length: 6 }, () => ofAlphabet(BASE62.slice(26, 52), 5)).join('-')],
  // One of 21 would be taken for 126 bits of base64 as often as it is made of nothing else: one time in 3,200.
  ['22 printable characters', () => ofAlphabet(PRINTABLE, 22)],
  ['base32 of 16 bytes', () => ofAlphabet('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 26)],
]

describe('a token that a generator made', () => {
  it.each(GENERATED)(
    'has 128 bits: %s',
    (name, make) => {
      const refused = Array.from({ length: proofSize(300, 1_000) }, make).filter(token => measureToken(token) < 128)
      // By chance one in 10^5 of base64url has no capitals or no small letters, and passes for one of fewer signs.
      expect({ name, refused: refused.length <= 1 ? [] : refused }).toEqual({ name, refused: [] })
    },
    900_000,
  )

  it('has enough where ten words were drawn', () => {
    const words = 'sandal-mural-plywood-herring-outback-vertigo-tundra-kiosk-gravel-ampersand'
    expect(measureToken(words)).toBeGreaterThanOrEqual(128)
    expect(measureToken(words.replace(/-[a-z]+$/, ''))).toBeLessThan(128)
  })

  it('has fewer bits where fewer were drawn', () => {
    for (let turn = 0; turn < proofSize(100, 600); turn++) {
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

/** Words of different lengths that need be on no list here. */
const words = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        ...'i to ox elk yarn fjord quilt zephyr harbour walrus blizzard marmalade waltz onyx vexing puffin 7 42 2026'.split(
          ' ',
        ),
      ),
      { maxLength: 7 },
    ),
    fc.constantFrom('-', '_', '.', ':', '/', '+', ',', '=', '|'),
    fc.constantFrom(
      (word: string) => word,
      (word: string) => word.toUpperCase(),
      (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
    ),
  )
  .map(([parts, separator, write]) => ['elk', 'harbour', ...parts].map(write).join(separator))

const digits = (numbers: readonly (number | bigint)[]) => numbers.join('')

describe('a token that a person made', () => {
  it('has fewer than 128 bits when it is nine words or fewer, however they are written', () => {
    fc.assert(
      fc.property(words, token => {
        expect(measureToken(token), token).toBeLessThan(128)
      }),
      { numRuns: proofSize(200, 1_000) },
    )
  })

  it.each([
    ['π', '31415926535897932384626433832795028841971'],
    ['π with its point', '3.1415926535897932384626433832795028841971'],
    ['e', '2718281828459045235360287471352662497757247'],
    ['the root of 2', '1414213562373095048801688724209698078569671'],
    ['the root of 3', '1732050807568877293527446341505872366942805'],
    ['the golden section', '1618033988749894848204586834365638117720309'],
    ['the middle of π', '8979323846264338327950288419716939937510582'],
    ['a power of two', digits([2n ** 127n])],
    ['the primes', '2357111317192329313741434753596167717379838997'],
    ['the squares', digits(Array.from({ length: 24 }, (_, index) => (index + 1) ** 2))],
    ['Fibonacci’s numbers', '1123581321345589144233377610987159725844181'],
  ])('has fewer than 128 bits when it is known digits: %s', (_, token) => {
    expect(measureToken(token)).toBeLessThan(128)
    expect(measureToken(`key-${token}`)).toBeLessThan(128)
  })

  it('has fewer than 128 bits, however long it is', () => {
    fc.assert(
      fc.property(habits, token => {
        expect(measureToken(token), token).toBeLessThan(128)
      }),
      { numRuns: proofSize(100, 600) },
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
    'openssl-rand-hex-16-as-it-is-written',
    'The-quick-brown-fox-jumps-over-the-lazy-dog',
    'to be or not to be that is the question',
    'to_be_or_not_to_be_that_is_the_question',
    'correct horse battery staple river stone',
    'CorrectHorseBatteryStapleRiverStone',
  ])('has fewer than 128 bits: %s', token => {
    expect(measureToken(token)).toBeLessThan(128)
  })
})
