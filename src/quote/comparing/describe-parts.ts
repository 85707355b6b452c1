import type { QuotedPart, QuotedPartKind } from '../quotation-check.ts'
import { marksBefore, marksBehind, type Passage, tokenOf } from '../text/passage.ts'
import type { QuotedWords } from '../text/quoted-words.ts'
import type { Token } from '../text/tokens.ts'
import { breakBetween, type Piece } from './compare.ts'
import { endsAlike, isInsertedThere, isSame, isSameBetween } from './find-exact.ts'

/** Stretch of a comparison while it is put together: offsets in the quotation and places in the passage. */
interface Stretch {
  kind: QuotedPartKind
  /** UTF-16 offsets in the quotation; null where nothing of it stands for this. */
  quoted: { start: number; end: number } | null
  /** First and last place in the passage; null where nothing stored stands for this. */
  stored: { first: number; last: number } | null
  /** Given where it is no words. */
  marks?: { readonly quoted: string; readonly stored: string }
}

/** How a piece of a quotation differs from the place that it is from, in the order of the quotation. */
export function describeParts(quotation: QuotedWords, piece: Piece): QuotedPart[] {
  const { passage, first, places } = piece
  const stretches: Stretch[] = []
  let last: { index: number; place: number } | null = null
  for (const [offset, place] of places.entries()) {
    const index = first + offset
    const quoted = quotation.list[index] as Token
    const isInserted = quotation.isInserted[index] === true
    if (place === null) {
      add(stretches, { kind: isInserted ? 'brackets' : 'added', quoted, stored: null })
      continue
    }
    if (last !== null) addBetween(quotation, passage, stretches, last, { index, place })
    add(stretches, {
      kind: kindOf(quotation, index, passage, place),
      quoted,
      stored: { first: place, last: place },
    })
    last = { index, place }
  }
  addEnd(quotation, piece, stretches)
  return stretches.map(stretch => toPart(quotation, passage, stretch))
}

function kindOf(quotation: QuotedWords, index: number, passage: Passage, place: number): QuotedPartKind {
  const [quoted, stored] = [quotation.list[index] as Token, tokenOf(passage, place)]
  if (quotation.isInserted[index] === true && !isInsertedThere(passage, place)) return 'brackets'
  const mayBegin =
    index === 0 ||
    passage.joints[place] === 'interrupted' ||
    quotation.isAfterEllipsis[index] === true ||
    quotation.isResumed[index] === true
  if (isSame(quoted, stored, mayBegin)) return 'same'
  return quoted.folded === stored.folded ? 'case' : 'changed'
}

/** A question that became none, or the other way, at the end of the quotation. */
function addEnd(quotation: QuotedWords, { passage, places, end }: Piece, stretches: Stretch[]): void {
  const last = places.at(-1)
  if (end !== quotation.list.length || last === null || last === undefined) return
  const [quoted, stored] = [quotation.marks[end] ?? '', marksBehind(passage, last)]
  if (!endsAlike(quoted, stored))
    add(stretches, { kind: 'marks', quoted: null, stored: null, marks: { quoted, stored } })
}

/** What stands between two words of a piece: stored words left out, or other marks. */
function addBetween(
  quotation: QuotedWords,
  passage: Passage,
  stretches: Stretch[],
  before: { readonly index: number; readonly place: number },
  after: { readonly index: number; readonly place: number },
): void {
  const kind = breakBetween(quotation, { ...before, passage }, { ...after, passage })
  if (kind === 'cut' || kind === 'ellipsis') {
    const stored = after.place > before.place + 1 ? { first: before.place + 1, last: after.place - 1 } : null
    add(stretches, {
      kind,
      quoted: null,
      stored,
      ...(kind === 'ellipsis' ? { marks: { quoted: '…', stored: '' } } : {}),
    })
    return
  }
  const quoted = quotation.marks[after.index] ?? ''
  if (after.index !== before.index + 1 || isSameBetween(quotation, after.index, passage, after.place)) return
  if (quoted.includes('…')) {
    add(stretches, { kind: 'ellipsis', quoted: null, stored: null, marks: { quoted: '…', stored: '' } })
    return
  }
  // Brackets that close or open here belong to the words that they hold.
  const isBracketed = quotation.isInserted.slice(before.index, after.index + 1).includes(true)
  if (isBracketed && quoted.replace(/[[\]()]/g, '') === marksBefore(passage, after.place)) return
  const own = quotation.list[before.index] as Token
  // The next word of the article, which is that of an interruption where one stands between.
  const next = passage.of.list[(passage.at[before.place] as number) + 1] as Token
  const marks = {
    quoted: quotation.text.slice(own.end, (quotation.list[after.index] as Token).start),
    stored: passage.of.text.slice(tokenOf(passage, before.place).end, next.start),
  }
  add(stretches, { kind: 'marks', quoted: null, stored: null, marks })
}

/** Adds a stretch, to the one before where both are of one kind, or change words together. */
function add(stretches: Stretch[], { kind, quoted, stored, marks }: Stretch): void {
  const before = stretches.at(-1)
  const isEdit = (one: QuotedPartKind) => one === 'changed' || one === 'added' || one === 'cut'
  const joins = before !== undefined && marks === undefined && before.marks === undefined
  if (!joins || !(before.kind === kind || (isEdit(before.kind) && isEdit(kind)))) {
    stretches.push({
      kind,
      quoted: quoted === null ? null : { start: quoted.start, end: quoted.end },
      stored,
      ...(marks === undefined ? {} : { marks }),
    })
    return
  }
  if (before.kind !== kind) before.kind = 'changed'
  if (quoted !== null) before.quoted = { start: before.quoted?.start ?? quoted.start, end: quoted.end }
  if (stored !== null) before.stored = { first: before.stored?.first ?? stored.first, last: stored.last }
}

function toPart(quotation: QuotedWords, passage: Passage, { kind, quoted, stored, marks }: Stretch): QuotedPart {
  return {
    kind,
    quoted: marks?.quoted ?? (quoted === null ? '' : quotation.text.slice(quoted.start, quoted.end)),
    stored: stored === null ? (marks?.stored ?? '') : wordsOf(passage, stored.first, stored.last),
  }
}

/** The stored words from one place to another; what interrupts them is shown as ` … `. */
export function wordsOf(passage: Passage, first: number, last: number): string {
  const parts: string[] = []
  let from = first
  for (let place = first; place <= last; place++) {
    if (place < last && passage.joints[place + 1] === 'within') continue
    parts.push(passage.of.text.slice(tokenOf(passage, from).start, tokenOf(passage, place).end))
    from = place + 1
  }
  return parts.join(' … ')
}
