import { TELLING } from '../wording/information.ts'
import { mayReach } from '../wording/judge-wordings.ts'
import { areOneTyped } from '../wording/spelling.ts'
import type { Wording } from '../wording/wording.ts'
import { NumberRow } from './number-row.ts'

/** Words in two spellings are looked for among so many pairs at most; whoever has more is judged in full. */
const MOST_TYPED = 20_000

/** Letters that only one of two words has, where two are changed at most. */
const MOST_OTHER = 4

/**
 * The words of many wordings as numbers, so that most pairs of which nothing can come are left out at a glance: `judgeWordings` asks
 * the same first, but has to read both wordings for it.
 */
export class WordRows {
  readonly #numberOf = new Map<string, number>()
  readonly #keyNumbers = new Map<string, number>()
  readonly #words: string[] = []
  readonly #keyOf: number[] = []
  readonly #bits: number[] = []
  /** Which letters each word has. */
  readonly #letters: number[] = []
  readonly #places = new NumberRow()
  readonly #starts: number[] = [0]
  readonly #weights = new NumberRow()
  /** Of each key how often the loaded wording has it. */
  readonly #left: number[] = []
  #loaded = -1

  /** The next wording; numbers begin at 0. */
  add({ words, keys, plainBits, plainWeight }: Wording): void {
    for (const [index, word] of words.entries()) {
      let number = this.#numberOf.get(word)
      if (number === undefined) {
        number = this.#words.length
        this.#numberOf.set(word, number)
        this.#words.push(word)
        this.#keyOf.push(this.#numberKey(keys[index] as string))
        this.#bits.push(plainBits[index] as number)
        this.#letters.push(lettersOf(word))
      }
      this.#places.push(number)
    }
    this.#starts.push(this.#places.length)
    this.#weights.push(plainWeight)
  }

  /** False where `judgeWordings` finds no tie, whichever comes first. Quickest where many pairs in a row have the same first. */
  mayTie(one: number, other: number): boolean {
    this.#load(one)
    const weights = this.#weights.numbers()
    const least = Math.min(weights[one] as number, weights[other] as number)
    const row = this.#places.numbers()
    const [taken, added]: [number[], number[]] = [[], []]
    let [all, telling] = [0, 0]
    for (let at = this.#starts[other] as number; at < (this.#starts[other + 1] as number); at++) {
      const word = row[at] as number
      const key = this.#keyOf[word] as number
      const bits = this.#bits[word] as number
      if ((this.#left[key] as number) > 0) {
        this.#left[key] = (this.#left[key] as number) - 1
        taken.push(key)
        all += bits
        if (bits >= TELLING) telling += bits
      } else if (bits >= TELLING) added.push(word)
    }
    let may = mayReach({ all, telling }, least)
    if (!may && added.length > 0) {
      const typed = this.#weighTyped(one, added)
      may = typed > 0 && mayReach({ all: all + typed, telling: telling + typed }, least)
    }
    for (const key of taken) this.#left[key] = (this.#left[key] as number) + 1
    return may
  }

  /** At least as many bits as `judgeWordings` can count for words in two spellings. */
  #weighTyped(one: number, added: readonly number[]): number {
    const row = this.#places.numbers()
    const length = (this.#starts[one + 1] as number) - (this.#starts[one] as number)
    if (length * added.length > MOST_TYPED) return Number.POSITIVE_INFINITY
    let bits = 0
    for (let at = this.#starts[one] as number; at < (this.#starts[one + 1] as number); at++) {
      const word = row[at] as number
      if ((this.#left[this.#keyOf[word] as number] as number) <= 0) continue
      const letters = this.#letters[word] as number
      for (const like of added) {
        if (countBits(letters ^ (this.#letters[like] as number)) > MOST_OTHER) continue
        const [text, other] = [this.#words[word] as string, this.#words[like] as string]
        if (text.charCodeAt(0) === other.charCodeAt(0) && areOneTyped(text, other))
          bits += Math.max(this.#bits[word] as number, this.#bits[like] as number)
      }
    }
    return bits
  }

  #load(one: number): void {
    if (this.#loaded === one) return
    this.#count(this.#loaded, -1)
    this.#count(one, 1)
    this.#loaded = one
  }

  #count(number: number, by: number): void {
    const row = this.#places.numbers()
    for (let at = this.#starts[number] ?? 0; at < (this.#starts[number + 1] ?? 0); at++) {
      const key = this.#keyOf[row[at] as number] as number
      this.#left[key] = (this.#left[key] as number) + by
    }
  }

  #numberKey(key: string): number {
    const known = this.#keyNumbers.get(key)
    if (known !== undefined) return known
    const number = this.#left.length
    this.#keyNumbers.set(key, number)
    this.#left.push(0)
    return number
  }
}

/** The letters of a word modulo 32, one bit each: what tells words apart without looking at them. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
