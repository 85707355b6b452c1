import { FREQUENT_WORDS } from './frequent-words.ts'
import { KNOWN_DIGITS } from './known-digits.ts'
import { BITS_OF_ANY_LETTER, bitsAfter } from './letter-bits.ts'
import { measureWords } from './words-strength.ts'

/** Characters in their order, the smallest set first that has all of a token. */
const DIGITS = '0123456789'
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const ALPHABETS: readonly string[] = [
  DIGITS,
  `${DIGITS}abcdef`,
  `${DIGITS}ABCDEF`,
  LETTERS,
  // Base32 as RFC 4648 writes it; a few of its tokens have no digit.
  `${LETTERS.toUpperCase()}234567`,
  DIGITS + LETTERS,
  DIGITS + LETTERS.toUpperCase(),
  DIGITS + LETTERS.toUpperCase() + LETTERS,
  `${LETTERS.toUpperCase()}${LETTERS}${DIGITS}-_`,
  `${LETTERS.toUpperCase()}${LETTERS}${DIGITS}+/`,
]
const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')

/** Rows and columns of keys, which hands walk along. */
const KEYS = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '!@#$%^&*()',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgb',
]
const WALKS = KEYS.flatMap(keys => [keys, [...keys].toReversed().join('')])
const WALK_BITS = Math.log2(WALKS.join('').length)

const LEAST_DIGITS = 8
const DIGITS_BITS = Math.log2(KNOWN_DIGITS.join('').length)

const WORDS: ReadonlySet<string> = new Set(FREQUENT_WORDS)
const LONGEST_WORD = Math.max(...FREQUENT_WORDS.map(({ length }) => length))

const SEPARATORS = '-_.:/+ ,'
/** One of eight characters is one. */
const SEPARATOR_BITS = 3
/** Random bits of a UUID by its version; those of the other versions are a time and a machine, or the hash of a name. */
const UUID_BITS: Readonly<Record<string, number>> = { 4: 122, 7: 74 }
const OTHER_UUID_BITS = 14
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/iy

/** Seven parts of eight are characters by themselves, one of sixteen is a word, one the six other ways to say more. */
const ONE_CHARACTER = Math.log2(8 / 7)
const ONE_WORD = Math.log2(16)
const SEVERAL = Math.log2(16 * 6)
/** A description counts only if it is shorter by so much: of random tokens one in 2^20 has such a one by chance. */
const CHANCE = 20
/** More would only add; the time that it takes grows with the cube. */
const MOST_MEASURED = 256

/**
 * How many bits it takes to write a token down, in the shortest of the ways known here: an upper bound of what has to be
 * guessed, for its maker may have had a shorter one.
 *
 * One way is to name its characters, each among all of the smallest usual alphabet that has them. The other ways
 * describe it as pieces: single characters; a copy of what stood before (`aaaa`, `abcabc`); blocks of one to four
 * characters that rise or fall evenly (`0123`, `00112233`, `000102`); walks along the keys (`qwerty`); common words; other
 * words, letter by letter at the odds of English; UUIDs, in which six digits are fixed; digits of π and their like;
 * groups with a separator. That is the principle of minimum description length (Rissanen, 1978), with an upper bound of
 * Kolmogorov complexity in place of it, as compressors give one. Since each way is a code whose words are no prefixes of
 * one another, Kraft's inequality holds: of all tokens at most one in 2^k can be shorter than its plain form by k bits.
 * So what is truly random loses nothing here, other than with estimates by the frequencies of a token's own characters,
 * which are too low for every random one, or `zxcvbn`, which counts 3.3 bits for any character.
 *
 * The last way is for what is made of words: where the letters of the whole follow one another as in English, which of
 * random tokens one in 2^20 do, or stand in groups of different lengths, each word costs what drawing one from a list
 * does. So ten words drawn with dice pass.
 *
 * What this cannot tell: the hash of a known word, a key that was published somewhere, a sentence of more than nine
 * words, and rare words written together. They look random, or drawn, to whoever does not know them.
 *
 * @example
 * measureToken('a'.repeat(64)) // → 24.8…
 * measureToken('f3a91c0d7e25b8466d0f92ab7c51e38d') // → 128
 */
export function measureToken(token: string): number {
  const characters = token.replace(/=+$/, '').slice(0, MOST_MEASURED)
  const uuid = readUuid(characters, 0)
  if (uuid?.length === characters.length) return uuid.bits
  const alphabet = alphabetOf(characters)
  const each = Math.log2(alphabet.length)
  const plain = characters.length * each
  const inGroups = [...SEPARATORS].filter(separator => characters.includes(separator))
  const shortest = Math.min(
    describe(characters, alphabet, () => each),
    ...inGroups.map(separator => describeGroups(characters, alphabet, separator)),
    measureWords(characters, CHANCE),
  )
  return plain - shortest > CHANCE ? shortest : plain
}

/** As groups of a smaller alphabet. Where all are of one length, one knows where the separators stand. */
function describeGroups(characters: string, alphabet: string, separator: string): number {
  const [first = '', ...others] = characters.split(separator)
  const isEven = others.every(({ length }, index) =>
    index === others.length - 1 ? length <= first.length : length === first.length,
  )
  const each = Math.log2(alphabetOf(characters.replaceAll(separator, '')).length)
  const here = isEven ? 0 : SEPARATOR_BITS
  const other = isEven ? each : each + ONE_CHARACTER
  const choice = Math.log2(SEPARATORS.length) + 1 + (isEven ? bitsOfLength(first.length + 1) : 0)
  return choice + describe(characters, alphabet, character => (character === separator ? here : other))
}

