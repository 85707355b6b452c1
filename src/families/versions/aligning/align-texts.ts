import { diffArrays } from 'diff'
import type { Span } from '../../../domain/span.ts'
import type { Token } from '../../../quote/text/tokens.ts'
import { matchUnits, type UnitMatch } from './match-units.ts'
import { readUnits, type Unit, type UnitText } from './read-units.ts'

/** A stretch of a sentence: words and marks that both texts have, or only one of them. Spans in UTF-16. */
export interface WordPart {
  readonly kind: 'same' | 'gone' | 'new'
  readonly before: Span | null
  readonly after: Span | null
}

/** A sentence of either text or of both, in words. */
export interface AlignedUnit extends UnitMatch {
  readonly parts: readonly WordPart[]
}

/** Two texts, sentence by sentence and word by word. */
export interface AlignedTexts {
  readonly before: UnitText
  readonly after: UnitText
  /** In the order in which they are read: what is gone stands where it stood. */
  readonly units: readonly AlignedUnit[]
  /** Of each word of the earlier text the one of the later that it is; -1 where it is gone. */
  readonly wordAfter: Int32Array
  /** The same, the other way round. */
  readonly wordBefore: Int32Array
  /** Of each word of a text, whether other quotation marks stand beside it in the other. */
  readonly isRequoted: { readonly before: Uint8Array; readonly after: Uint8Array }
}

/** More changes than this in one sentence, in words and marks: it is another sentence. */
const MOST_CHANGES = 3_000

/**
 * Aligns two texts by sentences and then by words, whatever blanks, kinds of quotation marks and dashes they have. What is
 * found is the same from either side.
 */
export function alignTexts(before: string, after: string): AlignedTexts {
  // Of several alignments that are as good, a diff takes another one from the other side.
  return before <= after ? alignForward(before, after) : mirror(alignForward(after, before))
}

function alignForward(earlier: string, later: string): AlignedTexts {
  const [before, after] = [readUnits(earlier), readUnits(later)]
  const wordAfter = new Int32Array(before.words.length).fill(-1)
  const wordBefore = new Int32Array(after.words.length).fill(-1)
  const isRequoted = { before: new Uint8Array(before.words.length), after: new Uint8Array(after.words.length) }
  const aligned: AlignedTexts = { before, after, units: [], wordAfter, wordBefore, isRequoted }
  const units = matchUnits(before, after).map(match => alignUnit(aligned, match))
  return { ...aligned, units: inReadingOrder(units) }
}

function mirror({ before, after, units, wordAfter, wordBefore, isRequoted }: AlignedTexts): AlignedTexts {
  const turned = { same: 'same', edited: 'edited', rewritten: 'rewritten', gone: 'new', new: 'gone' } as const
  return {
    before: after,
    after: before,
    wordAfter: wordBefore,
    wordBefore: wordAfter,
    isRequoted: { before: isRequoted.after, after: isRequoted.before },
    units: inReadingOrder(
      units.map(unit => ({
        before: unit.after,
        after: unit.before,
        kind: turned[unit.kind],
        isMoved: unit.isMoved,
        parts: goneFirst(
          unit.parts.map(({ kind, before: was, after: is }) => ({
            kind: kind === 'same' ? kind : kind === 'gone' ? 'new' : 'gone',
            before: is,
            after: was,
          })),
        ),
      })),
    ),
  }
}

/** A word, or marks between words. */
interface Item extends Span {
  readonly key: string
  /** Whether it may have a capital only because something begins with it. */
  readonly isFirst: boolean
  /** Place of the word among those of the text; null of marks. */
  readonly word: number | null
}

function alignUnit(aligned: AlignedTexts, match: UnitMatch): AlignedUnit {
  const { before, after, wordAfter, wordBefore } = aligned
  const [ones, others] = [itemsOf(before, match.before), itemsOf(after, match.after)]
  const parts: WordPart[] = []
  const take = (kind: WordPart['kind'], from: number, count: number, otherFrom: number, otherCount: number) => {
    parts.push({
      kind,
      before: count === 0 ? null : stretch(ones, from, count, endOf(before, match.before)),
      after: otherCount === 0 ? null : stretch(others, otherFrom, otherCount, endOf(after, match.after)),
    })
    if (kind !== 'same') return
    for (let step = 0; step < count; step++) {
      const [one, other] = [ones[from + step]?.word ?? null, others[otherFrom + step]?.word ?? null]
      if (one === null || other === null) continue
      wordAfter[one] = other
      wordBefore[other] = one
    }
  }
  const changes =
    match.kind === 'same' || match.kind === 'edited'
      ? diffArrays(ones, others, { comparator: areSame, maxEditLength: MOST_CHANGES })
      : undefined
  if (changes === undefined) {
    if (ones.length > 0) take('gone', 0, ones.length, 0, 0)
    if (others.length > 0) take('new', 0, 0, 0, others.length)
    return { ...match, parts }
  }
  let [at, otherAt] = [0, 0]
  for (const { added, removed, count } of changes) {
    if (added) take('new', at, 0, otherAt, count)
    else if (removed) take('gone', at, count, otherAt, 0)
    else take('same', at, count, otherAt, count)
    if (!added) at += count
    if (!removed) otherAt += count
  }
  noteQuotes(aligned, ones, others)
  return { ...match, parts: goneFirst(parts) }
}

