import { LETTER_PAIRS } from './letter-pairs.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Bits of a letter where all are equally likely. */
export const BITS_OF_ANY_LETTER = Math.log2(LETTERS.length)

/** Bits of a letter after another one at the odds of English, whatever their case. */
export function bitsAfter(former: string, letter: string): number {
  const [row, column] = [former, letter].map(one => LETTERS.indexOf(one.toLowerCase())) as [number, number]
  return Number.parseInt(LETTER_PAIRS[row]?.[column] ?? 'z', 36) / 2
}
