import type { Interval } from '../../evaluate/figure.ts'
import { FEW, type Mean, type Share } from '../audit-report.ts'
import type { Drawing } from '../intervals/article-draws.ts'
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

/**
 * The mean over all articles, with its interval by draws of articles; below `FEW` of them by Student's t.
 *
 * @param drawn as `drawingOfMean` has it drawn
 */
export function meanSources(counts: Uint32Array, drawn: Interval | null): Mean {
  const n = counts.length
  if (n === 0) return { mean: null, n, low: null, high: null }
  const mean = counts.reduce((sum, count) => sum + count, 0) / n
  if (n === 1) return { mean, n, low: null, high: null }
  if (n >= FEW) return { mean, n, low: drawn?.low ?? null, high: drawn?.high ?? null }
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (n - 1)
  const reach = studentPoint(n - 1) * Math.sqrt(variance / n)
  return { mean, n, low: Math.max(0, mean - reach), high: mean + reach }
}

export function drawingOfMean({ parts, partOf }: SelectedVoices, counts: Uint32Array): Drawing {
  const sums = new Float64Array(parts * 2)
  for (let place = 0; place < counts.length; place++) {
    const at = partOf(place) * 2
    sums[at] = (sums[at] as number) + (counts[place] as number)
    sums[at + 1] = (sums[at + 1] as number) + 1
  }
  const ratios: Drawing['ratios'] = (drawn, into) => {
    into[0] = (drawn[0] as number) / (drawn[1] as number)
  }
  return { sums, width: 2, count: 1, ratios }
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