function areSame(one: Item, other: Item): boolean {
  if (one.key === other.key) return true
  const isBeginning = one.isFirst || other.isFirst
  return isBeginning && one.word !== null && other.word !== null && one.key.toLowerCase() === other.key.toLowerCase()
}

/** Of a change, what is gone stands before what is new. */
function goneFirst(parts: readonly WordPart[]): WordPart[] {
  const ordered: WordPart[] = []
  for (const part of parts) {
    const former = ordered.at(-1)
    if (part.kind === 'gone' && former?.kind === 'new') ordered.splice(-1, 0, part)
    else ordered.push(part)
  }
  return ordered
}

function itemsOf({ text, words, units }: UnitText, numbers: readonly number[]): Item[] {
  return numbers.flatMap(number => {
    const { start, first, last, end } = units[number] as Unit
    const items: Item[] = []
    let behind = start
    const addMarks = (to: number) => {
      const key = marksKey(text.slice(behind, to))
      if (key !== '') items.push({ key, isFirst: false, start: behind, end: to, word: null })
      return key
    }
    for (let word = first; word < last; word++) {
      const token = words[word] as Token
      const marks = addMarks(token.start)
      const isFirst = word === first || /["':…]/.test(marks)
      // A word is no marks, whatever it looks like.
      items.push({ key: `w${token.key}`, isFirst, start: token.start, end: token.end, word })
      behind = token.end
    }
    addMarks(end)
    return items
  })
}

/** Marks as they are compared: no blanks, one kind of double and of single quotation mark, of dash and of ellipsis. */
function marksKey(between: string): string {
  return between
    .replace(/\s+/gu, '')
    .replace(/[“”„‟«»＂「」『』]|''|``|‘‘|’’/gu, '"')
    .replace(/[‘’‚‛‹›`´ʼ]/gu, "'")
    .replace(/[-‐‑‒–—―−﹘﹣－]+/gu, '-')
    .replace(/…|\.{3,}/gu, '…')
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
}

/** From the beginning of an item to that of the one behind the stretch, so that stretches together are the sentence. */
function stretch(items: readonly Item[], from: number, count: number, end: number): Span {
  return { start: (items[from] as Item).start, end: items[from + count]?.start ?? end }
}

function endOf({ units }: UnitText, numbers: readonly number[]): number {
  return units[numbers.at(-1) ?? -1]?.end ?? 0
}

/** Notes of words that stand in both texts whether other quotation marks stand beside them. */
function noteQuotes({ wordAfter, isRequoted }: AlignedTexts, ones: readonly Item[], others: readonly Item[]): void {
  const at = new Map(others.map(({ word }, index) => [word, index]))
  for (const [index, { word }] of ones.entries()) {
    if (word === null) continue
    const other = wordAfter[word] as number
    const place = at.get(other)
    if (other === -1 || place === undefined) continue
    for (const beside of [-1, 1])
      if (quotesAt(ones, index + beside) !== quotesAt(others, place + beside)) {
        isRequoted.before[word] = 1
        isRequoted.after[other] = 1
      }
  }
}

function quotesAt(items: readonly Item[], index: number): string {
  const item = items[index]
  return item === undefined || item.word !== null ? '' : item.key.replace(/[^"']/g, '')
}

/** That of the later text; what is gone stands behind the last sentence before it that kept its place. */
function inReadingOrder(units: readonly AlignedUnit[]): AlignedUnit[] {
  const firstOf = ({ before }: AlignedUnit) => before[0] ?? -1
  const gone = units.filter(({ after }) => after.length === 0).toSorted((a, b) => firstOf(a) - firstOf(b))
  const rest = units
    .filter(({ after }) => after.length > 0)
    .toSorted((a, b) => (a.after[0] as number) - (b.after[0] as number))
  const isKept = (unit: AlignedUnit) => unit.before.length > 0 && !unit.isMoved
  const places = rest.filter(isKept).map(firstOf)
  const ordered: AlignedUnit[] = []
  let [next, kept] = [0, 0]
  const tellGone = () => {
    const until = places[kept] ?? Number.POSITIVE_INFINITY
    while (next < gone.length && firstOf(gone[next] as AlignedUnit) < until) ordered.push(gone[next++] as AlignedUnit)
  }
  tellGone()
  for (const unit of rest) {
    ordered.push(unit)
    if (!isKept(unit)) continue
    kept++
    tellGone()
  }
  return ordered
}
