import { ACTS, NAMINGS } from '../../domain/labels.ts'
import { isListed } from '../../domain/listed-acts.ts'
import type { ClaimIndex } from './claim-index.ts'

/** Of every article, by rank, how many of its claims are listed, and how many of them rest on whom. */
export interface ArticleCounts {
  readonly claims: Uint32Array
  readonly unnamed: Uint32Array
  readonly anonymous: Uint32Array
}

const known = new WeakMap<ClaimIndex, Map<boolean, ArticleCounts>>()

/**
 * Counts once for each state of the index.
 *
 * @param attitudes whether they are counted too
 */
export function countArticles(index: ClaimIndex, attitudes: boolean): ArticleCounts {
  const counted = known.get(index) ?? new Map<boolean, ArticleCounts>()
  known.set(index, counted)
  let counts = counted.get(attitudes)
  if (counts === undefined) {
    counts = count(index, attitudes)
    counted.set(attitudes, counts)
  }
  return counts
}

function count({ articles, claims }: ClaimIndex, attitudes: boolean): ArticleCounts {
  const column = () => new Uint32Array(articles.rowids.length)
  const counts = { claims: column(), unnamed: column(), anonymous: column() }
  const listed = Uint8Array.from(ACTS, act => (isListed(act, { attitudes }) ? 1 : 0))
  const [unnamed, anonymous] = [NAMINGS.indexOf('unnamed'), NAMINGS.indexOf('anonymous')]
  for (let rank = 0; rank < claims.length; rank++) {
    if (claims.rejected[rank] === 1 || listed[claims.act[rank] as number] === 0) continue
    const article = claims.article[rank] as number
    const naming = claims.naming[rank] as number
    counts.claims[article] = (counts.claims[article] as number) + 1
    if (naming === unnamed) counts.unnamed[article] = (counts.unnamed[article] as number) + 1
    else if (naming === anonymous) counts.anonymous[article] = (counts.anonymous[article] as number) + 1
  }
  return counts
}
