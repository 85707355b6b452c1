import type { Wording } from './wording.ts'
import { isNumber, TELLING } from './words/information.ts'

/**
 * An anchor of more different wordings than this is generic: it proposes none of their pairs. What holds is always by all
 * wordings that there are, so a pair that an anchor alone proposed comes and goes with the number of its wordings.
 */
export const MOST_OF_ANCHOR = 192

/** Of so many pairs in a row at least one is an anchor. */
const WINDOW = 2

/**
 * Where a wording can be found by a part of it: signed 32-bit numbers, in order, without doubles; none where it holds fewer than two
 * telling words.
 *
 * Each pair of telling words that follow one another has a number, and of every two pairs in a row the one that tells more is an
 * anchor (winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003). So two wordings that share a run of three telling words share an
 * anchor, wherever it stands in each. Numbers are no telling words here: a wording is to be found by one that has another number.
 */
export function anchorsOf({ words, keys, bits }: Wording): readonly number[] {
  const telling: { readonly key: string; readonly bits: number }[] = []
  for (const [index, key] of keys.entries()) {
    const word = words[index] as string
    if ((bits[index] as number) >= TELLING && !isNumber(word)) telling.push({ key, bits: bits[index] as number })
  }
  const pairs = telling.slice(1).map((right, index) => {
    const left = telling[index] as (typeof telling)[number]
    return { number: hashPair(sketch(left.key), sketch(right.key)), bits: left.bits + right.bits }
  })
  const chosen = new Set<number>()
  if (pairs.length > 0 && pairs.length < WINDOW) chosen.add((pairs[0] as { number: number }).number)
  for (let from = 0; from + WINDOW <= pairs.length; from++) {
    const window = pairs.slice(from, from + WINDOW)
    const best = window.reduce((a, b) => (b.bits > a.bits || (b.bits === a.bits && b.number < a.number) ? b : a))
    chosen.add(best.number)
  }
  return [...chosen].sort((a, b) => a - b)
}

/** The letters of a word, each once, in the order of the alphabet: the same where some were exchanged or doubled by a slip. */
function sketch(key: string): string {
  let letters = 0
  for (let at = 0; at < key.length; at++) {
    const letter = key.charCodeAt(at) - A
    if (letter < 0 || letter > 25) return key
    letters |= 1 << letter
  }
  return String.fromCharCode(letters & 0x1fff, letters >> 13)
}
const A = 'a'.charCodeAt(0)

/** FNV-1a over the UTF-16 units of both, with a stir at the end; 32 bits, signed. */
function hashPair(left: string, right: string): number {
  let hash = 0x811c9dc5
  const text = `${left} ${right}`
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) | 0
}
