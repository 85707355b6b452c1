import type { Span } from '../../../domain/span.ts'
import { CodePointOffsets } from '../../../domain/text/code-points.ts'
import { type AlignedTexts, alignTexts } from '../aligning/align-texts.ts'
import type { Unit, UnitText } from '../aligning/read-units.ts'
import type { VersionChange } from '../change.ts'
import { findNewNotes, findNotes, noteKindOf } from '../find-notes.ts'
import type { VersionText } from '../version-text.ts'
import { type WordedClaim, wordClaims } from './claim-words.ts'
import { type ClaimChange, compareClaims, hullOf } from './compare-claims.ts'

/** What changed from one version of an article to another. */
export interface ComparedVersions {
  readonly texts: AlignedTexts
  /** In the order of the text. */
  readonly changes: readonly VersionChange[]
  /** Claims that are read otherwise although none of their words changed. */
  readonly readOtherwise: number
}

/**
 * Compares two versions of an article: what was said in both in other words, in one alone, by somebody else, and what changed
 * beside that. Blanks, kinds of quotation marks and dashes, and what was only moved, are no change. Linear in the length of
 * both; the same from either side, but for notes.
 */
export function compareVersions(before: VersionText, after: VersionText): ComparedVersions {
  const texts = alignTexts(before.text, after.text)
  const [notesBefore, notesAfter] = [noteUnits(texts.before), noteUnits(texts.after)]
  const spoken = (text: UnitText, claims: readonly WordedClaim[], notes: ReadonlySet<number>) =>
    // What a note says of the article itself is no claim of it.
    claims.filter(({ first, last }) => first < last && !notes.has(text.unitOf[first] ?? -1))
  const ones = spoken(texts.before, wordClaims(texts.before, before.claims), notesBefore)
  const others = spoken(texts.after, wordClaims(texts.after, after.claims), notesAfter)
  const { changes, readOtherwise } = compareClaims(texts, ones, others)
  const notes = findNewNotes(texts).map((note): ClaimChange => {
    const words = note.units.flatMap(number => wordsOfUnit(texts.after, number))
    return {
      ...NO_CLAIM,
      change: 'noted',
      field: null,
      before: null,
      after: note.text,
      wordsBefore: [],
      wordsAfter: words,
    }
  })
  const known = new Set(before.leftOut)
  const leftOut = after.leftOut
    .filter(passage => !known.has(passage) && noteKindOf(passage) !== null)
    .map(passage => ({
      ...NO_CLAIM,
      change: 'noted' as const,
      field: null,
      before: null,
      after: passage,
      wordsBefore: [],
      wordsAfter: [],
    }))
  const rest = findRest(texts, findTold(texts, [...changes, ...notes], ones, others))
  const title = compareTitles(texts, before.title, after.title, rest)
  const place = placesIn(texts)
  return {
    texts,
    readOtherwise,
    changes: [...title, ...changes, ...notes, ...leftOut, ...rest]
      .map(change => ({ change, at: place(change) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ change, at }) => ({ ...withSpans(texts, change), unit: at === -1 ? null : at })),
  }
}

const NO_CLAIM = { claimBefore: null, claimAfter: null } as const

function noteUnits(text: UnitText): ReadonlySet<number> {
  return new Set(findNotes(text).flatMap(({ units }) => units))
}

function wordsOfUnit({ units }: UnitText, number: number): number[] {
  const { first, last } = units[number] as Unit
  return Array.from({ length: last - first }, (_, index) => first + index)
}

/** What changed in words that no change of a claim is about, sentence by sentence. */
function findRest(texts: AlignedTexts, told: Told): ClaimChange[] {
  const { before, after, wordAfter, wordBefore } = texts
  return texts.units.flatMap(unit => {
    const ones = unit.before.flatMap(number => wordsOfUnit(before, number))
    const others = unit.after.flatMap(number => wordsOfUnit(after, number))
    const isWhole = unit.kind === 'gone' || unit.kind === 'new'
    // Of a sentence that stands in one text alone, what is said in it tells of it.
    if (isWhole && (ones.some(place => told.before.has(place)) || others.some(place => told.after.has(place))))
      return []
    const isLeft =
      ones.some(place => wordAfter[place] === -1 && !told.before.has(place)) ||
      others.some(place => wordBefore[place] === -1 && !told.after.has(place))
    if (!isLeft) return []
    return [
      {
        ...NO_CLAIM,
        change: unit.kind === 'gone' ? 'gone' : unit.kind === 'new' ? 'added' : 'changed',
        field: 'text',
        before: textOf(before, unit.before),
        after: textOf(after, unit.after),
        wordsBefore: ones,
        wordsAfter: others,
      } as const,
    ]
  })
}

