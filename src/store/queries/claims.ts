import { type SelectQueryBuilder, sql } from 'kysely'
import type { Act, Naming, QuotationType } from '../../domain/labels.ts'
import { listedActs } from '../../domain/listed-acts.ts'
import { type Dialect, dialectOf } from '../dialect/dialect.ts'
import type { ClaimView, StoreDatabase, StoreSchema } from '../schema.ts'
import { resolveArticle } from './references/resolve-article.ts'
import { containsWords, contentMatches } from './search/contains-words.ts'
import { readSince } from './search/since.ts'

/** Which claims are wanted; every condition that is given must hold. */
export interface ClaimFilter {
  /** Words in the source's resolved name, or in the source as the text has it. */
  readonly source?: string | undefined
  readonly naming?: readonly Naming[] | undefined
  readonly act?: readonly Act[] | undefined
  readonly quotation?: readonly QuotationType[] | undefined
  /** The cue as the text has it ("told") or its lemma ("tell"). */
  readonly cue?: string | undefined
  /** Words of the content; see `readSearch`. */
  readonly text?: string | undefined
  /** An article's URI, the end of it, or the beginning of its id. */
  readonly article?: string | undefined
  /** Published at that time or later, ISO 8601; articles without a time are left out. */
  readonly since?: string | undefined
  /** False leaves out what `listedActs` does not list; not given, claims of every act are wanted. */
  readonly attitudes?: boolean | undefined
  /** True gives claims too that a correction rejected. */
  readonly rejected?: boolean | undefined
  readonly limit?: number | undefined
}

/**
 * Claims as flat rows, in the order of the articles' URIs and then of the text.
 *
 * @throws HearsayError (2) when the article is unknown or the date is none.
 *
 * @example
 * await findClaims(reader.database, { naming: ['anonymous'], text: 'trade' })
 */
export async function findClaims(database: StoreDatabase, filter: ClaimFilter = {}): Promise<ClaimView[]> {
  const claims = await restrict(database, filter)
  const ordered = claims.selectAll().orderBy('uri').orderBy('article_id').orderBy('start').orderBy('id')
  return await (filter.limit === undefined ? ordered : ordered.limit(filter.limit)).execute()
}

/** How many claims `findClaims` would give without its limit. */
export async function countClaims(database: StoreDatabase, filter: ClaimFilter = {}): Promise<number> {
  const claims = await restrict(database, filter)
  const { count } = await claims.select(query => query.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return count
}

async function restrict(database: StoreDatabase, filter: ClaimFilter) {
  const resolved =
    filter.article === undefined ? filter : { ...filter, article: await resolveArticle(database, filter.article) }
  return applyClaimFilter(dialectOf(database), database.selectFrom('v_claim'), resolved)
}

type ClaimQuery<Row> = SelectQueryBuilder<StoreSchema, 'v_claim', Row>

/** Adds the filter's conditions to a query on `v_claim`. Here `filter.article` is the article's whole id. */
export function applyClaimFilter<Row>(dialect: Dialect, query: ClaimQuery<Row>, filter: ClaimFilter): ClaimQuery<Row> {
  let claims = query
  if (filter.rejected !== true) claims = claims.where('status', '=', 'accepted')
  if (filter.article !== undefined) claims = claims.where('article_id', '=', filter.article)
  if (filter.naming !== undefined) claims = claims.where('naming', 'in', filter.naming)
  if (filter.quotation !== undefined) claims = claims.where('quotation', 'in', filter.quotation)
  if (filter.act !== undefined) claims = claims.where('act', 'in', filter.act)
  else if (filter.attitudes === false) claims = claims.where('act', 'in', listedActs(filter))
  if (filter.since !== undefined) claims = claims.where('published_utc', '>=', readSince(filter.since))
  const { source, cue, text } = filter
  if (source !== undefined)
    claims = claims.where(({ or, ref }) =>
      or([containsWords(ref('name'), source), containsWords(ref('v_claim.source'), source)]),
    )
  if (cue !== undefined)
    claims = claims.where(({ or, eb }) =>
      or([eb('cue_lemma', '=', cue.toLowerCase()), eb(sql`lower(cue)`, '=', cue.toLowerCase())]),
    )
  if (text !== undefined) claims = claims.where(({ ref }) => contentMatches(dialect, ref('v_claim.id'), text))
  return claims
}
