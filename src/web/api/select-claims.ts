import { type ExportedClaim, toExportedClaim } from '../../export/exported-claim.ts'
import { findClaimIds } from '../../store/queries/claims/claims-by-rowid.ts'
import { findClaimsOfArticles } from '../../store/queries/stream-claims.ts'
import type { ClaimIndex } from '../claim-index/claim-index.ts'
import { ClaimSet } from '../claim-index/claim-set.ts'
import type { Site } from '../site.ts'

/** The claims at these ranks, in their order, by the names of the export contract; what has gone is left out. */
export async function readClaimsAt(site: Site, index: ClaimIndex, ranks: readonly number[]): Promise<ExportedClaim[]> {
  const { claims, articles } = index
  const rowids = ranks.map(rank => claims.rowid[rank] as number)
  const articleRowids = new Set(ranks.map(rank => articles.rowids[claims.article[rank] as number] as number))
  const idOf = await findClaimIds(site.database, rowids)
  const stored = await findClaimsOfArticles(site.database, [...articleRowids])
  const byId = new Map(stored.map(one => [one.claim.id, one]))
  return rowids.flatMap(rowid => {
    const claim = byId.get(idOf.get(rowid) ?? '')
    return claim === undefined ? [] : [toExportedClaim(claim)]
  })
}

/** Ranks of an article's claims: from the first up to, and without, the second. */
export function claimRange({ claims }: ClaimIndex, articleRank: number): readonly [from: number, to: number] {
  return [firstAt(claims.article, articleRank), firstAt(claims.article, articleRank + 1)]
}

/** The first rank whose article is at least this one: claims stand in the order of their articles. */
function firstAt(article: Uint32Array, rank: number): number {
  let low = 0
  let high = article.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((article[middle] as number) < rank) low = middle + 1
    else high = middle
  }
  return low
}

/** Claims that meet a condition, of those that were found before; all when nothing was looked for. */
export function narrow(
  index: ClaimIndex,
  found: ClaimSet | null,
  [from, to]: readonly [from: number, to: number],
  meets: (rank: number) => boolean,
): ClaimSet {
  const narrowed = new ClaimSet(index.claims.length)
  for (let rank = from; rank < to; rank++) if ((found === null || found.has(rank)) && meets(rank)) narrowed.add(rank)
  return narrowed
}
