import type { Article } from '../../domain/article.ts'
import type { Evidence } from '../../domain/layers.ts'
import type {
  ArticleRecord,
  ClaimRecord,
  ClaimSpan,
  GroundedField,
  SourceRecord,
  TextSpan,
} from '../../domain/record.ts'
import type { ArticleTable, ClaimTable, EvidenceTable, SourceTable, StoreDatabase } from '../schema.ts'

/**
 * All that is stored of one article, as it was written: claims in text order (then by id), sources and entities by
 * id, mentions, candidates, evidence and stages in the order in which they came.
 *
 * @throws Error when there is no such article: `resolveArticle` first.
 */
export async function readArticleRecord(database: StoreDatabase, articleId: string): Promise<ArticleRecord> {
  return await database.transaction().execute(async snapshot => {
    const article = await snapshot
      .selectFrom('article')
      .selectAll()
      .where('id', '=', articleId)
      .executeTakeFirstOrThrow(() => new Error(`no article ${articleId}`))
    return {
      article: toArticle(article),
      claims: await readClaims(snapshot, articleId),
      sources: await readSources(snapshot, articleId),
      entities: await readEntities(snapshot, articleId),
      mentions: await snapshot
        .selectFrom('mention')
        .select(['start', 'end', 'text', 'type', 'entity_id as entityId'])
        .where('article_id', '=', articleId)
        .orderBy('sequence')
        .execute(),
      candidates: await snapshot
        .selectFrom('candidate')
        .select(['start', 'end', 'text', 'stage', 'rule', 'reason'])
        .where('article_id', '=', articleId)
        .orderBy('sequence')
        .execute(),
      stages: await snapshot
        .selectFrom('done')
        .select(['stage as name', 'version'])
        .where('article_id', '=', articleId)
        .orderBy('sequence')
        .execute(),
    }
  })
}

async function readClaims(database: StoreDatabase, articleId: string): Promise<ClaimRecord[]> {
  const claims = await database
    .selectFrom('claim')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('start')
    .orderBy('id')
    .execute()
  const spans = await database
    .selectFrom('claim_span')
    .innerJoin('claim', 'claim.id', 'claim_span.claim_id')
    .selectAll('claim_span')
    .where('claim.article_id', '=', articleId)
    .orderBy('claim_span.start')
    .orderBy('claim_span.role')
    .orderBy('claim_span.sequence')
    .execute()
  const evidence = await database
    .selectFrom('evidence')
    .innerJoin('claim', 'claim.id', 'evidence.claim_id')
    .selectAll('evidence')
    .where('claim.article_id', '=', articleId)
    .orderBy('evidence.sequence')
    .execute()
  const spansOf = Map.groupBy(spans, span => span.claim_id)
  const evidenceOf = Map.groupBy(evidence, row => row.claim_id)
  return claims.map(claim =>
    toClaim(
      claim,
      (spansOf.get(claim.id) ?? []).map(({ role, sequence, start, end, text }) => ({
        role,
        sequence,
        start,
        end,
        text,
      })),
      (evidenceOf.get(claim.id) ?? []).map(toEvidence),
    ),
  )
}

async function readSources(database: StoreDatabase, articleId: string): Promise<SourceRecord[]> {
  const sources = await database
    .selectFrom('source')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('id')
    .execute()
  const spans = await database
    .selectFrom('source_span')
    .innerJoin('source', 'source.id', 'source_span.source_id')
    .selectAll('source_span')
    .where('source.article_id', '=', articleId)
    .orderBy('source_span.sequence')
    .execute()
  const evidence = await database
    .selectFrom('evidence')
    .innerJoin('source', 'source.id', 'evidence.source_id')
    .selectAll('evidence')
    .where('source.article_id', '=', articleId)
    .orderBy('evidence.sequence')
    .execute()
  const spansOf = Map.groupBy(spans, span => span.source_id)
  const evidenceOf = Map.groupBy(evidence, row => row.source_id)
  return sources.map(source =>
    toSource(
      source,
      (spansOf.get(source.id) ?? []).map(({ start, end, text }) => ({ start, end, text })),
      (evidenceOf.get(source.id) ?? []).map(toEvidence),
    ),
  )
}

async function readEntities(database: StoreDatabase, articleId: string): Promise<ArticleRecord['entities']> {
  return await database
    .selectFrom('entity')
    .selectAll()
    .where('id', 'in', query =>
      query
        .selectFrom('source')
        .select('entity_id')
        .where('article_id', '=', articleId)
        .where('entity_id', 'is not', null)
        .union(
          query
            .selectFrom('mention')
            .select('entity_id')
            .where('article_id', '=', articleId)
            .where('entity_id', 'is not', null),
        ),
    )
    .orderBy('id')
    .execute()
}

function toArticle(row: ArticleTable): Article {
  return {
    id: row.id,
    rawSha256: row.raw_sha256,
    uri: row.uri,
    text: row.text,
    title: row.title,
    byline: row.byline,
    publisher: row.publisher,
    publishedAt: row.published_at,
    language: row.language,
    decodedAs: row.decoded_as,
    warnings: JSON.parse(row.warnings) as string[],
  }
}

function toClaim(row: ClaimTable, spans: readonly ClaimSpan[], evidence: readonly Evidence[]): ClaimRecord {
  return {
    id: row.id,
    quotation: row.quotation,
    act: row.act,
    negated: row.negated === 1,
    hedged: row.hedged === 1,
    confidence: row.confidence,
    cueLemma: row.cue_lemma,
    context: { start: row.context_start, end: row.context_end },
    spans,
    sourceId: row.source_id,
    parentId: row.parent_id,
    evidence,
  }
}

function toSource(row: SourceTable, spans: readonly TextSpan[], evidence: readonly Evidence[]): SourceRecord {
  return {
    id: row.id,
    spans,
    naming: row.naming,
    kind: row.kind,
    name: toField(row.name, row.name_start, row.name_end),
    role: toField(row.role, row.role_start, row.role_end),
    affiliation: toField(row.affiliation, row.affiliation_start, row.affiliation_end),
    number: toField(row.number, row.number_start, row.number_end),
    reason: toField(row.reason, row.reason_start, row.reason_end),
    knowledge: toField(row.knowledge, row.knowledge_start, row.knowledge_end),
    antecedentId: row.antecedent_id,
    entityId: row.entity_id,
    evidence,
  }
}

function toField<Value>(value: Value | null, start: number | null, end: number | null): GroundedField<Value> | null {
  if (value === null) return null
  return { value, span: start === null || end === null ? null : { start, end } }
}

function toEvidence(row: EvidenceTable): Evidence {
  return {
    stage: row.stage,
    version: row.version,
    rule: row.rule,
    detail: JSON.parse(row.detail) as Record<string, unknown>,
  }
}
