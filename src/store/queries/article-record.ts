import type { Article } from '../../domain/article.ts'
import type { ArticleRecord, ClaimRecord, MentionRecord, SourceRecord } from '../../domain/record.ts'
import { type StageInfo, toStageInfo } from '../../domain/stage.ts'
import { toArticle, toClaim, toMention, toSource } from '../rows/rows-record.ts'
import type { StoreDatabase } from '../schema.ts'
import { readEvidence } from './articles/evidence-rows.ts'
import { readVoices } from './voices/voice-rows.ts'

/**
 * All that is stored of one article, as it was written: claims in text order (then by id), sources and entities by
 * id, mentions, voices, candidates, evidence and stages in the order in which they came.
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
      claims: await readClaims(snapshot, article.rowid),
      sources: await readSources(snapshot, article.rowid),
      voices: await readVoices(snapshot, article.rowid),
      entities: await readEntities(snapshot, article.rowid),
      mentions: await readMentions(snapshot, article.rowid),
      candidates: await snapshot
        .selectFrom('candidate')
        .select(['start', 'end', 'text', 'stage', 'rule', 'reason'])
        .where('article_rowid', '=', article.rowid)
        .orderBy('sequence')
        .execute(),
      stages: await readStages(snapshot, article.rowid),
    }
  })
}

/**
 * An article as it was read, with its stored text.
 *
 * @throws Error when there is no such article.
 */
export async function readArticle(database: StoreDatabase, articleId: string): Promise<Article> {
  const article = await database
    .selectFrom('article')
    .selectAll()
    .where('id', '=', articleId)
    .executeTakeFirstOrThrow(() => new Error(`no article ${articleId}`))
  return toArticle(article)
}

async function readStages(database: StoreDatabase, article: number): Promise<StageInfo[]> {
  const rows = await database
    .selectFrom('done')
    .select(['stage', 'version', 'engine', 'model'])
    .where('article_rowid', '=', article)
    .orderBy('sequence')
    .execute()
  return rows.map(toStageInfo)
}

async function readClaims(database: StoreDatabase, article: number): Promise<ClaimRecord[]> {
  const claims = await database
    .selectFrom('claim')
    .leftJoin('source', 'source.rowid', 'claim.source_rowid')
    .leftJoin('claim as parent', 'parent.rowid', 'claim.parent_rowid')
    .leftJoin('source as cited', 'cited.rowid', 'claim.cited_rowid')
    .leftJoin('source as relay', 'relay.rowid', 'claim.relayed_rowid')
    .leftJoin('claim as named', 'named.rowid', 'claim.corroborated_rowid')
    .selectAll('claim')
    .select([
      'source.id as source_id',
      'parent.id as parent_id',
      'cited.id as cited_id',
      'relay.id as relay_id',
      'named.id as corroborated_by',
    ])
    .where('claim.article_rowid', '=', article)
    .orderBy('claim.start')
    .orderBy('claim.id')
    .execute()
  const spans = await database
    .selectFrom('claim_span')
    .innerJoin('claim', 'claim.rowid', 'claim_span.claim_rowid')
    .selectAll('claim_span')
    .where('claim.article_rowid', '=', article)
    .orderBy('claim_span.start')
    .orderBy('claim_span.role')
    .orderBy('claim_span.sequence')
    .orderBy('claim.id')
    .execute()
  const evidenceOf = await readEvidence(database, 'claim', article)
  const spansOf = Map.groupBy(spans, span => span.claim_rowid)
  return claims.map(claim => toClaim(claim, spansOf.get(claim.rowid) ?? [], evidenceOf.get(claim.rowid) ?? []))
}

async function readSources(database: StoreDatabase, article: number): Promise<SourceRecord[]> {
  const sources = await database
    .selectFrom('source')
    .leftJoin('source as antecedent', 'antecedent.rowid', 'source.antecedent_rowid')
    .leftJoin('entity', 'entity.rowid', 'source.entity_rowid')
    .selectAll('source')
    .select(['antecedent.id as antecedent_id', 'entity.id as entity_id'])
    .where('source.article_rowid', '=', article)
    .orderBy('source.id')
    .execute()
  const spans = await database
    .selectFrom('source_span')
    .innerJoin('source', 'source.rowid', 'source_span.source_rowid')
    .selectAll('source_span')
    .where('source.article_rowid', '=', article)
    .orderBy('source_span.sequence')
    .orderBy('source.id')
    .execute()
  const evidenceOf = await readEvidence(database, 'source', article)
  const spansOf = Map.groupBy(spans, span => span.source_rowid)
  return sources.map(source => toSource(source, spansOf.get(source.rowid) ?? [], evidenceOf.get(source.rowid) ?? []))
}

async function readMentions(database: StoreDatabase, article: number): Promise<MentionRecord[]> {
  const mentions = await database
    .selectFrom('mention')
    .leftJoin('entity', 'entity.rowid', 'mention.entity_rowid')
    .selectAll('mention')
    .select('entity.id as entity_id')
    .where('mention.article_rowid', '=', article)
    .orderBy('mention.sequence')
    .execute()
  return mentions.map(toMention)
}

async function readEntities(database: StoreDatabase, article: number): Promise<ArticleRecord['entities']> {
  return await database
    .selectFrom('entity')
    .select(['id', 'name', 'kind'])
    .where('rowid', 'in', query =>
      query
        .selectFrom('source')
        .select('entity_rowid')
        .where('article_rowid', '=', article)
        .where('entity_rowid', 'is not', null)
        .union(
          query
            .selectFrom('mention')
            .select('entity_rowid')
            .where('article_rowid', '=', article)
            .where('entity_rowid', 'is not', null),
        )
        .union(
          query
            .selectFrom('voice')
            .select('entity_rowid')
            .where('article_rowid', '=', article)
            .where('entity_rowid', 'is not', null),
        ),
    )
    .orderBy('id')
    .execute()
}
