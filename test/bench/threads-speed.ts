import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article } from '../../src/domain/article.ts'
import type { MeasuredAnalyser } from './analysers.ts'
import { median } from './figures.ts'
import { runOnce } from './fork-run.ts'
import type { RunFigures } from './run-once.ts'

export interface ThreadsSpeed {
  readonly articles: number
  readonly one: RunSummary
  readonly two: RunSummary
  /** Median of the ratios of the pairs. */
  readonly ratio: number
}

export interface RunSummary {
  readonly articlesPerSecond: number
  readonly startMs: number
  readonly mainCpuMs: number
  readonly writerShare: number
  readonly peakBytes: number
}

/** The same folder run with one thread and with two, by turns, each time by a new process into a new database. */
export async function measureThreads(
  articles: readonly Article[],
  repeats: number,
  analyser: MeasuredAnalyser,
): Promise<ThreadsSpeed> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
  try {
    mkdirSync(join(folder, 'articles'))
    for (const { uri, text } of articles) writeFileSync(join(folder, 'articles', uri), text)
    const run = async (threads: number, repeat: number) => {
      const database = join(folder, `${threads}-${repeat}.db`)
      const figures = await runOnce(join(folder, 'articles'), database, threads, analyser)
      if (figures.done !== articles.length) throw new Error(`only ${figures.done} of ${articles.length} were analysed`)
      rmSync(database)
      return figures
    }
    const pairs: { readonly one: RunFigures; readonly two: RunFigures }[] = []
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const firstOne = repeat % 2 === 0 ? await run(1, repeat) : null
      const two = await run(2, repeat)
      pairs.push({ one: firstOne ?? (await run(1, repeat)), two })
    }
    return {
      articles: articles.length,
      one: summarise(pairs.map(({ one }) => one)),
      two: summarise(pairs.map(({ two }) => two)),
      ratio: median(pairs.map(({ one, two }) => speedOf(two) / speedOf(one))),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Articles a second. */
function speedOf({ steadyArticles, steadyMs }: RunFigures): number {
  return (steadyArticles * 1000) / steadyMs
}

function summarise(runs: readonly RunFigures[]): RunSummary {
  return {
    articlesPerSecond: median(runs.map(speedOf)),
    startMs: median(runs.map(({ startMs }) => startMs)),
    writerShare: median(runs.map(({ writerShare }) => writerShare)),
    mainCpuMs: median(runs.map(({ mainCpuMs }) => mainCpuMs)),
    peakBytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
  }
}
