import { countFacts } from '../../store/queries/search/index-facts.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { buildLedger, type Ledger } from './ledger.ts'
import { type ArticleIndex, loadArticles } from './loading/load-articles.ts'
import { applyCorrections, type ClaimColumns, loadClaims } from './loading/load-claims.ts'
import { loadSources, NONE, type SourceIndex } from './loading/load-sources.ts'

/**
 * All claims, sources and articles of a database as columns of numbers: what lists, facets, charts and the ledger are
 * counted from. Measured: SQLite takes seconds to count six facets of a million claims, these columns milliseconds,
 * and they need 40 bytes a claim.
 */
export interface ClaimIndex {
  readonly articles: ArticleIndex
  readonly sources: SourceIndex
  readonly claims: ClaimColumns
  readonly ledger: Ledger
  /** The number of an entity in `sources.entities`, or `NONE`. */
  entityOf(id: string): number
}

export async function loadClaimIndex(database: StoreDatabase): Promise<ClaimIndex> {
  const counted = await countFacts(database)
  const articles = await loadArticles(database)
  const sources = await loadSources(database, articles, counted.sources)
  const claims = await loadClaims(database, articles, sources, counted.claims)
  const entityNumbers = new Map(sources.entities.map(({ id }, number) => [id, number]))
  return {
    articles,
    sources,
    claims,
    ledger: buildLedger(sources, claims),
    entityOf: id => entityNumbers.get(id) ?? NONE,
  }
}

/**
 * The same index with corrections as they are now, which is far quicker than reading all claims anew; null where claims
 * were added that it does not hold yet.
 */
export async function withCorrections(database: StoreDatabase, index: ClaimIndex): Promise<ClaimIndex | null> {
  const isComplete = await applyCorrections(database, index.claims, index.sources)
  return isComplete ? { ...index, ledger: buildLedger(index.sources, index.claims) } : null
}

/** The rank of the claim of a `rowid`, or undefined when the index does not hold it. */
export function rankOfClaim({ claims }: ClaimIndex, rowid: number | null): number | undefined {
  const number = claims.numbers.placeOf(rowid)
  return number < 0 ? undefined : claims.rankByNumber[number]
}
