import { isPlain, weightOf } from '../../../quote/text/plain-words.ts'
import type { Unit, UnitText } from './read-units.ts'

/** Units of two texts that are one another's, in the order of the earlier text. */
export interface UnitMatch {
  /** Numbers of units, ascending; several where a sentence was split or joined. Empty where a unit has none. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly kind: 'same' | 'edited' | 'rewritten' | 'gone' | 'new'
  /** Whether it stands elsewhere, among units that kept their order. */
  readonly isMoved: boolean
}

/** Units of fewer words are in a text more than once by chance, and so are no sign that something was moved. */
const LEAST_MOVED = 4
/** From which share of common words on one sentence is another one edited: at the same place, and anywhere. */
const ALIKE_HERE = 0.45
const ALIKE_ANYWHERE = 0.7
/** From which share of its words on what was left of a sentence is part of the one beside it. */
const ALIKE_PART = 0.6
/** Below which two headings share so little that nothing of one is in the other. */
const ALIKE_HEADING = 0.3
/** How many sentences may share a word that says where a sentence went, and how many are looked at. */
const MOST_SHARING = 8
const MOST_CANDIDATES = 6
/** How many sentences of one gap are compared with one another whatever their words. */
const SMALL_GAP = 6

/**
 * Which sentences of a text are those of another: first those that are the same, wherever they stand (Heckel 1978: unique
 * ones, then their equal neighbours), then edited ones. Linear in the length of the texts.
 */
export function matchUnits(before: UnitText, after: UnitText): UnitMatch[] {
  const sides: Sides = {
    before,
    after,
    partner: new Int32Array(before.units.length).fill(-1),
    back: new Int32Array(after.units.length).fill(-1),
  }
  pairSame(sides)
  const isKept = findKept(sides.partner)
  const same = Int32Array.from(sides.partner)
  pairEdited(sides, isKept)
  pairHeadings(sides)
  return toMatches(sides, same, findKept(sides.partner))
}

interface Sides {
  readonly before: UnitText
  readonly after: UnitText
  /** Of each unit of the earlier text that of the later, and back; -1 where there is none. */
  readonly partner: Int32Array
  readonly back: Int32Array
}

function tie({ partner, back }: Sides, one: number, other: number): void {
  partner[one] = other
  back[other] = one
}

function pairSame(sides: Sides): void {
  const { before, after, partner, back } = sides
  pairInTurn(sides, (ofBefore, ofAfter) => ofBefore === 1 && ofAfter === 1)
  spread(sides)
  // What stands several times goes by its order, among those that are left.
  pairInTurn(sides, (ofBefore, ofAfter, words) => words >= LEAST_MOVED || ofBefore === ofAfter)
  spread(sides)

  function spread({ before: { units }, after: { units: others } }: Sides): void {
    const grow = (one: number, other: number) => {
      if (one < 0 || other < 0 || one >= units.length || other >= others.length) return
      if (partner[one] !== -1 || back[other] !== -1 || units[one]?.key !== others[other]?.key) return
      tie(sides, one, other)
    }
    for (let one = 0; one < before.units.length; one++)
      if (partner[one] !== -1) grow(one + 1, (partner[one] as number) + 1)
    for (let one = before.units.length - 1; one >= 0; one--)
      if (partner[one] !== -1) grow(one - 1, (partner[one] as number) - 1)
    // The first and last of a text have a border for a neighbour.
    grow(0, 0)
    grow(before.units.length - 1, after.units.length - 1)
  }
}

/** Ties units of one key that have no partner yet, the first to the first, where `may` says so of how many there are. */
function pairInTurn(sides: Sides, may: (ofBefore: number, ofAfter: number, words: number) => boolean): void {
  const free = (units: readonly Unit[], taken: Int32Array) =>
    Map.groupBy(
      [...units.keys()].filter(index => taken[index] === -1),
      index => (units[index] as Unit).key,
    )
  const others = free(sides.after.units, sides.back)
  for (const [key, ones] of free(sides.before.units, sides.partner)) {
    const same = others.get(key) ?? []
    const { first, last } = sides.before.units[ones[0] as number] as Unit
    if (!may(ones.length, same.length, last - first)) continue
    for (const [turn, one] of ones.entries()) {
      const other = same[turn]
      if (other !== undefined) tie(sides, one, other)
    }
  }
}

