import { sql } from 'kysely'
import type { Naming, SourceKind } from '../../domain/labels.ts'
import { nullsFirst } from '../dialect/null-order.ts'
import type { StoreDatabase } from '../schema.ts'
import { containsWords } from './search/contains-words.ts'

export interface SourceFilter {
  /** Words in the resolved name, or in the source as a text has it. */
  readonly name?: string | undefined
  readonly naming?: readonly Naming[] | undefined
  readonly limit?: number | undefined
}

/** Somebody who says something, with how much and where. */
export interface SourceSummary {
  /** The resolved name, or the words of the text when there is none. */
  source: string
  naming: Naming
  kind: SourceKind
  entity_id: string | null
  claims: number
  articles: number
  /** First and last publication, in UTC; null when no article says. */
  first_published: string | null
  last_published: string | null
}

/**
 * Who says something, most claims first. Named sources are joined across articles; "officials" of two articles are
 * not: nothing says that they are the same. What a correction rejected is left out, and what it gave to another counts
 * for that one.
 */
export async function findSources(database: StoreDatabase, filter: SourceFilter = {}): Promise<SourceSummary[]> {
  const sameSource = sql`coalesce(entity_id, case when naming = 'named' then coalesce(name, source) else coalesce(source_id, id) end)`
  let sources = database
    .selectFrom('v_claim')
    .select(({ fn, ref }) => [
      sql<string>`coalesce(min(name), min(source))`.as('source'),
      fn.min(ref('naming')).as('naming'),
      sql<SourceKind>`coalesce(min(kind), 'unknown')`.as('kind'),
      fn.min(ref('entity_id')).as('entity_id'),
      fn.countAll<number>().as('claims'),
      fn.count<number>('article_id').distinct().as('articles'),
      fn.min(ref('published_utc')).as('first_published'),
      fn.max(ref('published_utc')).as('last_published'),
    ])
    .where('status', '=', 'accepted')
    .where(({ or, eb }) =>
      or([eb('source_id', 'is not', null), eb('name', 'is not', null), eb('v_claim.source', 'is not', null)]),
    )
    .groupBy(sameSource)
  const { name } = filter
  if (name !== undefined)
    sources = sources.where(({ or, ref }) =>
      or([containsWords(ref('name'), name), containsWords(ref('v_claim.source'), name)]),
    )
  if (filter.naming !== undefined) sources = sources.where('naming', 'in', filter.naming)
  if (filter.limit !== undefined) sources = sources.limit(filter.limit)
  return await sources
    .orderBy(sql`count(*)`, 'desc')
    .orderBy(sql`coalesce(min(name), min(source))`)
    .orderBy(sql`min(source_id)`, nullsFirst)
    .orderBy(sameSource)
    .execute()
}
