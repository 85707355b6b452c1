import { isAmong } from '../../store/dialect/write-rows.ts'
import { findStandingSpansIn, spansNow } from '../../store/queries/claims/standing-spans.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { EnteredArticle } from '../across-step.ts'
import type { AnswerableArticle } from './said-claims.ts'

/** Articles as they are stored, with their claims as corrected and without those that were rejected, by the article's id. */
export async function readAnswerable(
  database: StoreDatabase,
  articles: readonly EnteredArticle[],
): Promise<ReadonlyMap<string, AnswerableArticle>> {
  const ids = articles.map(({ id }) => id)
  const rowids = articles.map(({ rowid }) => rowid)
  const texts = await database
    .selectFrom('article')
    .select(['id', 'text'])
    .where(isAmong(database, 'id', ids))
    .execute()
  const claims = Map.groupBy(await readClaims(database, ids, rowids), ({ articleId }) => articleId)
  const mentions = Map.groupBy(
    await database
      .selectFrom('mention')
      .select(['article_rowid', 'start', 'end', 'type', 'chain'])
      .where(isAmong(database, 'article_rowid', rowids))
      .orderBy('article_rowid')
      .orderBy('sequence')
      .execute(),
    ({ article_rowid }) => article_rowid,
  )
  const rowidOf = new Map(articles.map(({ id, rowid }) => [id, rowid]))
  return new Map(
    texts.map(article => {
      const own = claims.get(article.id) ?? []
      return [
        article.id,
        {
          article,
          claims: own.map(({ claim }) => claim),
          sources: own.flatMap(({ source }) => source ?? []),
          mentions: mentions.get(rowidOf.get(article.id) ?? -1) ?? [],
        },
      ]
    }),
  )
}

interface ReadClaim {
  readonly articleId: string
  readonly claim: AnswerableArticle['claims'][number]
  /** Of its own, since a correction may describe it otherwise than its other claims do. */
  readonly source: AnswerableArticle['sources'][number] | null
}

async function readClaims(
  database: StoreDatabase,
  ids: readonly string[],
  rowids: readonly number[],
): Promise<ReadClaim[]> {
  const rows = await readRows(database, ids)
  const spans = await readClaimSpans(database, rowids)
  const corrected = await findStandingSpansIn(database, ids)
  const spansOfSource = await readSourceSpans(database, rowids)
  return rows.map(row => ({
    articleId: row.article_id,
    claim: {
      id: row.id,
      act: row.act,
      negated: row.negated === 1,
      cueLemma: row.cue_lemma,
      parentId: row.parent_id,
      sourceId: hasSource(row) ? row.id : null,
      spans: spansNow(
        (spans.get(row.id) ?? []).map(({ id: _, ...span }) => span),
        corrected.get(row.id),
      ),
    },
    source: hasSource(row) ? toSource(row, spansOfSource) : null,
  }))
}

type ClaimRow = Awaited<ReturnType<typeof readRows>>[number]

async function readRows(database: StoreDatabase, ids: readonly string[]) {
  return await database
    .selectFrom('v_claim')
    .select([
      'id',
      'article_id',
      'act',
      'negated',
      'cue_lemma',
      'parent_id',
      'source_id',
      'source',
      'name',
      'role',
      'affiliation',
    ])
    .where('article_id', 'in', ids)
    .where('status', '=', 'accepted')
    .orderBy('start')
    .orderBy('id')
    .execute()
}

async function readClaimSpans(database: StoreDatabase, rowids: readonly number[]) {
  const rows = await database
    .selectFrom('claim_span')
    .innerJoin('claim', 'claim.rowid', 'claim_span.claim_rowid')
    .select([
      'claim.id',
      'claim_span.role',
      'claim_span.sequence',
      'claim_span.start',
      'claim_span.end',
      'claim_span.text',
    ])
    .where(isAmong(database, 'claim.article_rowid', rowids))
    .orderBy('claim_span.role')
    .orderBy('claim_span.sequence')
    .execute()
  return Map.groupBy(rows, ({ id }) => id)
}

async function readSourceSpans(database: StoreDatabase, rowids: readonly number[]) {
  const rows = await database
    .selectFrom('source_span')
    .innerJoin('source', 'source.rowid', 'source_span.source_rowid')
    .select(['source.id', 'source_span.start', 'source_span.end', 'source_span.text'])
    .where(isAmong(database, 'source.article_rowid', rowids))
    .orderBy('source_span.sequence')
    .execute()
  return Map.groupBy(rows, ({ id }) => id)
}

function hasSource({ source_id, source, name }: ClaimRow): boolean {
  return source_id !== null || source !== null || name !== null
}

function toSource(
  { id, source_id, name, role, affiliation }: ClaimRow,
  spansOfSource: Awaited<ReturnType<typeof readSourceSpans>>,
): ReadClaim['source'] {
  return {
    id,
    spans: source_id === null ? [] : (spansOfSource.get(source_id) ?? []),
    name: toValue(name),
    role: toValue(role),
    affiliation: toValue(affiliation),
  }
}

function toValue(value: string | null) {
  return value === null ? null : { value }
}
