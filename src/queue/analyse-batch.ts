import type PQueue from 'p-queue'
import type { Article } from '../domain/article.ts'
import type { Analysis } from '../run/analysing/analysis.ts'
import type { AnalysisPool } from '../run/analysing/analysis-pool.ts'

/** Worker threads, and the line before them: never more articles in the pool than it has threads. */
export interface Threads {
  readonly pool: AnalysisPool
  readonly line: PQueue
}

/** What became of an article that was not left. */
export type Ended = Exclude<Analysis, { readonly left: true }>

/**
 * Analyses the articles of a batch, together with those of others on the same threads.
 *
 * @param signal keeps articles that no thread has begun from being begun
 * @returns what became of each article that was begun and not left
 */
export async function analyseBatch(
  articles: readonly Article[],
  { pool, line }: Threads,
  signal: AbortSignal,
): Promise<ReadonlyMap<Article, Ended>> {
  const analyses = new Map<Article, Ended>()
  const tasks = articles.map(article =>
    line.add(async () => {
      const analysis = signal.aborted ? null : await pool.analyse(article)
      if (analysis !== null && !('left' in analysis)) analyses.set(article, analysis)
    }),
  )
  await Promise.all(tasks)
  return analyses
}