/** Of each unit with a partner whether it kept its place: those of a longest run of partners in ascending order. */
function findKept(partner: Int32Array): boolean[] {
  const ends: number[] = []
  const former = new Int32Array(partner.length).fill(-1)
  for (let index = 0; index < partner.length; index++) {
    const other = partner[index] as number
    if (other === -1) continue
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((partner[ends[middle] as number] as number) < other) low = middle + 1
      else high = middle
    }
    former[index] = low === 0 ? -1 : (ends[low - 1] as number)
    ends[low] = index
  }
  const isKept = new Array<boolean>(partner.length).fill(false)
  for (let at = ends.at(-1) ?? -1; at !== -1; at = former[at] as number) isKept[at] = true
  return isKept
}

interface Likeness {
  readonly one: number
  readonly other: number
  readonly share: number
}

function pairEdited(sides: Sides, isKept: readonly boolean[]): void {
  const { before, after, partner, back } = sides
  const ones = [...before.units.keys()].filter(index => partner[index] === -1)
  const others = [...after.units.keys()].filter(index => back[index] === -1)
  if (ones.length === 0 || others.length === 0) return
  const [gapOfOne, gapOfOther] = findGaps(sides, isKept)
  const inGap = Map.groupBy(others, other => gapOfOther[other] as number)
  const sizes = Map.groupBy(ones, one => gapOfOne[one] as number)
  const sharing = indexWords(after, others)
  const found = ones.flatMap(one => {
    const gap = gapOfOne[one] as number
    const near = inGap.get(gap) ?? []
    const isSmall = near.length <= SMALL_GAP && (sizes.get(gap)?.length ?? 0) <= SMALL_GAP
    const candidates = new Set([...(isSmall ? near : []), ...findSharing(before, one, sharing)])
    return [...candidates].flatMap((other): Likeness[] => {
      const share = likeness(before, [one], after, [other])
      const least = gapOfOther[other] === gap ? ALIKE_HERE : ALIKE_ANYWHERE
      return share >= least ? [{ one, other, share }] : []
    })
  })
  const isHere = ({ one, other }: Likeness) => (gapOfOne[one] === gapOfOther[other] ? 0 : 1)
  found.sort(
    (a, b) =>
      b.share - a.share ||
      isHere(a) - isHere(b) ||
      Math.abs(a.one - a.other) - Math.abs(b.one - b.other) ||
      a.one - b.one ||
      a.other - b.other,
  )
  for (const { one, other } of found) if (partner[one] === -1 && back[other] === -1) tie(sides, one, other)
}

/** Of each unit the gap between units that kept their places in which it stands: the last of those before it, or -1. */
function findGaps({ before, after, back }: Sides, isKept: readonly boolean[]): [Int32Array, Int32Array] {
  const [ofOne, ofOther] = [new Int32Array(before.units.length), new Int32Array(after.units.length)]
  let last = -1
  for (let one = 0; one < ofOne.length; one++) {
    if (isKept[one] === true) last = one
    ofOne[one] = last
  }
  last = -1
  for (let other = 0; other < ofOther.length; other++) {
    const one = back[other] as number
    if (one !== -1 && isKept[one] === true) last = one
    ofOther[other] = last
  }
  return [ofOne, ofOther]
}

function foldedWords({ words, units }: UnitText, unit: number): string[] {
  const { first, last } = units[unit] as Unit
  return words.slice(first, last).map(({ folded }) => folded)
}

