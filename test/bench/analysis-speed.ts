import type { Article } from '../../src/domain/article.ts'
import type { AnalysisPool } from '../../src/run/analysing/analysis-pool.ts'
import type { MeasuredAnalyser } from './analysers.ts'
import { median } from './figures.ts'
import { openPool } from './open-pool.ts'

export interface AnalysisSpeed {
  readonly articles: number
  readonly oneMs: number
  readonly twoMs: number
  /** Median of the ratios of the pairs. */
  readonly ratio: number
}

const WARM_UP_PASSES = 3

/**
 * The same articles through pools of one and of two threads that are already warm, by turns, records thrown away: what
 * a second thread brings by itself, where a whole run also has one reader and one writer.
 */
export async function measureAnalysis(
  articles: readonly Article[],
  repeats: number,
  analyser: MeasuredAnalyser,
): Promise<AnalysisSpeed> {
  const pools = await Promise.all([openPool(1, analyser), openPool(2, analyser)])
  try {
    const [one, two] = pools as [AnalysisPool, AnalysisPool]
    // Each thread compiles for itself, and two share the articles between them: twice the passes warm them alike.
    for (let pass = 0; pass < WARM_UP_PASSES; pass += 1) {
      await drain(one, 1, articles)
      await drain(two, 2, articles)
      await drain(two, 2, articles)
    }
    const pairs: { readonly oneMs: number; readonly twoMs: number }[] = []
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const oneMs = await drain(one, 1, articles)
      pairs.push({ oneMs, twoMs: await drain(two, 2, articles) })
    }
    return {
      articles: articles.length,
      oneMs: median(pairs.map(({ oneMs }) => oneMs)),
      twoMs: median(pairs.map(({ twoMs }) => twoMs)),
      ratio: median(pairs.map(({ oneMs, twoMs }) => oneMs / twoMs)),
    }
  } finally {
    for (const pool of pools) await pool.close()
  }
}

/** Milliseconds that `threads` lines of articles take, each line one article at a time, as a run feeds its pool. */
async function drain(pool: AnalysisPool, threads: number, articles: readonly Article[]): Promise<number> {
  const waiting = articles.values()
  const start = performance.now()
  const lines = Array.from({ length: threads }, async () => {
    for (const article of waiting) {
      const analysis = await pool.analyse(article)
      if ('failure' in analysis) throw new Error(`${article.uri} failed: ${analysis.failure.error}`)
    }
  })
  await Promise.all(lines)
  return performance.now() - start
}
