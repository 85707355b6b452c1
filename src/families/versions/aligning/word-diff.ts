import type { Span } from '../../../domain/span.ts'
import { type AlignedTexts, type AlignedUnit, alignTexts } from './align-texts.ts'

/** A stretch of text that both versions have, or one; `moved` where it stood elsewhere in the earlier. */
export interface DiffPiece {
  readonly kind: 'same' | 'gone' | 'new' | 'moved'
  readonly text: string
}

/** A paragraph of the later version, or one that is gone, in words. */
export interface DiffParagraph {
  readonly pieces: readonly DiffPiece[]
  readonly isChanged: boolean
  /** Numbers of its sentences among `AlignedTexts.units`, from and to before. */
  readonly units: Span
}

/** Two texts as one, paragraph by paragraph, with what is gone where it stood. */
export function diffParagraphs(texts: AlignedTexts): DiffParagraph[] {
  const groups: { readonly pieces: DiffPiece[]; readonly start: number; end: number }[] = []
  let last: AlignedUnit | null = null
  for (const [number, unit] of texts.units.entries()) {
    const pieces = piecesOf(texts, unit)
    const group = groups.at(-1)
    if (group !== undefined && last !== null && isOneParagraph(texts, last, unit)) {
      group.pieces.push(...pieces)
      group.end = number + 1
    } else groups.push({ pieces, start: number, end: number + 1 })
    last = unit
  }
  return groups.map(({ pieces, start, end }) => ({
    pieces: trim(pieces),
    isChanged: pieces.some(({ kind }) => kind !== 'same'),
    units: { start, end },
  }))
}

/** What became of some words, in one row. */
export function diffWords(before: string, after: string): DiffPiece[] {
  const texts = alignTexts(before, after)
  return trim(texts.units.flatMap(unit => piecesOf(texts, unit)))
}

/** Of two wordings what differs, with a few words around it, so that it is seen in a line. */
export function cutToChange(before: string, after: string, around: number): readonly [string, string] {
  const [words, others] = [before.split(/\s+/u), after.split(/\s+/u)]
  const least = Math.min(words.length, others.length)
  let [first, last] = [0, 0]
  while (first < least && words[first] === others[first]) first++
  while (last < least - first && words.at(-1 - last) === others.at(-1 - last)) last++
  const from = Math.max(0, first - around)
  const cut = (all: readonly string[]) => {
    const to = Math.min(all.length, all.length - last + around)
    return `${from > 0 ? '… ' : ''}${all.slice(from, to).join(' ')}${to < all.length ? ' …' : ''}`
  }
  return [cut(words), cut(others)]
}

/** Of a sentence that is gone it is the earlier text that says with which it was one paragraph. */
function isOneParagraph({ before, after }: AlignedTexts, one: AlignedUnit, other: AlignedUnit): boolean {
  const of = ({ units }: AlignedTexts['before'], numbers: readonly number[], at: number) =>
    units[numbers.at(at) ?? -1]?.paragraph
  if (one.after.length > 0 && other.after.length > 0) return of(after, one.after, -1) === of(after, other.after, 0)
  if (one.before.length === 0 || other.before.length === 0) return false
  return !one.isMoved && !other.isMoved && of(before, one.before, -1) === of(before, other.before, 0)
}

function piecesOf({ before, after }: AlignedTexts, { parts, isMoved }: AlignedUnit): DiffPiece[] {
  return parts.map(part => {
    const text =
      part.after === null
        ? before.text.slice(part.before?.start, part.before?.end)
        : after.text.slice(part.after.start, part.after.end)
    return { kind: part.kind === 'same' && isMoved ? 'moved' : part.kind, text }
  })
}

/** Without blanks before the first and behind the last; neighbours of one kind as one. */
function trim(pieces: readonly DiffPiece[]): DiffPiece[] {
  const joined: DiffPiece[] = []
  for (const piece of pieces) {
    const former = joined.at(-1)
    if (former?.kind === piece.kind) joined[joined.length - 1] = { ...former, text: former.text + piece.text }
    else joined.push(piece)
  }
  return joined
    .map((piece, index) => (index === 0 ? { ...piece, text: piece.text.trimStart() } : piece))
    .map((piece, index) => (index === joined.length - 1 ? { ...piece, text: piece.text.trimEnd() } : piece))
    .filter(({ text }) => text !== '')
}
