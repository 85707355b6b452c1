import { NAMINGS, SOURCE_KINDS } from '../domain/labels.ts'
import type { SourceRecord, TextSpan } from '../domain/record.ts'
import {
  otherSourceFields,
  SOURCE_FIELDS,
  type SourceColumn,
  type SourceFieldName,
  type SourceValue,
} from '../domain/source-fields.ts'
import { type Columns, type RecordColumn, recordColumns } from './column.ts'
import { lookUp } from './rowids.ts'
import { SPAN, type SpanPart } from './span.ts'

export interface SourcePart {
  readonly source: SourceRecord
  /** Its spans, joined. */
  readonly text: string
}

const { text, textOrNull, integerOrNull, bigintOrNull, label, rowid, key, keyOrNull } = recordColumns<SourcePart>()

/** In the order of the first schema, and of seals. */
const FIRST = ['name', 'role', 'affiliation', 'number', 'reason', 'knowledge'] as const
/** Came with a later schema, before there were seals: behind all others. */
const ADDED = ['rank', 'grantedBy'] as const

type Grounded<Name extends SourceFieldName> = {
  readonly [Field in Name as SourceColumn<Field>]: RecordColumn<SourceValue<Field> | null, SourcePart>
} & {
  readonly [Field in Name as `${SourceColumn<Field>}_start` | `${SourceColumn<Field>}_end`]: RecordColumn<
    number | null,
    SourcePart
  >
}

/** Three columns a field: its value, and where the text says it. */
function grounded<Name extends SourceFieldName>(names: readonly Name[], isLater = false): Grounded<Name> {
  const columns = names.flatMap(name => {
    const { column, holds, gloss } = SOURCE_FIELDS[name]
    const value =
      holds === 'number'
        ? bigintOrNull(gloss, ({ source }) => (source[name]?.value as number | undefined) ?? null)
        : textOrNull(gloss, ({ source }) => (source[name]?.value as string | undefined) ?? null)
    return [
      [column, value],
      [
        `${column}_start`,
        integerOrNull('Where the text says so, in code points.', ({ source }) => source[name]?.span?.start ?? null),
      ],
      [`${column}_end`, integerOrNull('Behind its last character.', ({ source }) => source[name]?.span?.end ?? null)],
    ] as const
  })
  return Object.fromEntries(columns.map(([column, one]) => [column, { ...one, isLater }])) as unknown as Grounded<Name>
}

export const SOURCE = {
  rowid: rowid('Number of the row.', ({ source }, at) => lookUp(at.source, source.id)),
  id: text('Hash of the article’s id and the spans.', ({ source }) => source.id),
  article_rowid: key('article', 'The article that it is in.', (_, at) => at.article),
  text: text('Its spans joined with ` … `.', ({ text }) => text),
  naming: label(NAMINGS, 'Whether and how it is named.', ({ source }) => source.naming),
  kind: label(SOURCE_KINDS, 'What it is.', ({ source }) => source.kind),
  ...grounded(FIRST),
  antecedent_rowid: keyOrNull('source', 'The source of the article that it was resolved to.', ({ source }, at) =>
    lookUp(at.source, source.antecedentId),
  ),
  entity_rowid: keyOrNull('entity', 'Who it is in all articles, where it is named.', ({ source }, at) =>
    lookUp(at.entity, source.entityId),
  ),
  ...grounded(ADDED),
  ...grounded(otherSourceFields([...FIRST, ...ADDED]), true),
} satisfies Columns

export interface SourceSpanPart extends SpanPart {
  readonly source: string
  readonly span: TextSpan
}

const spans = recordColumns<SourceSpanPart>()

export const SOURCE_SPAN = {
  source_rowid: spans.key('source', 'Whose words they are.', ({ source }, at) => lookUp(at.source, source)),
  ...SPAN,
} satisfies Columns
