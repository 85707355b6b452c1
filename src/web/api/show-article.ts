import { ACTS, ATTITUDES, NAMINGS } from '../../domain/labels.ts'
import type { ArticleTable } from '../../store/schema.ts'
import type { ClaimIndex } from '../claim-index/claim-index.ts'
import { API } from './address.ts'
import { claimRange } from './select-claims.ts'

const IS_ATTITUDE = ACTS.map(act => ATTITUDES.includes(act))

/** An article by the names of the API, with its claims counted as lists give them. */
export function toArticle(index: ClaimIndex, row: Omit<ArticleTable, 'text' | 'claim_count' | 'published_utc'>) {
  const at = `${API}/articles/${row.id}`
  return {
    id: row.id,
    uri: row.uri,
    sha256: row.raw_sha256,
    title: row.title,
    byline: row.byline,
    publisher: row.publisher,
    section: row.section,
    published_at: row.published_at,
    modified_at: row.modified_at,
    language: row.language,
    claims: countClaims(index, row.rowid),
    links: {
      self: at,
      text: `${at}/text`,
      claims: `${at}/claims`,
      left_out: `${at}/left-out`,
      findings: `${API}/findings?article=${row.id}`,
    },
  }
}

function countClaims(index: ClaimIndex, articleRowid: number) {
  const { claims, articles } = index
  const counts = { total: 0, named: 0, unnamed: 0, anonymous: 0, unstated: 0 }
  const rank = articles.rankOf(articleRowid)
  if (rank < 0) return counts
  const [from, to] = claimRange(index, rank)
  for (let at = from; at < to; at++) {
    if (claims.rejected[at] === 1 || IS_ATTITUDE[claims.act[at] as number] === true) continue
    counts.total++
    const naming = NAMINGS[claims.naming[at] as number]
    if (naming !== undefined) counts[naming]++
  }
  return counts
}
