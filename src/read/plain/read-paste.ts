import type { LeftOutPassage } from '../../domain/articles/left-out.ts'
import { findLeftOutLines } from './find-left-out.ts'
import { readFieldBlock } from './head/field-block.ts'
import { readMailHeader } from './head/mail-header.ts'
import { cutLines } from './lines/cut-lines.ts'
import { keptOf, type Piece, splicePieces } from './lines/piece.ts'
import { splitTextLines, type TextLine } from './lines/text-lines.ts'
import { describePaste, mergeMetadata, type PasteMetadata } from './paste-metadata.ts'
import { titleOf } from './title.ts'

/** A text without what is not of its article. */
export interface Paste extends PasteMetadata {
  /** In order they are the text that was read: nothing is lost between them, changed or joined. */
  readonly pieces: readonly Piece[]
  /** What is kept, as it stands. */
  readonly text: string
  readonly leftOut: readonly LeftOutPassage[]
}

/** How often what is kept is read again at most: lines that come to stand together tell more. Nearly always once. */
const MOST_READINGS = 8

/**
 * Reads a plain text as it was written or pasted: the article, with what stands around it on a page or a wire left out, and what those
 * lines tell of the article. Lines are left out whole and everything else stays as it is. The title stays too: headlines attribute.
 * What is kept, read again, gives the same.
 *
 * @param from UTF-16 offset behind front matter, which is left out
 * @example
 * readPaste('Quay to close\n\nBy Ida Holm\n\nThe old baths at Orrin will be closed in May.\n').byline // → ['Ida Holm']
 */
export function readPaste(text: string, from = 0): Paste {
  let { pieces, metadata } = readOnce(text, from)
  for (let readings = 1; readings < MOST_READINGS; readings += 1) {
    const again = readOnce(keptOf(pieces), 0)
    if (again.pieces.every(({ reason }) => reason === null)) break
    pieces = splicePieces(pieces, again.pieces)
    metadata = mergeMetadata(metadata, again.metadata)
  }
  const kept = keptOf(pieces)
  const firstLine = metadata.title === null ? titleOf(kept, isTitleAboveByline(pieces)) : null
  return {
    ...metadata,
    pieces,
    text: kept,
    leftOut: pieces.flatMap(({ text: passage, reason }) =>
      reason === null ? [] : [{ reason, text: passage.replace(/^[\r\n]+|\s+$/gu, '') }],
    ),
    title: metadata.title ?? firstLine,
    origins: { ...(firstLine === null ? {} : { title: 'first line' }), ...metadata.origins },
  }
}

/** Whether the first line that is kept stands alone above a byline or a date. */
function isTitleAboveByline(pieces: readonly Piece[]): boolean {
  const first = pieces.findIndex(({ text, reason }) => reason === null && text.trim() !== '')
  const isLine = first !== -1 && !/[\r\n]/u.test((pieces[first] as Piece).text.trim())
  return isLine && /^(?:byline|date line)$/u.test(pieces[first + 1]?.reason ?? '')
}

interface Reading {
  readonly pieces: readonly Piece[]
  readonly metadata: PasteMetadata
}

function readOnce(text: string, from: number): Reading {
  const lines = linesFrom(text, from)
  const mail = readMailHeader(text, lines)
  const given = mail.length > 0 ? mail : readFieldBlock(lines)
  const { reasons, head } = findLeftOutLines(lines, new Set(given.map(({ index }) => index)))
  const fields = head === null ? [] : given
  // The subject of a mail stands again above its text, or is of whoever sent it on.
  const title = mail.length > 0 ? undefined : fields.find(({ field }) => field === 'title')
  const reason = mail.length > 0 ? 'header of a forwarded mail' : 'field'
  const ofFields = fields.filter(field => field !== title).map(({ index }) => [index, reason] as const)
  const labels = title === undefined ? [] : [[title.index, endOfLabel(text, lines[title.index] as TextLine)] as const]
  const pieces = cutLines(text, { from, lines, reasons: new Map([...reasons, ...ofFields]), labels: new Map(labels) })
  return { pieces, metadata: describePaste(head, fields, pieces) }
}

/** None where they are too many. */
function linesFrom(text: string, from: number): readonly TextLine[] {
  const lines = splitTextLines(text) ?? []
  if (from === 0) return lines
  return lines.filter(({ start }) => start >= from).map((line, i) => (i === 0 ? { ...line, isSetOff: true } : line))
}

function endOfLabel(text: string, line: TextLine): number {
  const match = /^[^:]*:[ \t]*/u.exec(text.slice(line.start, line.end))
  return line.start + (match?.[0].length ?? 0)
}
