import { type Passage, tokenOf } from '../text/passage.ts'
import type { QuotedWords } from '../text/quoted-words.ts'
import type { Token } from '../text/tokens.ts'
import { isSame, isSameBetween } from './find-exact.ts'

/** What became of one word of the quotation: which stored word it stands for, or null where it stands for none. */
export interface Alignment {
  readonly passage: Passage
  /** Place of the stored word in the passage; null for an added one, which then stands behind the word before it. */
  readonly place: number | null
}

/**
 * What each step costs, in words: one that is added costs 1. A leap to other words costs as much as a few changed
 * ones, so that a splice is found where its pieces are longer than that, and no changed word is taken for one.
 */
const COST = {
  changed: 0.95,
  added: 1,
  capitals: 0.15,
  marks: 0.05,
  inserted: 0.05,
  replaced: 0.3,
  cut: 0.8,
  cutWord: 0.02,
  ellipsis: 0.1,
  ellipsisWord: 0.002,
  leap: 2.5,
  announcedLeap: 0.3,
  apart: 1.2,
  /** Of words that nobody is said to have said, so that a claim with the same ones comes first. */
  unattributed: 0.2,
} as const

/** Of each passage, in order of preference, how much it is to be preferred less. */
const PREFERENCE = 0.001

/** How a word was come to. */
const WAY = { next: 0, skip: 1, leap: 2, begin: 3, added: 4 } as const

/** All stored words of the passages in one row. */
interface Row {
  readonly passages: readonly Passage[]
  readonly passageOf: Int32Array
  readonly firstOf: readonly number[]
  readonly folded: readonly string[]
  readonly length: number
}

/**
 * The cheapest way to make a quotation from stored words, one entry for each of its words: it may begin and end anywhere,
 * leave words out, put words in, and go on elsewhere. Null where there are no stored words.
 *
 * A diff of two whole texts does not give this: the quotation is to be found inside the longer text, and in several at once.
 */
export function align(quotation: QuotedWords, passages: readonly Passage[]): Alignment[] | null {
  const row = layOut(passages)
  if (row.length === 0) return null
  const { list } = quotation
  const back = new Int32Array(list.length * (row.length + 1))
  let costs = new Float64Array(row.length + 1).fill(Number.POSITIVE_INFINITY)
  // The last place stands for a quotation of which nothing has been found yet.
  costs[row.length] = 0
  for (let index = 0; index < list.length; index++)
    costs = step(quotation, index, row, costs, back.subarray(index * (row.length + 1), (index + 1) * (row.length + 1)))
  return trace(quotation, row, costs, back)
}

function layOut(passages: readonly Passage[]): Row {
  const passageOf: number[] = []
  const firstOf: number[] = []
  const folded: string[] = []
  for (const [number, passage] of passages.entries()) {
    firstOf.push(folded.length)
    for (let place = 0; place < passage.at.length; place++) {
      passageOf.push(number)
      folded.push(tokenOf(passage, place).folded)
    }
  }
  return { passages, passageOf: Int32Array.from(passageOf), firstOf, folded, length: folded.length }
}

/** Takes one more word of the quotation in. */
function step(
  quotation: QuotedWords,
  index: number,
  row: Row,
  before: Float64Array,
  back: Int32Array,
): Float64Array<ArrayBuffer> {
  const { length } = row
  const after = new Float64Array(length + 1)
  const isAnnounced = quotation.isAfterEllipsis[index] === true
  const [skipCost, skipWord] = isAnnounced ? [COST.ellipsis, COST.ellipsisWord] : [COST.cut, COST.cutWord]
  const leaps = findLeaps(row, before, isAnnounced)
  const addCost = quotation.isInserted[index] === true ? COST.inserted : COST.added
  let [skipFrom, skip, skipAt] = [-1, Number.POSITIVE_INFINITY, -1]
  for (let at = 0; at < length; at++) {
    const number = row.passageOf[at] as number
    const passage = row.passages[number] as Passage
    const place = at - (row.firstOf[number] as number)
    if (skipAt !== number) [skipFrom, skip, skipAt] = [-1, Number.POSITIVE_INFINITY, number]
    const leap = leaps[number] as Leap
    let [best, way, from]: [number, number, number] = [
      leap.cost,
      leap.from === length ? WAY.begin : WAY.leap,
      leap.from,
    ]
    if (place > 0) {
      const next = (before[at - 1] as number) + (passage.joints[place] === 'apart' ? COST.apart : 0)
      if (next <= best) [best, way, from] = [next, WAY.next, at - 1]
      if (skip < best) [best, way, from] = [skip, WAY.skip, skipFrom]
      skip += skipWord
      const fresh = (before[at - 1] as number) + skipCost + skipWord
      if (fresh < skip) [skip, skipFrom] = [fresh, at - 1]
    }
    best += costOf({ quotation, index, passage, place }, row.folded[at] as string, way === WAY.next)
    const added = (before[at] as number) + addCost
    if (added < best) [best, way, from] = [added, WAY.added, at]
    after[at] = best
    back[at] = from * 8 + way
  }
  after[length] = (before[length] as number) + addCost
  back[length] = length * 8 + WAY.added
  return after
}

