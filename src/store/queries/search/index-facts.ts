import { sql } from 'kysely'
import type { Act, Naming, QuotationType } from '../../../domain/labels.ts'
import type { StoreDatabase } from '../../schema.ts'

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

/**
 * From here on are the numbers of claims that somebody added, which have no row of their own in `claim`: that of their
 * row in `standing` on top of this. They stay below 2^32, where columns of numbers end.
 */
export const ADDED_FROM = 4_000_000_000

/** Numbers of claims apart: `rowid`s of `claim`, and of those above `ADDED_FROM` the `rowid`s of `standing`. */
export function splitNumbers(numbers: readonly number[]): {
  readonly found: readonly number[]
  readonly added: readonly number[]
} {
  return {
    found: numbers.filter(number => number <= ADDED_FROM),
    added: numbers.filter(number => number > ADDED_FROM).map(number => number - ADDED_FROM),
  }
}

/** A claim that people have said something of, as it stands. */
export interface CorrectedFact {
  id: string
  /** Of the claim, or above `ADDED_FROM`. */
  rowid: number
  rejected: number
  /** 1 when it no longer rests on what the machine took for its source, or somebody named that otherwise. */
  moved: number
  name: string | null
  /** The words of its source. */
  source: string | null
  /** The source of the article whose words somebody gave it, where nobody names it otherwise. */
  given_rowid: number | null
  naming: Naming
  entity_id: string | null
  quotation: QuotationType
  act: Act
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
  const added = await database
    .selectFrom('standing')
    .select(query => query.fn.countAll<number>().as('rows'))
    .where('added', '=', 1)
    .executeTakeFirstOrThrow()
  const claims = (await count('claim')) + added.rows
  return { articles: await count('article'), sources: await count('source'), claims }
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

/** Every claim that the ledger of corrections says something of, by `rowid`. */
export async function findCorrectedFacts(database: StoreDatabase): Promise<CorrectedFact[]> {
  const places = await database
    .selectFrom('standing')
    .leftJoin('claim', 'claim.id', 'standing.claim_id')
    .leftJoin('source', join =>
      join
        .onRef('source.id', '=', 'standing.source_id')
        .on('standing.source', 'is', null)
        .on('standing.naming', 'is', null),
    )
    .select('source.rowid as given_rowid')
    .select(['standing.claim_id', 'standing.rowid as standing_rowid', 'claim.rowid as claim_rowid'])
    .select(
      sql<number>`case when standing.source is not null or standing.naming is not null or standing.sets_source = 1
        then 1 else 0 end`.as('moved'),
    )
    .execute()
  const placeOf = new Map(places.map(place => [place.claim_id, place]))
  // Not joined with the above: SQLite would make all rows of the view for that.
  const claims = await database
    .selectFrom('v_claim')
    .select(['id', 'status', 'name', 'source', 'naming', 'entity_id', 'quotation', 'act'])
    .where('id', 'in', query => query.selectFrom('standing').select('claim_id'))
    .execute()
  return claims
    .flatMap(({ status, ...claim }) => {
      const place = placeOf.get(claim.id)
      if (place === undefined) return []
      const rowid = place.claim_rowid ?? ADDED_FROM + place.standing_rowid
      const { moved, given_rowid } = place
      return [{ ...claim, rowid, rejected: status === 'rejected' ? 1 : 0, moved, given_rowid }]
    })
    .sort((a, b) => a.rowid - b.rowid)
}

/** Every claim that somebody added, in the order of the articles' `rowid`, then of the text. */
export async function findAddedFacts(database: StoreDatabase): Promise<ClaimPlace[]> {
  return await database
    .selectFrom('standing')
    .innerJoin('article', 'article.id', 'standing.article_id')
    .select([sql<number>`standing.rowid + ${sql.lit(ADDED_FROM)}`.as('rowid'), 'article.rowid as article_rowid'])
    .select(sql<number>`coalesce(standing.start, 0)`.as('start'))
    .where('standing.added', '=', 1)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('claim').select('claim.rowid').whereRef('claim.id', '=', 'standing.claim_id'))),
    )
    .orderBy('article.rowid')
    .orderBy('start')
    .orderBy('standing.rowid')
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
