import type { MetadataField, MetadataOrigins } from '../../domain/article.ts'
import type { LeftOutPassage } from '../../domain/left-out.ts'
import { titleOf } from '../title.ts'
import { cutLines } from './cut-lines.ts'
import { type Field, readFieldBlock } from './field-block.ts'
import { findLeftOutLines } from './find-left-out.ts'
import type { Head } from './head.ts'
import type { Piece } from './piece.ts'
import { splitTextLines, type TextLine } from './text-lines.ts'

/** A text without what is not of its article. */
export interface Paste {
  /** In order they are the text that was read: nothing is lost between them, changed or joined. */
  readonly pieces: readonly Piece[]
  /** What is kept, as it stands. */
  readonly text: string
  readonly leftOut: readonly LeftOutPassage[]
  readonly title: string | null
  readonly byline: string | readonly string[] | null
  readonly publisher: string | null
  readonly published: string | null
  readonly modified: string | null
  readonly section: string | null
  readonly language: string | null
  readonly uri: string | null
  readonly origins: MetadataOrigins
}

/**
 * Reads a plain text as it was written or pasted: the article, with what stands around it on a page or a wire left out, and what those lines
 * tell of the article. Lines are left out whole and everything else stays as it is. The title stays too: headlines attribute.
 *
 * @param from UTF-16 offset behind front matter, which is left out
 * @example
 * readPaste('Quay to close\n\nBy Ida Holm\n\nThe old baths at Orrin will be closed in May.\n').byline // → ['Ida Holm']
 */
export function readPaste(text: string, from = 0): Paste {
  const lines = linesFrom(text, from)
  const fields = lines === null ? [] : readFieldBlock(lines)
  const ofFields = new Set(fields.map(({ index }) => index))
  const { reasons, head } =
    lines === null ? { reasons: new Map<number, string>(), head: null } : findLeftOutLines(lines, ofFields)
  const titleField = head === null ? undefined : fields.find(({ field }) => field === 'title')
  const all = new Map([...reasons].sort(([a], [b]) => a - b))
  if (head !== null) for (const { index } of fields) if (index !== titleField?.index) all.set(index, 'field')
  const labels = new Map<number, number>()
  if (titleField !== undefined) labels.set(titleField.index, endOfLabel(text, lines?.[titleField.index]))
  const pieces = cutLines(text, { from, lines: lines ?? [], reasons: all, labels })
  const kept = pieces.flatMap(piece => (piece.reason === null ? [piece.text] : [])).join('')
  const leftOut = pieces.flatMap(({ text: passage, reason }) =>
    reason === null ? [] : [{ reason, text: passage.replace(/^[\r\n]+|\s+$/gu, '') }],
  )
  const told = describe(head, head === null ? [] : fields, leftOut)
  const firstLine = told.title === null ? titleOf(kept) : null
  return {
    pieces,
    text: kept,
    leftOut,
    ...told,
    title: told.title ?? firstLine,
    origins: { ...(firstLine === null ? {} : { title: 'first line' }), ...told.origins },
  }
}

function linesFrom(text: string, from: number): readonly TextLine[] | null {
  const lines = splitTextLines(text)
  if (lines === null || from === 0) return lines
  return lines.filter(({ start }) => start >= from).map((line, i) => (i === 0 ? { ...line, isSetOff: true } : line))
}

function endOfLabel(text: string, line: TextLine | undefined): number {
  if (line === undefined) return 0
  const match = /^[^:]*:[ \t]*/u.exec(text.slice(line.start, line.end))
  return line.start + (match?.[0].length ?? 0)
}

const NAMED_BY_FIELD: readonly MetadataField[] = ['title', 'publisher', 'section', 'language', 'uri']
const COPYRIGHT =
  /^(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:(?:19|20)\d{2} ?)?(?<name>\p{Lu}[^.|©“”"]{2,60}?)(?:,? (?:19|20)\d{2})?(?:\.|,? all rights reserved.*|$)/iu

/** Metadata, each with what tells it: a field comes before a line, and a line before the copyright. */
function describe(
  head: Head | null,
  fields: readonly Field[],
  leftOut: readonly LeftOutPassage[],
): Omit<Paste, 'pieces' | 'text' | 'leftOut'> {
  const field = (name: MetadataField) => fields.find(own => own.field === name)
  const named = Object.fromEntries(NAMED_BY_FIELD.map(name => [name, field(name)?.value ?? null]))
  const names = head === null || head.names.length === 0 ? null : head.names
  const legal = leftOut.find(({ reason }) => reason === 'legal notice')?.text
  const owner = legal === undefined ? null : (COPYRIGHT.exec(legal)?.groups?.name?.trim() ?? null)
  const fromFields = fields.flatMap(({ field: name, label }) => (name === null ? [] : [[name, `field "${label}"`]]))
  return {
    title: named.title ?? null,
    byline: field('byline')?.value.replace(/^by /iu, '') ?? names,
    publisher: named.publisher ?? head?.publisher ?? owner,
    published: field('publishedAt')?.value ?? head?.published ?? null,
    modified: field('modifiedAt')?.value ?? head?.modified ?? null,
    section: named.section ?? null,
    language: named.language ?? null,
    uri: named.uri ?? null,
    origins: {
      ...(owner === null ? {} : { publisher: 'copyright line' }),
      ...head?.origins,
      ...Object.fromEntries(fromFields),
    },
  }
}
