import { type Share, type Shares, UNITS, type Unit } from '../audit-report.ts'
import { countedShare, estimatedShare } from '../intervals/shares.ts'
import { eachVoice, type SelectedVoices } from '../select-voices.ts'
import type { Division } from './divide-articles.ts'

/**
 * What each part of the articles has of the whole. All of an article lies in one part, so that the error of a share of claims or
 * words is that of a ratio over articles (W. G. Cochran, Sampling Techniques, 1977, section 6.5).
 */
export function sharesOfParts(selected: SelectedVoices, { numbers, parts }: Division): Shares[] {
  const wholes = wholesByArticle(selected)
  const byUnit = UNITS.map(unit => {
    const isDrawn = unit === 'claims' || unit === 'quotedWords'
    return [unit, (isDrawn ? sharesOverArticles : countedShares)(wholes[unit], numbers, parts.length)] as const
  })
  return parts.map(
    (_, part) => Object.fromEntries(byUnit.map(([unit, shares]) => [unit, shares[part] as Share])) as unknown as Shares,
  )
}

/** What each article of a selection has of each unit. */
function wholesByArticle(selected: SelectedVoices): Readonly<Record<Unit, Float64Array>> {
  const { columns, articles } = selected
  const counts = () => new Float64Array(articles.length)
  const wholes = { sources: counts(), claims: counts(), quotedWords: counts(), first: counts(), last: counts() }
  const add = (to: Float64Array, place: number, amount: number) => {
    to[place] = (to[place] as number) + amount
  }
  eachVoice(selected, (row, place) => {
    if (columns.claims[row] === 0) return
    add(wholes.sources, place, 1)
    add(wholes.claims, place, columns.claims[row] as number)
    add(wholes.quotedWords, place, columns.quotedWords[row] as number)
    add(wholes.first, place, columns.first[row] as number)
    add(wholes.last, place, columns.last[row] as number)
  })
  return wholes
}

function countedShares(whole: Float64Array, numbers: Uint32Array, parts: number): Share[] {
  const { hits, n } = hitsOf(whole, numbers, parts)
  return Array.from(hits, one => countedShare(one, n))
}

function sharesOverArticles(whole: Float64Array, numbers: Uint32Array, parts: number): Share[] {
  const { hits, n } = hitsOf(whole, numbers, parts)
  const ownSquares = new Float64Array(parts)
  let [articles, squares] = [0, 0]
  for (const [place, amount] of whole.entries()) {
    if (amount === 0) continue
    articles++
    squares += amount ** 2
    const part = numbers[place] as number
    ownSquares[part] = (ownSquares[part] as number) + amount ** 2
  }
  return Array.from(hits, (one, part) => {
    const share = one / n
    const residues = (ownSquares[part] as number) * (1 - 2 * share) + share ** 2 * squares
    const error = articles < 2 ? null : Math.sqrt((articles / (articles - 1)) * Math.max(0, residues)) / n
    return estimatedShare(one, n, { articles, squares }, error)
  })
}

function hitsOf(whole: Float64Array, numbers: Uint32Array, parts: number) {
  const hits = new Float64Array(parts)
  let n = 0
  for (const [place, amount] of whole.entries()) {
    const part = numbers[place] as number
    hits[part] = (hits[part] as number) + amount
    n += amount
  }
  return { hits, n }
}
