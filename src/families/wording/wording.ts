import { hash } from 'node:crypto'
import { GAP } from './words/normalise-words.ts'
import { findStock, LEFT_OF_STOCK } from './words/stock-phrases.ts'
import { factsOf, type WordFacts } from './words/word-facts.ts'

/** One sequence of words, as it is compared: what contents that differ only in marks, capitals and spelling of numbers share. */
export interface Wording {
  /** Words in small letters, one space between, `…` where words are left out: see `normaliseWords`. */
  readonly text: string
  /** The words without gaps. */
  readonly words: readonly string[]
  /** Of each word the form by which it is aligned: without tense, number and person. */
  readonly keys: readonly string[]
  /** Of each word how much it tells, in bits, by a fixed table; less where it stands in a stock phrase. */
  readonly bits: readonly number[]
  /** The sum of `bits`. */
  readonly weight: number
  /** Of each word how much it tells wherever it stands. */
  readonly plainBits: readonly number[]
  /** The sum of `plainBits`. */
  readonly plainWeight: number
}

/**
 * Reads a wording from its text.
 *
 * @param text what `normaliseWords` gave
 */
export function readWording(text: string): Wording {
  const facts: WordFacts[] = []
  for (const word of text.split(' ')) if (word !== GAP && word !== '') facts.push(factsOf(word))
  const words = facts.map(({ word }) => word)
  const keys = facts.map(({ key }) => key)
  const isStock = findStock(keys)
  const plainBits = facts.map(one => one.bits)
  const bits = plainBits.map((more, index) => more * (isStock[index] ? LEFT_OF_STOCK : 1))
  return { text, words, keys, bits, weight: sum(bits), plainBits, plainWeight: sum(plainBits) }
}

/** A wording's name: 20 hexadecimal digits (80 bits) of the SHA-256 of its text. */
export function digestWording(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 20)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