/** Words of both texts that changes are about. */
interface Told {
  readonly before: ReadonlySet<number>
  readonly after: ReadonlySet<number>
}

/** All words of claims that changed, of notes, and the changed words beside them. */
function findTold(
  { wordAfter, wordBefore }: AlignedTexts,
  changes: readonly ClaimChange[],
  before: readonly WordedClaim[],
  after: readonly WordedClaim[],
): Told {
  const collect = (
    claims: readonly WordedClaim[],
    partner: Int32Array,
    idOf: (change: ClaimChange) => string | null,
    wordsOf: (change: ClaimChange) => readonly number[],
  ) => {
    const ids = new Set(changes.map(idOf))
    const own = claims.filter(({ claim }) => ids.has(claim.id)).flatMap(({ words }) => Object.values(words).flat())
    return growOver(partner, [...own, ...changes.flatMap(wordsOf)])
  }
  return {
    before: collect(
      before,
      wordAfter,
      ({ claimBefore }) => claimBefore,
      ({ wordsBefore }) => wordsBefore,
    ),
    after: collect(
      after,
      wordBefore,
      ({ claimAfter }) => claimAfter,
      ({ wordsAfter }) => wordsAfter,
    ),
  }
}

/** The words, and those of the same text alone that they run on into. */
function growOver(partner: Int32Array, words: readonly number[]): Set<number> {
  const told = new Set(words)
  for (const word of words) {
    if (partner[word] !== -1) continue
    for (const step of [-1, 1])
      for (let next = word + step; partner[next] === -1 && !told.has(next); next += step) told.add(next)
  }
  return told
}

function textOf({ text, units }: UnitText, numbers: readonly number[]): string | null {
  if (numbers.length === 0) return null
  return numbers
    .map(number => units[number] as Unit)
    .map(({ start, end }) => text.slice(start, end))
    .join('')
    .trim()
}

/** A title that stands beside the text, and in it in other words or not at all. */
function compareTitles(
  { before, after }: AlignedTexts,
  was: string | null,
  is: string | null,
  rest: readonly ClaimChange[],
): ClaimChange[] {
  if (was === null || is === null || alignTexts(was, is).units.every(({ kind }) => kind === 'same')) return []
  const isTold = rest.some(change => change.before === was.trim() && change.after === is.trim())
  const isInText = startsWith(before, was) || startsWith(after, is)
  if (isTold || isInText) return []
  return [{ ...NO_CLAIM, change: 'changed', field: 'text', before: was, after: is, wordsBefore: [], wordsAfter: [] }]
}

function startsWith({ text, units: [first] }: UnitText, title: string): boolean {
  const squeeze = (words: string) => words.replaceAll(/\s+/gu, ' ').trim()
  return first !== undefined && squeeze(text.slice(0, first.end)) === squeeze(title)
}

/** Where a change stands among the others: by the sentence of its first word, in the order in which both are read. */
function placesIn({ before, after, units }: AlignedTexts): (change: ClaimChange) => number {
  const [ofBefore, ofAfter] = [new Map<number, number>(), new Map<number, number>()]
  for (const [turn, unit] of units.entries()) {
    for (const number of unit.before) ofBefore.set(number, turn)
    for (const number of unit.after) ofAfter.set(number, turn)
  }
  const least = (places: readonly number[]) => places.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  return ({ wordsBefore, wordsAfter }) => {
    if (wordsAfter.length > 0) return ofAfter.get(after.unitOf[least(wordsAfter)] ?? -1) ?? -1
    if (wordsBefore.length > 0) return ofBefore.get(before.unitOf[least(wordsBefore)] ?? -1) ?? -1
    return -1
  }
}

function withSpans(
  { before, after }: AlignedTexts,
  { wordsBefore, wordsAfter, ...change }: ClaimChange,
): Omit<VersionChange, 'unit'> {
  return { ...change, spanBefore: inPoints(before, wordsBefore), spanAfter: inPoints(after, wordsAfter) }
}

const offsets = new WeakMap<UnitText, CodePointOffsets>()

function inPoints(text: UnitText, places: readonly number[]): Span | null {
  const hull = hullOf(text, places)
  if (hull === null) return null
  let points = offsets.get(text)
  if (points === undefined) {
    points = new CodePointOffsets(text.text)
    offsets.set(text, points)
  }
  return points.of(hull)
}