interface Leap {
  readonly cost: number
  readonly from: number
}

/** The cheapest way into each passage from elsewhere, or from the beginning. */
function findLeaps({ passages, firstOf, length }: Row, costs: Float64Array, isAnnounced: boolean): Leap[] {
  const leastOf = passages.map((passage, number) => {
    let least: Leap = { cost: Number.POSITIVE_INFINITY, from: length }
    const first = firstOf[number] as number
    for (let at = first; at < first + passage.at.length; at++)
      if ((costs[at] as number) < least.cost) least = { cost: costs[at] as number, from: at }
    return least
  })
  const cheapest = leastOf.reduce((a, b) => (b.cost < a.cost ? b : a), { cost: Number.POSITIVE_INFINITY, from: length })
  return passages.map((passage, number) => {
    const dislike = PREFERENCE * number + (passage.claim === null ? COST.unattributed : 0)
    let best: Leap = { cost: (costs[length] as number) + dislike, from: length }
    if (cheapest.cost + COST.leap + dislike < best.cost)
      best = { cost: cheapest.cost + COST.leap + dislike, from: cheapest.from }
    if (!isAnnounced) return best
    for (const [other, least] of leastOf.entries()) {
      const cost = least.cost + COST.announcedLeap + dislike
      if (cost < best.cost && follows(passages[other] as Passage, passage)) best = { cost, from: least.from }
    }
    return best
  })
}

/** Whether one passage comes behind another of the same article that the same source says. */
export function follows(earlier: Passage, later: Passage): boolean {
  const [one, other] = [earlier.claim?.source, later.claim?.source]
  if (earlier === later || earlier.of.article.id !== later.of.article.id || !one || !other) return false
  const isSameSource = one.name !== null ? one.name === other.name : other.name === null && one.text === other.text
  return isSameSource && (earlier.at.at(-1) ?? 0) < (later.at[0] ?? 0)
}

/** A quoted word, and the place in a passage that it may stand for. */
interface Pairing {
  readonly quotation: QuotedWords
  readonly index: number
  readonly passage: Passage
  readonly place: number
}

/** @param isNext whether the word before is the one that stands before in the passage */
function costOf({ quotation, index, passage, place }: Pairing, folded: string, isNext: boolean): number {
  const { list, isInserted, isAfterEllipsis, isResumed } = quotation
  const quoted = list[index] as Token
  if (quoted.folded !== folded) return isInserted[index] === true ? COST.replaced : COST.changed
  const mayBegin = index === 0 || isAfterEllipsis[index] === true || isResumed[index] === true
  const cost = isSame(quoted, tokenOf(passage, place), mayBegin) ? 0 : COST.capitals
  return isNext && !isSameBetween(quotation, index, passage, place) ? cost + COST.marks : cost
}

function trace(quotation: QuotedWords, row: Row, costs: Float64Array, back: Int32Array): Alignment[] | null {
  const { length, passages, passageOf, firstOf } = row
  let at = 0
  for (let other = 1; other <= length; other++) if ((costs[other] as number) < (costs[at] as number)) at = other
  if (at === length) return null
  const alignments: Alignment[] = []
  for (let index = quotation.list.length - 1; index >= 0; index--) {
    const step = back[index * (length + 1) + at] as number
    const way = step & 7
    // Words before all that was found belong to the passage that the first of them leads into.
    const number =
      at === length ? passages.indexOf((alignments.at(-1) as Alignment).passage) : (passageOf[at] as number)
    const place = way === WAY.added ? null : at - (firstOf[number] as number)
    alignments.push({ passage: passages[number] as Passage, place })
    at = step >> 3
  }
  return alignments.reverse()
}