function alphabetOf(characters: string): string {
  return ALPHABETS.find(alphabet => [...characters].every(character => alphabet.includes(character))) ?? PRINTABLE
}

/** Bits of the shortest description in pieces: for each end, the shortest of all that reach it. */
function describe(characters: string, alphabet: string, bitsOf: (character: string) => number): number {
  const shortest: number[] = [0, ...Array(characters.length).fill(Number.POSITIVE_INFINITY)]
  for (let at = 0; at < characters.length; at++) {
    const before = shortest[at] as number
    const reach = (length: number, bits: number) => {
      const end = at + length
      shortest[end] = Math.min(shortest[end] as number, before + bits)
    }
    reach(1, ONE_CHARACTER + bitsOf(characters[at] as string))
    reachWords(characters, at, (length, bits) => reach(length, ONE_WORD + bits))
    for (const piece of PIECES) piece(characters, at, alphabet, (length, bits) => reach(length, SEVERAL + bits))
  }
  return shortest[characters.length] as number
}

type Reach = (length: number, bits: number) => void
/** Tells how long a piece may be that begins at a place, and what each length costs. */
type Piece = (characters: string, at: number, alphabet: string, reach: Reach) => void

const PIECES: readonly Piece[] = [copies, progressions, walks, letters, uuids, knownDigits]

/** Elias' gamma code. */
function bitsOfLength(length: number): number {
  return 2 * Math.floor(Math.log2(length)) + 1
}

/** What stood before, from any place on; it may reach into itself, so that one character makes a run. */
function copies(characters: string, at: number, _: string, reach: Reach): void {
  for (let from = 0; from < at; from++)
    for (let length = 1; characters[from + length - 1] === characters[at + length - 1]; length++) {
      if (at + length > characters.length) break
      if (length >= 3) reach(length, Math.log2(at) + bitsOfLength(length))
    }
}

/** Blocks that as numbers, written in the alphabet, differ by the same. */
function progressions(characters: string, at: number, alphabet: string, reach: Reach): void {
  const read = (size: number, block: number) => {
    let value = 0
    for (let index = 0; index < size; index++)
      value = value * alphabet.length + alphabet.indexOf(characters[at + block * size + index] ?? '')
    return value
  }
  for (const size of [1, 2, 3, 4]) {
    const wrap = alphabet.length ** size
    const step = (block: number) => (read(size, block) - read(size, block - 1) + wrap) % wrap
    const blocks = Math.floor((characters.length - at) / size)
    const first = step(1)
    for (let block = 2; block < blocks && step(block) === first; block++)
      reach((block + 1) * size, 2 + 2 * size * Math.log2(alphabet.length) + bitsOfLength(block + 1))
  }
}

function walks(characters: string, at: number, _: string, reach: Reach): void {
  for (const walk of WALKS)
    for (let from = walk.indexOf(characters[at]?.toLowerCase() ?? ''); from >= 0; from = -1)
      for (let length = 1; at + length <= characters.length; length++) {
        if (walk[from + length - 1] !== characters[at + length - 1]?.toLowerCase()) break
        if (length >= 3) reach(length, WALK_BITS + 1 + bitsOfLength(length))
      }
}

/** What is written all in small letters, all in capitals, or with a capital first. */
const CASED = /^(?:[A-Z]?[a-z]*|[A-Z]+)$/
const CASE_BITS = 2

function reachWords(characters: string, at: number, reach: Reach): void {
  for (let length = 3; length <= LONGEST_WORD && at + length <= characters.length; length++) {
    const stretch = characters.slice(at, at + length)
    if (WORDS.has(stretch.toLowerCase()) && CASED.test(stretch)) reach(length, CASE_BITS + Math.log2(WORDS.size))
  }
}

function letters(characters: string, at: number, _: string, reach: Reach): void {
  let bits = BITS_OF_ANY_LETTER
  for (let length = 1; at + length <= characters.length; length++) {
    const stretch = characters.slice(at, at + length)
    if (!CASED.test(stretch)) break
    if (length > 1) bits += bitsAfter(stretch.at(-2) as string, stretch.at(-1) as string)
    if (length >= 4) reach(length, CASE_BITS + bits + bitsOfLength(length))
  }
}

function knownDigits(characters: string, at: number, _: string, reach: Reach): void {
  const opening = characters.slice(at, at + LEAST_DIGITS)
  for (const digits of KNOWN_DIGITS) {
    const from = opening.length === LEAST_DIGITS ? digits.indexOf(opening) : -1
    if (from === -1) continue
    for (let length = LEAST_DIGITS; length === LEAST_DIGITS || isSame(length); length++)
      reach(length, DIGITS_BITS + bitsOfLength(length))
    function isSame(length: number): boolean {
      return at + length <= characters.length && characters[at + length - 1] === digits[from + length - 1]
    }
  }
}

function uuids(characters: string, at: number, _: string, reach: Reach): void {
  const uuid = readUuid(characters, at)
  if (uuid !== null) reach(uuid.length, uuid.bits)
}

function readUuid(characters: string, at: number): { readonly length: number; readonly bits: number } | null {
  UUID.lastIndex = at
  const found = UUID.exec(characters)
  return found === null ? null : { length: found[0].length, bits: UUID_BITS[found[1] as string] ?? OTHER_UUID_BITS }
}
