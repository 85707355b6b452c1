import { FEW, type Mean, type Share } from '../audit-report.ts'
import type { ArticleDraws } from '../intervals/article-draws.ts'
import { countedShare } from '../intervals/shares.ts'
import { studentPoint } from '../intervals/student.ts'
import { eachVoice, type SelectedVoices } from '../select-voices.ts'

/** How many sources each article of a selection has, also those that have none. */
export function countSources(selected: SelectedVoices): Uint32Array {
  const counts = new Uint32Array(selected.articles.length)
  eachVoice(selected, (row, place) => {
    if ((selected.columns.claims[row] as number) > 0) counts[place] = (counts[place] as number) + 1
  })
  return counts
}

/** The mean over all articles: by draws of articles, below `FEW` of them by Student's t. */
export function meanSources({ parts, partOf }: SelectedVoices, counts: Uint32Array, draws: ArticleDraws): Mean {
  const n = counts.length
  if (n === 0) return { mean: null, n, low: null, high: null }
  const mean = counts.reduce((sum, count) => sum + count, 0) / n
  if (n === 1) return { mean, n, low: null, high: null }
  if (n < FEW) {
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (n - 1)
    const reach = studentPoint(n - 1) * Math.sqrt(variance / n)
    return { mean, n, low: Math.max(0, mean - reach), high: mean + reach }
  }
  const sums = new Float64Array(parts * 2)
  for (const [place, count] of counts.entries()) {
    const at = partOf(place) * 2
    sums[at] = (sums[at] as number) + count
    sums[at + 1] = (sums[at + 1] as number) + 1
  }
  const [interval] = draws.intervals(sums, 2, 1, (drawn, into) => {
    into[0] = (drawn[0] as number) / (drawn[1] as number)
  })
  return { mean, n, low: interval?.low ?? null, high: interval?.high ?? null }
}

/** Articles that rest on one source, of those that have any. */
export function shareOfSingle(counts: Uint32Array): Share {
  let [single, some] = [0, 0]
  for (const count of counts) {
    if (count === 1) single++
    if (count > 0) some++
  }
  return countedShare(single, some)
}
