import { BITS_OF_ANY_LETTER, bitsAfter } from './letter-bits.ts'

/** Words, of one case or with a capital first, numbers, and single other characters. */
const PARTS = /[A-Z]?[a-z]+|[A-Z]+|[0-9]+|[^A-Za-z0-9]/g
/** Words are drawn from a list of as many as Diceware has; what is longer than a word counts as several. */
const WORD_BITS = Math.log2(7776)
const LONGEST_WORD = 10
/** Which of the ways to write words in cases the whole keeps to. */
const CASES_BITS = 2
/** Where separators vary, one of eight characters or any printable one. */
const SEPARATOR_BITS = 3
const OTHER_BITS = Math.log2(95)
const SEPARATORS = '-_.:/+ ,'
/** Where any printable characters were drawn, more kinds than these part letters. */
const MOST_SEPARATORS = 2

/** A word, with a number or without, or a number alone. */
const WORD = /^(?:[A-Z]?[a-z]+|[A-Z]+)?[0-9]{0,4}$/

/**
 * How many bits it takes to write a token down as words, numbers and what separates them; infinite where it is not made
 * of them. It is where its letters follow one another as in English, or where one or two kinds of separators part groups
 * of letters of different lengths: no generator makes such ones. The words need not be known here: whoever guesses has a list of them.
 *
 * @param margin bits by which the letters must be likelier as English than as random ones: of random tokens, one in
 *   2^margin passes for words
 */
export function measureWords(token: string, margin: number): number {
  const parts = token.match(PARTS) ?? []
  const separators = new Set(parts.filter(part => /^[^A-Za-z0-9]/.test(part)))
  const words = parts.filter(part => /^[A-Za-z]/.test(part))
  const likelier = words.reduce((sum, word) => sum + word.length * BITS_OF_ANY_LETTER - bitsInEnglish(word), 0)
  if (likelier <= margin && !(isUnevenWords(token) && separators.size <= MOST_SEPARATORS))
    return Number.POSITIVE_INFINITY
  return parts.reduce((sum, part) => sum + bitsOf(part, separators.size > 1), CASES_BITS + OTHER_BITS)
}

function isUnevenWords(token: string): boolean {
  const groups = token.split(/[^A-Za-z0-9]+/).filter(group => group !== '')
  const [first = 0, ...others] = groups.map(({ length }) => length)
  // The last group of what a generator cuts evenly may be shorter.
  const isEven = others.every((length, at) => length === first || (at === others.length - 1 && length < first))
  return groups.every(group => WORD.test(group)) && !isEven
}

function bitsInEnglish(word: string): number {
  return [...word].reduce(
    (sum, letter, at) => sum + (at === 0 ? BITS_OF_ANY_LETTER : bitsAfter(word[at - 1] as string, letter)),
    0,
  )
}

function bitsOf(part: string, separatorsVary: boolean): number {
  if (/^[0-9]/.test(part)) return part.length * Math.log2(10)
  if (/^[A-Za-z]/.test(part))
    return Math.min(part.length * BITS_OF_ANY_LETTER, WORD_BITS * Math.ceil(part.length / LONGEST_WORD))
  if (!separatorsVary) return 0
  return SEPARATORS.includes(part) ? SEPARATOR_BITS : OTHER_BITS
}
