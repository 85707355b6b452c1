import type { Span } from '../../../domain/span.ts'
import type { AlignedTexts } from '../aligning/align-texts.ts'
import type { ChangedField, VersionChange, VersionChangeKind } from '../change.ts'
import { nameOf } from '../version-text.ts'
import { keysOf, type WordedClaim } from './claim-words.ts'
import { compareSources } from './compare-sources.ts'
import { type ClaimPair, pairClaims } from './pair-claims.ts'

/** A change of a claim, and the words of both texts that it is about. */
export interface ClaimChange extends Omit<VersionChange, 'spanBefore' | 'spanAfter' | 'unit'> {
  readonly wordsBefore: readonly number[]
  readonly wordsAfter: readonly number[]
}

export interface ComparedClaims {
  readonly changes: readonly ClaimChange[]
  /** Claims that are read otherwise although none of their words changed: no change of the article. */
  readonly readOtherwise: number
}

/**
 * What became of the claims of a text in another. A change is one of words: where all the words of a claim stand in both
 * texts, it is not the article that changed but how it is read, and that is counted and no change.
 */
export function compareClaims(
  texts: AlignedTexts,
  before: readonly WordedClaim[],
  after: readonly WordedClaim[],
): ComparedClaims {
  const { pairs, gone, added } = pairClaims(texts, before, after)
  const changes: ClaimChange[] = []
  let readOtherwise = 0
  for (const pair of pairs) {
    const found = comparePair(texts, pair)
    changes.push(...found.changes)
    if (found.isReadOtherwise) readOtherwise++
  }
  for (const one of gone) {
    if (isTouched(texts.wordAfter, one)) changes.push(toWhole('gone', one, null))
    else readOtherwise++
  }
  for (const other of added) {
    if (isTouched(texts.wordBefore, other)) changes.push(toWhole('added', null, other))
    else readOtherwise++
  }
  return { changes, readOtherwise }
}

/** Whether a word of it is in the one text alone. */
function isTouched(partner: Int32Array, { words }: WordedClaim): boolean {
  return [...words.source, ...words.cue, ...words.content].some(place => partner[place] === -1)
}

function toWhole(change: 'added' | 'gone', one: WordedClaim | null, other: WordedClaim | null): ClaimChange {
  const all = (claim: WordedClaim | null) => (claim === null ? [] : Object.values(claim.words).flat())
  return {
    change,
    field: null,
    claimBefore: one?.claim.id ?? null,
    claimAfter: other?.claim.id ?? null,
    before: one === null ? null : (wordsOf(one, 'content') ?? wordsOf(one, 'cue')),
    after: other === null ? null : (wordsOf(other, 'content') ?? wordsOf(other, 'cue')),
    wordsBefore: all(one),
    wordsAfter: all(other),
  }
}

function comparePair(
  texts: AlignedTexts,
  pair: ClaimPair,
): { readonly changes: readonly ClaimChange[]; readonly isReadOtherwise: boolean } {
  const { before, after } = pair
  const changes: ClaimChange[] = []
  const add = (
    change: VersionChangeKind,
    field: ChangedField,
    values: readonly [string | null, string | null],
    role = field,
  ) =>
    changes.push({
      change,
      field,
      claimBefore: before.claim.id,
      claimAfter: after.claim.id,
      before: values[0],
      after: values[1],
      wordsBefore: placesOf(before, role),
      wordsAfter: placesOf(after, role),
    })
  for (const field of ['content', 'cue'] as const)
    if (areWordsChanged(texts, pair, field)) add('changed', field, [wordsOf(before, field), wordsOf(after, field)])
  const source = compareSources(texts, pair, areWordsChanged(texts, pair, 'source'))
  if (source !== null) add(source, 'source', [nameOf(before.claim), nameOf(after.claim)])
  const isNear = isChangedInside(texts, pair)
  const labels = [
    ['quotation', before.claim.quotation, after.claim.quotation, isNear || isRequoted(texts, pair)],
    ['act', before.claim.act, after.claim.act, isNear],
    ['negated', String(before.claim.negated), String(after.claim.negated), isNear],
  ] as const
  let isReadOtherwise = before.claim.name !== after.claim.name && source === null
  for (const [field, was, is, isFounded] of labels) {
    if (was === is) continue
    if (isFounded) add('changed', field, [was, is], field === 'quotation' ? 'content' : 'cue')
    else isReadOtherwise = true
  }
  return { changes, isReadOtherwise }
}

/** The words of a claim's part, as they stand; parts of it with an ellipsis between them. */
export function wordsOf({ claim }: WordedClaim, role: 'source' | 'cue' | 'content'): string | null {
  const texts = claim.spans.filter(span => span.role === role).map(({ text }) => text)
  return texts.length === 0 ? null : texts.join(' … ')
}

function placesOf({ words }: WordedClaim, field: ChangedField): readonly number[] {
  return field === 'content' || field === 'cue' || field === 'source' ? words[field] : []
}

function areWordsChanged(
  texts: AlignedTexts,
  { before, after }: ClaimPair,
  role: 'content' | 'cue' | 'source',
): boolean {
  const [ones, others] = [before.words[role], after.words[role]]
  if (keysOf(texts.before, ones) === keysOf(texts.after, others)) return false
  return (
    ones.some(place => texts.wordAfter[place] === -1) ||
    others.some(place => texts.wordBefore[place] === -1) ||
    !isInOrder(ones.map(place => texts.wordAfter[place] as number))
  )
}

/** Sentences of a quotation may have changed places. */
function isInOrder(places: readonly number[]): boolean {
  return places.every((place, index) => index === 0 || (places[index - 1] as number) < place)
}

/** Whether anything changed from the first of a claim's words to its last, on either side. */
function isChangedInside({ wordAfter, wordBefore }: AlignedTexts, { before, after }: ClaimPair): boolean {
  return (
    wordAfter.subarray(before.first, before.last).includes(-1) ||
    wordBefore.subarray(after.first, after.last).includes(-1)
  )
}

function isRequoted({ isRequoted }: AlignedTexts, { before, after }: ClaimPair): boolean {
  return (
    before.words.content.some(place => isRequoted.before[place] === 1) ||
    after.words.content.some(place => isRequoted.after[place] === 1)
  )
}

/** The stretch of a text that some of its words span, in UTF-16; null of none. */
export function hullOf({ words }: AlignedTexts['before'], places: readonly number[]): Span | null {
  if (places.length === 0) return null
  const first = places.reduce((least, place) => Math.min(least, place))
  const last = places.reduce((most, place) => Math.max(most, place))
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 }
}
