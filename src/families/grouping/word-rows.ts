import { mayReach } from '../wording/judge-wordings.ts'
import type { Wording } from '../wording/wording.ts'
import { FREQUENT_WORDS } from '../wording/words/frequent-words.ts'
import { isNumber, TELLING } from '../wording/words/information.ts'
import { areOneTyped, SHORTEST_TYPED } from '../wording/words/spelling.ts'
import { NumberRow } from './number-row.ts'

/** Words in two spellings are looked for among so many pairs at most; whoever has more is judged in full. */
const MOST_TYPED = 20_000

/** Letters that only one of two words has, where two are changed at most. */
const MOST_OTHER = 4

/** A word that is common and may be a rare one with a slip; a rare one, which may be any; and one that is never taken for another. */
const COMMON = 1
const RARE = 2
const NEVER = 0

/**
 * The words of many wordings as numbers, so that most pairs of which nothing can come are left out at a glance: two wordings are only
 * aligned where what they have in common, in whatever order, may be enough for a tie.
 */
export class WordRows {
  readonly #numberOf = new Map<string, number>()
  readonly #keyNumbers = new Map<string, number>()
  readonly #words: string[] = []
  readonly #keyOf: number[] = []
  readonly #bits: number[] = []
  /** Which letters each word has. */
  readonly #letters: number[] = []
  /** Whether each word may be another in a second spelling: see `COMMON`. */
  readonly #typed: number[] = []
  readonly #places = NumberRow.ofIntegers()
  readonly #starts: number[] = [0]
  readonly #weights: number[] = []
  /** The words of all wordings in a row, made when the first pair is looked at after one was added. */
  #row: Int32Array | null = null
  /** Of each key how often the loaded wording has it, and the most that a word of it tells there. */
  readonly #left: number[] = []
  readonly #most: number[] = []
  #loaded = -1

  /** The next wording; numbers begin at 0. */
  add({ words, keys, plainBits, plainWeight }: Wording): void {
    for (const [index, word] of words.entries())
      this.#places.push(
        this.#numberOf.get(word) ?? this.#addWord(word, keys[index] as string, plainBits[index] as number),
      )
    this.#starts.push(this.#places.length)
    this.#weights.push(plainWeight)
    this.#row = null
  }

  /** False where `judgeWordings` finds no tie, whichever comes first. Quickest where many pairs in a row have the same first. */
  mayTie(one: number, other: number): boolean {
    this.#load(one)
    const row = this.#inRow()
    const least = Math.min(this.#weights[one] as number, this.#weights[other] as number)
    const taken: number[] = []
    let [all, telling] = [0, 0]
    for (let at = this.#starts[other] as number; at < (this.#starts[other + 1] as number); at++) {
      const key = this.#keyOf[row[at] as number] as number
      if ((this.#left[key] as number) === 0) continue
      this.#left[key] = (this.#left[key] as number) - 1
      taken.push(key)
      const bits = this.#most[key] as number
      all += bits
      if (bits >= TELLING) telling += bits
    }
    let may = mayReach({ all, telling }, least)
    if (!may) {
      const typed = this.#weighTyped(one, other)
      may = typed > 0 && mayReach({ all: all + typed, telling: telling + typed }, least)
    }
    for (const key of taken) this.#left[key] = (this.#left[key] as number) + 1
    return may
  }

  /** At least as many bits as `judgeWordings` can count for words in two spellings, beyond those that both have in one. */
  #weighTyped(one: number, other: number): number {
    const mine = this.#findTyped(one).filter(word => (this.#left[this.#keyOf[word] as number] as number) > 0)
    const theirs = this.#findTyped(other)
    if (mine.length * theirs.length > MOST_TYPED) return Number.POSITIVE_INFINITY
    let bits = 0
    for (const word of mine) {
      const letters = this.#letters[word] as number
      for (const like of theirs) {
        if (countBits(letters ^ (this.#letters[like] as number)) > MOST_OTHER || !this.#areTyped(word, like)) continue
        bits += this.#bits[word] as number
        break
      }
    }
    return bits
  }

  #findTyped(number: number): number[] {
    const row = this.#inRow()
    const found: number[] = []
    for (let at = this.#starts[number] as number; at < (this.#starts[number + 1] as number); at++) {
      const word = row[at] as number
      if (this.#typed[word] !== NEVER) found.push(word)
    }
    return found
  }

  /** What has one key is no other word. */
  #areTyped(word: number, like: number): boolean {
    if (this.#typed[word] === COMMON && this.#typed[like] === COMMON) return false
    return (
      this.#keyOf[word] !== this.#keyOf[like] && areOneTyped(this.#words[word] as string, this.#words[like] as string)
    )
  }

  #inRow(): Int32Array {
    this.#row ??= this.#places.numbers()
    return this.#row
  }

  #load(one: number): void {
    if (this.#loaded === one) return
    for (const key of this.#keysOf(this.#loaded)) {
      this.#left[key] = 0
      this.#most[key] = 0
    }
    const row = this.#inRow()
    for (let at = this.#starts[one] as number; at < (this.#starts[one + 1] as number); at++) {
      const word = row[at] as number
      const key = this.#keyOf[word] as number
      this.#left[key] = (this.#left[key] as number) + 1
      this.#most[key] = Math.max(this.#most[key] as number, this.#bits[word] as number)
    }
    this.#loaded = one
  }

  *#keysOf(number: number): Generator<number> {
    if (number < 0) return
    const row = this.#inRow()
    for (let at = this.#starts[number] as number; at < (this.#starts[number + 1] as number); at++)
      yield this.#keyOf[row[at] as number] as number
  }

  #addWord(word: string, key: string, bits: number): number {
    const number = this.#words.length
    this.#numberOf.set(word, number)
    this.#words.push(word)
    this.#keyOf.push(this.#numberKey(key))
    this.#bits.push(bits)
    this.#letters.push(lettersOf(word))
    this.#typed.push(word.length < SHORTEST_TYPED || isNumber(word) ? NEVER : FREQUENT_WORDS.has(word) ? COMMON : RARE)
    return number
  }

  #numberKey(key: string): number {
    const known = this.#keyNumbers.get(key)
    if (known !== undefined) return known
    const number = this.#left.length
    this.#keyNumbers.set(key, number)
    this.#left.push(0)
    this.#most.push(0)
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
