import type { SharedRun } from '../wording/align-words.ts'
import { anchorsOf, MOST_OF_ANCHOR } from '../wording/anchors.ts'
import { judgeSame, judgeWordings } from '../wording/judge-wordings.ts'
import { readWording, type Wording } from '../wording/wording.ts'
import { NumberRow } from './number-row.ts'
import { WordRows } from './word-rows.ts'

/** A tie of two wordings by their numbers; `one === other` ties those who have it word for word. */
export interface NumberedTie {
  readonly one: number
  readonly other: number
  readonly strength: 'strong' | 'weak'
  readonly score: number
  readonly sharedWords: number
  readonly runs: readonly SharedRun[]
}

/** An anchor and a wording as one number: 32 bits and 21, which is as much as a double holds exactly. */
const WORDINGS = 2 ** 21
const LOWEST_ANCHOR = -(2 ** 31)
/** Wordings that were read are kept for the next pair, so many. */
const MOST_KEPT = 50_000

/**
 * All ties of different wordings, those with themselves first.
 *
 * @param texts all different, at most 2,097,152
 * @param onAnchor told of the anchors of wordings in order, before any two wordings are tied
 */
export function* tieWordings(
  texts: readonly string[],
  onAnchor?: (anchor: number, number: number) => void,
): Generator<NumberedTie> {
  if (texts.length > WORDINGS) throw new RangeError(`${texts.length} wordings are more than are taken at once`)
  const places = new NumberRow()
  const rows = new WordRows()
  for (const [number, text] of texts.entries()) {
    const wording = readWording(text)
    rows.add(wording)
    const strength = judgeSame(wording)
    if (strength === null) continue
    yield { one: number, other: number, strength, score: 1, sharedWords: wording.words.length, runs: [] }
    for (const anchor of anchorsOf(wording)) places.push((anchor - LOWEST_ANCHOR) * WORDINGS + number)
  }
  const read = keepSome(number => readWording(texts[number] as string))
  const sorted = places.sorted()
  if (onAnchor !== undefined)
    for (const place of sorted) onAnchor(Math.floor(place / WORDINGS) + LOWEST_ANCHOR, place % WORDINGS)
  for (const pair of pairUp(sorted, texts.length)) {
    const [one, other] = [Math.floor(pair / WORDINGS), pair % WORDINGS]
    if (!rows.mayTie(one, other)) continue
    const tie = judgeWordings(read(one), read(other))
    if (tie !== null) yield { one, other, ...tie }
  }
}

/** Pairs of so many wordings with all others are held at once: all of a million wordings would take hundreds of MB. */
const WORDINGS_AT_ONCE = 65_536

/** Every pair of wordings that share an anchor which is not generic, once and in order; the smaller number first. */
function* pairUp(places: Float64Array, wordings: number): Generator<number> {
  for (let low = 0; low < wordings; low += WORDINGS_AT_ONCE) {
    const pairs = new NumberRow()
    for (const group of groupByAnchor(places))
      for (const [at, place] of group.entries()) {
        const one = place % WORDINGS
        if (one < low) continue
        if (one >= low + WORDINGS_AT_ONCE) break
        for (const other of group.subarray(at + 1)) pairs.push(one * WORDINGS + (other % WORDINGS))
      }
    yield* pairs.distinct()
  }
}

/** The places of each anchor that several wordings have and that is not generic. */
function* groupByAnchor(places: Float64Array): Generator<Float64Array> {
  for (let from = 0; from < places.length; ) {
    const anchor = Math.floor((places[from] as number) / WORDINGS)
    let end = from
    while (end < places.length && Math.floor((places[end] as number) / WORDINGS) === anchor) end++
    if (end - from > 1 && end - from <= MOST_OF_ANCHOR) yield places.subarray(from, end)
    from = end
  }
}

function keepSome(read: (number: number) => Wording): (number: number) => Wording {
  const kept = new Map<number, Wording>()
  return number => {
    let wording = kept.get(number)
    if (wording === undefined) {
      if (kept.size >= MOST_KEPT) kept.clear()
      wording = read(number)
      kept.set(number, wording)
    }
    return wording
  }
}
