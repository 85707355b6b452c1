import type { Evidence } from '../domain/layers.ts'
import type { ArticleRecord } from '../domain/record.ts'
import { toStageRow } from '../domain/stage.ts'
import {
  type ColumnValue,
  claimColumns,
  groundedColumns,
  joinParts,
  lookUp,
  type Rowids,
  type RowKey,
} from './record-columns.ts'
import { findVoiceFigures } from './voice-figures.ts'

/*
 * What hangs on an article as rows of tables, which are the same in every store: each gives a value for every column, in
 * the order in which SQLite has them. All throw an Error when something refers to what is not in the record.
 */

export type Row = readonly ColumnValue[]

/** Fields of a source that have a place in the text, in the order of their columns. */
export const SOURCE_FIELDS = ['name', 'role', 'affiliation', 'number', 'reason', 'knowledge'] as const
/** Columns that a later schema added stand behind all others. */
export const ADDED_SOURCE_FIELDS = ['rank', 'grantedBy'] as const

export function sourceRows({ sources }: ArticleRecord, rowids: Rowids): Row[] {
  return sources.map(source => [
    lookUp(rowids.source, source.id),
    source.id,
    rowids.article,
    joinParts(source.spans),
    source.naming,
    source.kind,
    ...SOURCE_FIELDS.flatMap(field => groundedColumns(source[field])),
    lookUp(rowids.source, source.antecedentId),
    lookUp(rowids.entity, source.entityId),
    ...ADDED_SOURCE_FIELDS.flatMap(field => groundedColumns(source[field])),
  ])
}

export function sourceSpanRows({ sources }: ArticleRecord, rowids: Rowids): Row[] {
  return sources.flatMap(({ id, spans }) =>
    spans.map(({ start, end, text }, sequence) => [lookUp(rowids.source, id), sequence, start, end, text]),
  )
}

export function claimRows({ claims }: ArticleRecord, rowids: Rowids): Row[] {
  return claims.map(claim => claimColumns(claim, rowids))
}

export function claimSpanRows({ claims }: ArticleRecord, rowids: Rowids): Row[] {
  return claims.flatMap(({ id, spans }) =>
    spans.map(({ role, sequence, start, end, text }) => [lookUp(rowids.claim, id), role, sequence, start, end, text]),
  )
}

export function mentionRows({ mentions }: ArticleRecord, rowids: Rowids): Row[] {
  return mentions.map(({ start, end, text, type, entityId, name, chain }, sequence) => {
    const entity = lookUp(rowids.entity, entityId)
    return [rowids.article, sequence, start, end, text, type, entity, name?.start ?? null, name?.end ?? null, chain]
  })
}

export function candidateRows({ candidates }: ArticleRecord, { article }: Rowids): Row[] {
  return candidates.map(({ start, end, text, stage, rule, reason }, sequence) => {
    return [article, sequence, start, end, text, stage, rule, reason]
  })
}

/** But for their own `rowid`. */
export function evidenceRows({ sources, claims }: ArticleRecord, rowids: Rowids): Row[] {
  return [
    ...sources.flatMap(({ id, evidence }) => toEvidenceRows(null, lookUp(rowids.source, id), evidence)),
    ...claims.flatMap(({ id, evidence }) => toEvidenceRows(lookUp(rowids.claim, id), null, evidence)),
  ]
}

export function voiceRows(record: ArticleRecord, rowids: Rowids): Row[] {
  const figures = findVoiceFigures(record)
  return record.voices.map((voice, sequence) => {
    const { claims, quotedWords, isFirst, isLast, mentions } = figures[sequence] as (typeof figures)[number]
    return [
      lookUp(rowids.voice, voice.id),
      voice.id,
      rowids.article,
      sequence,
      voice.name,
      voice.kind,
      voice.naming,
      voice.first.start,
      voice.first.end,
      voice.first.text,
      voice.chain,
      lookUp(rowids.entity, voice.entityId),
      ...groundedColumns(voice.role),
      ...groundedColumns(voice.affiliation),
      voice.gender.value,
      voice.gender.confidence,
      voice.type.value,
      voice.type.confidence,
      voice.function.value,
      voice.function.confidence,
      claims,
      quotedWords,
      Number(isFirst),
      Number(isLast),
      mentions,
    ]
  })
}

export function voiceEvidenceRows({ voices }: ArticleRecord, rowids: Rowids): Row[] {
  return voices.flatMap(({ id, evidence }) =>
    evidence.map(({ field, value, span, rule, reason }, sequence) => {
      const voice = lookUp(rowids.voice, id)
      return [voice, sequence, field, value, span?.start ?? null, span?.end ?? null, rule, reason]
    }),
  )
}

export function voiceClaimRows({ voices }: ArticleRecord, rowids: Rowids): Row[] {
  return voices.flatMap(({ id, claims }) =>
    claims.map(({ claimId, quotedWords }) => [lookUp(rowids.claim, claimId), lookUp(rowids.voice, id), quotedWords]),
  )
}

export function doneRows({ stages }: ArticleRecord, { article }: Rowids, runId: number): Row[] {
  return stages.map(toStageRow).map(({ stage, version, engine, model }, sequence) => {
    return [article, stage, version, sequence, runId, engine, model]
  })
}

function toEvidenceRows(claim: RowKey | null, source: RowKey | null, evidence: readonly Evidence[]): Row[] {
  return evidence.map(({ stage, version, rule, detail }, sequence) => {
    return [claim, source, sequence, stage, version, rule, JSON.stringify(detail)]
  })
}
