import { sql } from 'kysely'
import type { Act, Naming, QuotationType } from '../../domain/labels.ts'
import type { StoreDatabase } from '../schema.ts'

/*
 * What an index over all claims is made from: narrow rows by `rowid`, read in portions so that a million of them
 * neither hold a snapshot open for long nor stand in memory at once.
 */

/** An article as far as its claims are found and ordered by it. */
export interface ArticleFact {
  rowid: number
  publisher: string | null
  published_utc: string | null
  language: string | null
}

/** What an article is found by beside its claims. */
export interface ArticleWords {
  rowid: number
  title: string | null
  byline: string | null
}

export interface SourceFact {
  rowid: number
  article_rowid: number
  naming: Naming
  text: string
  entity_rowid: number | null
  antecedent_rowid: number | null
  number: number | null
  /** 1 when the article says why identity is withheld. */
  has_reason: number
}

export interface ClaimFact {
  rowid: number
  source_rowid: number | null
  cited_rowid: number | null
  /** The claim of a named source of the article that says the same. */
  corroborated_rowid: number | null
  quotation: QuotationType
  act: Act
  cue_lemma: string
}

/** A claim that people have rejected, or given to another source. */
export interface CorrectedFact {
  rowid: number
  rejected: number
  /** Name of who really says it, or null when that was not corrected. */
  source: string | null
}

export interface EntityFact {
  rowid: number
  id: string
  name: string
}

/** How many rows the index will hold. */
export async function countFacts(
  database: StoreDatabase,
): Promise<{ readonly articles: number; readonly sources: number; readonly claims: number }> {
  const count = async (table: 'article' | 'source' | 'claim') => {
    const { rows } = await database
      .selectFrom(table)
      .select(query => query.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    return rows
  }
  return { articles: await count('article'), sources: await count('source'), claims: await count('claim') }
}

/** All articles in the order in which the site lists them: newest first, those without a date last, then by URI. */
export async function findArticleFacts(database: StoreDatabase): Promise<ArticleFact[]> {
  return await database
    .selectFrom('article')
    .select(['rowid', 'publisher', 'published_utc', 'language'])
    .orderBy(sql`published_utc is null`)
    .orderBy('published_utc', 'desc')
    .orderBy('uri')
    .orderBy('id')
    .execute()
}

/** The next articles after `after`, in the order of their `rowid`. */
export async function findArticleWords(database: StoreDatabase, after: number, limit: number): Promise<ArticleWords[]> {
  return await database
    .selectFrom('article')
    .select(['rowid', 'title', 'byline'])
    .where('rowid', '>', after)
    .orderBy('rowid')
    .limit(limit)
    .execute()
}

/** Every entity that is the source of something, or the corrected source of a claim, by id. */
export async function findEntityFacts(database: StoreDatabase): Promise<EntityFact[]> {
  return await database
    .selectFrom('entity')
    .select(['rowid', 'id', 'name'])
    .where(({ exists, or, selectFrom }) =>
      or([
        exists(selectFrom('source').select('source.rowid').whereRef('source.entity_rowid', '=', 'entity.rowid')),
        exists(selectFrom('correction').select('correction.id').whereRef('correction.source', '=', 'entity.name')),
      ]),
    )
    .orderBy('id')
    .execute()
}

/** Every claim whose correction is in force and changes how it is listed or counted. */
export async function findCorrectedFacts(database: StoreDatabase): Promise<CorrectedFact[]> {
  return await database
    .selectFrom('v_corrected')
    .innerJoin('claim', 'claim.id', 'v_corrected.claim_id')
    .select(['claim.rowid', 'v_corrected.source'])
    .select(sql<number>`case when v_corrected.verdict = 'rejected' then 1 else 0 end`.as('rejected'))
    .where(({ or, eb }) => or([eb('v_corrected.verdict', '=', 'rejected'), eb('v_corrected.source', 'is not', null)]))
    .orderBy('claim.rowid')
    .execute()
}

/** The next sources after `after`, in the order of their `rowid`. */
export async function findSourceFacts(database: StoreDatabase, after: number, limit: number): Promise<SourceFact[]> {
  return await database
    .selectFrom('source')
    .select(['rowid', 'article_rowid', 'naming', 'text', 'entity_rowid', 'antecedent_rowid', 'number'])
    .select(sql<number>`case when reason is null then 0 else 1 end`.as('has_reason'))
    .where('rowid', '>', after)
    .orderBy('rowid')
    .limit(limit)
    .execute()
}

/** Where a claim stands: what the index `claim_order` holds, which is read without the table. */
export interface ClaimPlace {
  rowid: number
  article_rowid: number
  start: number
}

/** The next claims in the order of their articles' `rowid`, then of the text. */
export async function findClaimPlaces(
  database: StoreDatabase,
  after: ClaimPlace,
  limit: number,
): Promise<ClaimPlace[]> {
  return await database
    .selectFrom('claim')
    .select(['rowid', 'article_rowid', 'start'])
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('article_rowid', 'start', 'rowid'), '>', tuple(after.article_rowid, after.start, after.rowid)),
    )
    .orderBy('article_rowid')
    .orderBy('start')
    .orderBy('rowid')
    .limit(limit)
    .execute()
}

/** The next claims after `after`, in the order of their `rowid`. */
export async function findClaimFacts(database: StoreDatabase, after: number, limit: number): Promise<ClaimFact[]> {
  return await database
    .selectFrom('claim')
    .select(['rowid', 'source_rowid', 'cited_rowid', 'corroborated_rowid', 'quotation', 'act', 'cue_lemma'])
    .where('rowid', '>', after)
    .orderBy('rowid')
    .limit(limit)
    .execute()
}
