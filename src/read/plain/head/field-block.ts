import type { MetadataField } from '../../../domain/article.ts'
import type { TextLine } from '../lines/text-lines.ts'

/** What a label before a colon names; `null` where it is of no use for an article. */
const LABELS: ReadonlyMap<string, MetadataField | null> = new Map<string, MetadataField | null>([
  ['headline', 'title'],
  ['title', 'title'],
  ['author', 'byline'],
  ['authors', 'byline'],
  ['byline', 'byline'],
  ['date', 'publishedAt'],
  ['publication date', 'publishedAt'],
  ['published', 'publishedAt'],
  ['last updated', 'modifiedAt'],
  ['modified', 'modifiedAt'],
  ['updated', 'modifiedAt'],
  ['newspaper', 'publisher'],
  ['outlet', 'publisher'],
  ['publication', 'publisher'],
  ['publisher', 'publisher'],
  ['source', 'publisher'],
  ['language', 'language'],
  ['category', 'section'],
  ['section', 'section'],
  ['link', 'uri'],
  ['url', 'uri'],
  ['document-type', null],
  ['edition', null],
  ['keywords', null],
  ['length', null],
  ['load-date', null],
  ['page', null],
  ['publication-type', null],
  ['retrieved', null],
  ['slug', null],
  ['tags', null],
  ['word count', null],
])

const FIELD = /^(?<label>[\p{L}][\p{L} -]{2,17}?) ?: ?(?<value>\S.{0,300})$/u
/** Fewest fields that are a block: one alone may be said of a graphic or by a speaker. */
const FEWEST = 2
/** Most lines above it: a headline, a paper's name, a date, the owner. */
const MOST_ABOVE = 8

/** A line of a block of fields. */
export interface Field {
  readonly index: number
  readonly label: string
  readonly field: MetadataField | null
  readonly value: string
}

/** The fields that a text opens with, one a line (`Headline: …`, `Date: …`), below a few lines at most; empty where there are none. */
export function readFieldBlock(lines: readonly TextLine[]): readonly Field[] {
  let fields: Field[] = []
  for (let index = 0; index < lines.length && (fields.length > 0 || index <= MOST_ABOVE); index += 1) {
    const { label = '', value = '' } = FIELD.exec((lines[index] as TextLine).words)?.groups ?? {}
    const field = LABELS.get(label.toLowerCase())
    if (field !== undefined) fields.push({ index, label, field, value })
    else if (isBlock(fields)) break
    else fields = []
  }
  return isBlock(fields) ? fields : []
}

function isBlock(fields: readonly Field[]): boolean {
  return new Set(fields.map(({ label }) => label.toLowerCase())).size >= FEWEST
}