/** The units that a word stands in, of words that say something and stand in few. */
function indexWords(text: UnitText, units: readonly number[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (const unit of units)
    for (const word of new Set(foldedWords(text, unit))) {
      if (isPlain(word)) continue
      const sharing = index.get(word)
      if (sharing === undefined) index.set(word, [unit])
      else sharing.push(unit)
    }
  return index
}

function findSharing(text: UnitText, unit: number, index: ReadonlyMap<string, readonly number[]>): number[] {
  const counts = new Map<number, number>()
  for (const word of new Set(foldedWords(text, unit))) {
    const sharing = index.get(word) ?? []
    if (sharing.length <= MOST_SHARING) for (const other of sharing) counts.set(other, (counts.get(other) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([one, a], [other, b]) => b - a || one - other)
    .slice(0, MOST_CANDIDATES)
    .map(([other]) => other)
}

/** Share of common words, in any order, from 0 to 1 (Dice); words that stand in every text count for little. */
function likeness(one: UnitText, ofOne: readonly number[], other: UnitText, ofOther: readonly number[]): number {
  const words = ofOne.flatMap(unit => foldedWords(one, unit))
  const others = ofOther.flatMap(unit => foldedWords(other, unit))
  const total = weigh(words) + weigh(others)
  return total === 0 ? 0 : (2 * weigh(shared(words, others))) / total
}

function weigh(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + weightOf(word), 0)
}

function shared(words: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1)
  return words.filter(word => {
    const count = left.get(word) ?? 0
    if (count > 0) left.set(word, count - 1)
    return count > 0
  })
}

/** The first line of both, where neither ends as a sentence does, is the heading, however little of it is left. */
function pairHeadings(sides: Sides): void {
  const { before, after, partner, back } = sides
  const isHeading = ({ text, units: [first, second] }: UnitText) =>
    first !== undefined &&
    first.paragraph !== second?.paragraph &&
    !/[.!?]["'”’]*\s*$/u.test(text.slice(first.start, first.end))
  if (partner[0] === -1 && back[0] === -1 && isHeading(before) && isHeading(after)) tie(sides, 0, 0)
}

function toMatches(sides: Sides, same: Int32Array, isKept: readonly boolean[]): UnitMatch[] {
  const { before, after, partner, back } = sides
  const joined = joinParts(sides)
  const isJoinedBack = new Set([...joined.values()].flatMap(({ after }) => after))
  const isJoined = new Set([...joined.values()].flatMap(({ before }) => before))
  const matches: UnitMatch[] = []
  for (let one = 0; one < partner.length; one++) {
    const other = partner[one] as number
    if (other === -1) {
      if (!isJoined.has(one)) matches.push({ before: [one], after: [], kind: 'gone', isMoved: false })
      continue
    }
    const isSame = same[one] !== -1
    const parts = joined.get(one) ?? { before: [one], after: [other] }
    const kind = isSame ? 'same' : isRewritten(sides, parts) ? 'rewritten' : 'edited'
    matches.push({ ...parts, kind, isMoved: isKept[one] !== true })
  }
  for (let other = 0; other < back.length; other++)
    if (back[other] === -1 && !isJoinedBack.has(other))
      matches.push({ before: [], after: [other], kind: 'new', isMoved: false })
  return matches

  function isRewritten(_: Sides, parts: { readonly before: readonly number[]; readonly after: readonly number[] }) {
    return likeness(before, parts.before, after, parts.after) < ALIKE_HEADING
  }
}

interface Parts {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** A sentence that was split in two, or made of two: what was left beside one that was edited, where its words are in that. */
function joinParts(sides: Sides): Map<number, Parts> {
  const { before, after, partner, back } = sides
  const joined = new Map<number, Parts>()
  const [taken, takenBack] = [new Set<number>(), new Set<number>()]
  for (let one = 0; one < partner.length; one++) {
    const other = partner[one] as number
    if (other === -1 || before.units[one]?.key === after.units[other]?.key) continue
    let parts: Parts = { before: [one], after: [other] }
    for (const beside of [one - 1, one + 1])
      if (partner[beside] === -1 && !taken.has(beside)) {
        const more = { ...parts, before: [...parts.before, beside].toSorted((a, b) => a - b) }
        if (!isPart(before, beside, parts.before, after, parts.after)) continue
        taken.add(beside)
        parts = more
      }
    for (const beside of [other - 1, other + 1])
      if (back[beside] === -1 && !takenBack.has(beside)) {
        const more = { ...parts, after: [...parts.after, beside].toSorted((a, b) => a - b) }
        if (!isPart(after, beside, parts.after, before, parts.before)) continue
        takenBack.add(beside)
        parts = more
      }
    joined.set(one, parts)
  }
  return joined
}

/** Whether most words of a unit are among those of units of the other text, beyond those that its neighbours have there. */
function isPart(
  text: UnitText,
  unit: number,
  neighbours: readonly number[],
  other: UnitText,
  ofOther: readonly number[],
): boolean {
  const words = foldedWords(text, unit)
  const others = ofOther.flatMap(one => foldedWords(other, one))
  const besides = neighbours.flatMap(one => foldedWords(text, one))
  const isTaken = new Map<string, number>()
  for (const word of shared(others, besides)) isTaken.set(word, (isTaken.get(word) ?? 0) + 1)
  const free = others.filter(word => {
    const count = isTaken.get(word) ?? 0
    if (count > 0) isTaken.set(word, count - 1)
    return count === 0
  })
  const weight = weigh(words)
  return weight > 0 && weigh(shared(words, free)) / weight >= ALIKE_PART
}
