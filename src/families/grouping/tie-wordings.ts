import { anchorsOf, MOST_OF_ANCHOR } from '../wording/anchors.ts'
import { judgeSame, judgeWordings } from '../wording/judge-wordings.ts'
import type { SharedRun } from '../wording/shared-run.ts'
import { readWording, type Wording } from '../wording/wording.ts'
import { AnchorRow } from './anchor-row.ts'
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

/** Wordings that were read are kept for the next pair, so many. */
const MOST_KEPT = 20_000

/**
 * All ties of different wordings, those with themselves first.
 *
 * @param texts all different, at most 2,097,152
 * @param onAnchors given the anchors of all wordings, before any two are tied
 */
export function* tieWordings(
  texts: readonly string[],
  onAnchors?: (anchors: AnchorRow) => void,
): Generator<NumberedTie> {
  if (texts.length > AnchorRow.most)
    throw new RangeError(`${texts.length} wordings are more than are taken at once (${AnchorRow.most})`)
  const anchors = new AnchorRow()
  const rows = new WordRows()
  for (const [number, text] of texts.entries()) {
    const wording = readWording(text)
    rows.add(wording)
    const strength = judgeSame(wording)
    if (strength === null) continue
    yield { one: number, other: number, strength, score: 1, sharedWords: wording.words.length, runs: [] }
    for (const anchor of anchorsOf(wording)) anchors.push(anchor, number)
  }
  anchors.sort()
  onAnchors?.(anchors)
  const read = keepSome(number => readWording(texts[number] as string))
  for (const pair of pairUp(anchors, texts.length)) {
    const [one, other] = [Math.floor(pair / AnchorRow.most), pair % AnchorRow.most]
    if (!rows.mayTie(one, other)) continue
    const tie = judgeWordings(read(one), read(other))
    if (tie !== null) yield { one, other, ...tie }
  }
}

/** Pairs of so many wordings with all others are held at once: all of a million wordings would take hundreds of MB. */
const WORDINGS_AT_ONCE = 65_536

/** Every pair of wordings that share an anchor which is not generic, once and in order, as one number; the smaller first. */
function* pairUp(anchors: AnchorRow, wordings: number): Generator<number> {
  for (let low = 0; low < wordings; low += WORDINGS_AT_ONCE) {
    const pairs = NumberRow.ofDoubles()
    for (const [from, end] of anchors.groups(MOST_OF_ANCHOR))
      for (let at = from; at < end; at++) {
        const one = anchors.wordingAt(at)
        if (one < low) continue
        if (one >= low + WORDINGS_AT_ONCE) break
        for (let next = at + 1; next < end; next++) pairs.push(one * AnchorRow.most + anchors.wordingAt(next))
      }
    yield* pairs.distinct()
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
