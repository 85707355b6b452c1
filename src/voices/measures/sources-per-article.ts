import type { Interval } from '../../evaluate/figures/figure.ts'
import { FEW, type Mean, type Share } from '../audit-report.ts'
import type { Drawing } from '../intervals/article-draws.ts'
import { countedShare } from '../intervals/shares.ts'
import { studentPoint } from '../intervals/student.ts'
import type { SelectedVoices } from '../select-voices.ts'

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
  const [sources, articles] = [new Float64Array(parts), new Float64Array(parts)]
  for (let place = 0; place < counts.length; place++) {
    const part = partOf(place)
    sources[part] = (sources[part] as number) + (counts[place] as number)
    articles[part] = (articles[part] as number) + 1
  }
  return { columns: [sources, articles], ratios: [[0, 1]] }
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
