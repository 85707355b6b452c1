import { alignRows } from './align-rows.ts'
import type { SharedRun } from './shared-run.ts'

/** Two rows of words this long together are aligned at once; longer ones are cut where both have the same word once. */
const AT_ONCE = 160
/** Rows in which so many words differ between two fixed ones are not aligned: they would take the square of it. */
const MOST_DIFFERENT = 400

/**
 * The words that two rows share in the same order, in runs. Short rows as a whole (Myers 1986); long ones first at the words that stand
 * once in each (Cohen's patience diff), so that the cost grows with their length and not with its square.
 */
export function alignWords(one: readonly string[], other: readonly string[]): SharedRun[] {
  const runs: SharedRun[] = []
  alignPart(one, other, [0, one.length, 0, other.length], runs)
  return joinRuns(runs)
}

type Part = readonly [from: number, end: number, otherFrom: number, otherEnd: number]

function alignPart(one: readonly string[], other: readonly string[], part: Part, runs: SharedRun[]): void {
  const [from, end, otherFrom, otherEnd] = part
  if (end - from + (otherEnd - otherFrom) <= AT_ONCE) {
    diffPart(one, other, part, runs)
    return
  }
  const fixed = findFixed(one, other, part)
  if (fixed.length === 0) {
    diffPart(one, other, part, runs)
    return
  }
  let [a, b] = [from, otherFrom]
  for (const [at, otherAt] of [...fixed, [end, otherEnd] as const]) {
    // Between two fixed words nothing stands once in both any more but by chance, so each part is looked through once more at most.
    if (at > a && otherAt > b) alignPart(one, other, [a, at, b, otherAt], runs)
    if (at < end) runs.push([at, otherAt, 1])
    ;[a, b] = [at + 1, otherAt + 1]
  }
}

/** Words that stand once in each part, as many as keep their order in both. */
function findFixed(one: readonly string[], other: readonly string[], part: Part): (readonly [number, number])[] {
  const [from, end, otherFrom, otherEnd] = part
  const once = findOnce(one, from, end)
  const otherOnce = findOnce(other, otherFrom, otherEnd)
  const both: [number, number][] = []
  for (const [word, at] of once) {
    const otherAt = otherOnce.get(word)
    if (at >= 0 && otherAt !== undefined && otherAt >= 0) both.push([at, otherAt])
  }
  return longestRising(both)
}

/** Where each word stands that stands once; -1 for others. In the order of the text. */
function findOnce(words: readonly string[], from: number, end: number): Map<string, number> {
  const at = new Map<string, number>()
  for (let index = from; index < end; index++) {
    const word = words[index] as string
    at.set(word, at.has(word) ? -1 : index)
  }
  return at
}

/** Of pairs that rise in the first place as many as rise in the second, too. */
function longestRising(pairs: readonly [number, number][]): (readonly [number, number])[] {
  const tails: number[] = []
  const before = new Int32Array(pairs.length)
  for (const [index, [, place]] of pairs.entries()) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] as number] as [number, number])[1] < place) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = index
  }
  const rising: [number, number][] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) rising.push(pairs[at] as [number, number])
  return rising.reverse()
}

function diffPart(one: readonly string[], other: readonly string[], part: Part, runs: SharedRun[]): void {
  const [from, end, otherFrom, otherEnd] = part
  for (const [a, b, length] of alignRows(one.slice(from, end), other.slice(otherFrom, otherEnd), MOST_DIFFERENT))
    runs.push([from + a, otherFrom + b, length])
}

/** Runs that follow one another in both rows as one. */
function joinRuns(runs: readonly SharedRun[]): SharedRun[] {
  const joined: SharedRun[] = []
  for (const [a, b, length] of runs) {
    const last = joined.at(-1)
    if (last !== undefined && last[0] + last[2] === a && last[1] + last[2] === b)
      joined[joined.length - 1] = [last[0], last[1], last[2] + length]
    else joined.push([a, b, length])
  }
  return joined
}
