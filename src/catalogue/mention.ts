import { MENTION_TYPES, SOURCE_KINDS } from '../domain/labels.ts'
import type { CandidateRecord, EntityRecord, MentionRecord } from '../domain/record.ts'
import { type Columns, recordColumns } from './column.ts'
import { lookUp } from './rowids.ts'
import { SPAN, type SpanPart } from './span.ts'

const entity = recordColumns<EntityRecord>()

export const ENTITY = {
  rowid: entity.rowid('Number of the row.', ({ id }, at) => lookUp(at.entity, id)),
  id: entity.text('Hash of kind and name.', ({ id }) => id),
  name: entity.text('The fullest name.', ({ name }) => name),
  kind: entity.label(SOURCE_KINDS, 'What it is.', ({ kind }) => kind),
} satisfies Columns

export interface MentionPart extends SpanPart {
  readonly span: MentionRecord
}

const mention = recordColumns<MentionPart>()

export const MENTION = {
  article_rowid: mention.key('article', 'The article that it is in.', (_, at) => at.article),
  ...SPAN,
  type: mention.label(MENTION_TYPES, 'What is mentioned.', ({ span }) => span.type),
  entity_rowid: mention.keyOrNull(
    'entity',
    'Who it is in all articles, where they are known by name.',
    ({ span }, at) => lookUp(at.entity, span.entityId),
  ),
  name_start: mention.integerOrNull(
    'Start of the name in it; null for a pronoun.',
    ({ span }) => span.name?.start ?? null,
  ),
  name_end: mention.integerOrNull('End of the name in it.', ({ span }) => span.name?.end ?? null),
  chain: mention.integerOrNull('Mentions of one article with the same number mean the same.', ({ span }) => span.chain),
} satisfies Columns

export interface CandidatePart extends SpanPart {
  readonly span: CandidateRecord
}

const candidate = recordColumns<CandidatePart>()

export const CANDIDATE = {
  article_rowid: candidate.key('article', 'The article that it is in.', (_, at) => at.article),
  ...SPAN,
  stage: candidate.text('Which stage rejected it.', ({ span }) => span.stage),
  rule: candidate.text('By which rule.', ({ span }) => span.rule),
  reason: candidate.text('In words: why it is no claim.', ({ span }) => span.reason),
} satisfies Columns
