import type { Article } from '../../domain/article.ts'
import type { Evidence } from '../../domain/layers.ts'
import type {
  ClaimRecord,
  GroundedField,
  MentionRecord,
  SourceRecord,
  VoicedClaim,
  VoiceEvidenceRecord,
  VoiceRecord,
} from '../../domain/record.ts'
import { mapSourceFields, SOURCE_FIELDS, type SourceFacts, type SourceFieldName } from '../../domain/source-fields.ts'
import type {
  ArticleTable,
  ClaimSpanTable,
  ClaimTable,
  EvidenceTable,
  MentionTable,
  SourceSpanTable,
  SourceTable,
  VoiceEvidenceTable,
  VoiceTable,
} from '../schema.ts'
import { toField, toSpan } from './grounded-field.ts'

/*
 * Rows of tables as parts of a record, the same from every store; `record-rows.ts` goes the other way. Rows that refer to
 * others come with the ids of these.
 */

export function toArticle(row: Omit<ArticleTable, 'rowid' | 'published_utc' | 'claim_count'>): Article {
  return {
    id: row.id,
    rawSha256: row.raw_sha256,
    uri: row.uri,
    text: row.text,
    title: row.title,
    byline: row.byline,
    publisher: row.publisher,
    publishedAt: row.published_at,
    modifiedAt: row.modified_at,
    language: row.language,
    section: row.section,
    origins: JSON.parse(row.origins) as Article['origins'],
    decodedAs: row.decoded_as,
    warnings: JSON.parse(row.warnings) as string[],
  }
}

interface ClaimRow extends ClaimTable {
  readonly source_id: string | null
  readonly parent_id: string | null
  readonly cited_id: string | null
  readonly relay_id: string | null
  readonly corroborated_by: string | null
}

export function toClaim(row: ClaimRow, spans: readonly ClaimSpanTable[], evidence: readonly Evidence[]): ClaimRecord {
  return {
    id: row.id,
    quotation: row.quotation,
    act: row.act,
    negated: row.negated === 1,
    hedged: row.hedged === 1,
    confidence: row.confidence,
    cueLemma: row.cue_lemma,
    context: { start: row.context_start, end: row.context_end },
    spans: spans.map(({ role, sequence, start, end, text }) => ({ role, sequence, start, end, text })),
    sourceId: row.source_id,
    parentId: row.parent_id,
    citedId: row.cited_id,
    relayedById: row.relay_id,
    corroboratedById: row.corroborated_by,
    evidence,
  }
}

interface SourceRow extends SourceTable {
  readonly antecedent_id: string | null
  readonly entity_id: string | null
}

export function toSource(
  row: SourceRow,
  spans: readonly SourceSpanTable[],
  evidence: readonly Evidence[],
): SourceRecord {
  return {
    id: row.id,
    spans: spans.map(({ start, end, text }) => ({ start, end, text })),
    naming: row.naming,
    kind: row.kind,
    ...toFacts(row),
    antecedentId: row.antecedent_id,
    entityId: row.entity_id,
    evidence,
  }
}

function toFacts(row: SourceTable): SourceFacts {
  const fact = (name: SourceFieldName): GroundedField<string | number> | null => {
    const { column } = SOURCE_FIELDS[name]
    return toField<string | number>(row[column], row[`${column}_start`], row[`${column}_end`])
  }
  return mapSourceFields(fact) as SourceFacts
}

export function toMention(row: MentionTable & { readonly entity_id: string | null }): MentionRecord {
  return {
    start: row.start,
    end: row.end,
    text: row.text,
    type: row.type,
    name: toSpan(row.name_start, row.name_end),
    chain: row.chain,
    entityId: row.entity_id,
  }
}

export function toEvidence({ stage, version, rule, detail }: Omit<EvidenceTable, 'rowid'>): Evidence {
  return { stage, version, rule, detail: JSON.parse(detail) as Record<string, unknown> }
}

export function toVoice(
  row: VoiceTable & { readonly entity_id: string | null },
  evidence: readonly VoiceEvidenceTable[],
  claims: readonly VoicedClaim[],
): VoiceRecord {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    naming: row.naming,
    first: { start: row.start, end: row.end, text: row.text },
    chain: row.chain,
    entityId: row.entity_id,
    role: toField(row.role, row.role_start, row.role_end),
    affiliation: toField(row.affiliation, row.affiliation_start, row.affiliation_end),
    gender: { value: row.gender, confidence: row.gender_confidence },
    type: { value: row.source_type, confidence: row.source_type_confidence },
    function: { value: row.function, confidence: row.function_confidence },
    evidence: evidence.map(toVoiceEvidence),
    claims,
  }
}

function toVoiceEvidence({ field, value, start, end, rule, reason }: VoiceEvidenceTable): VoiceEvidenceRecord {
  return { field, value, span: toSpan(start, end), rule, reason }
}
