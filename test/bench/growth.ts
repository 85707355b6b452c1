import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MeasuredAnalyser } from './analysers.ts'
import { recombineArticles } from './articles.ts'
import { runOnce } from './fork-run.ts'
import type { RunFigures } from './run-once.ts'

export interface Growth {
  readonly few: RunFigures
  readonly many: RunFigures
  /** Articles a second of the long run for one of the short one; start excluded from both. */
  readonly speed: number
  /** Peak memory of the long run for one of the short one. */
  readonly memory: number
}

/** A short and a long run with two threads: what grows with the number of articles shows in the ratios. */
export async function measureGrowth(short: number, long: number, analyser: MeasuredAnalyser): Promise<Growth> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
  try {
    const run = async (count: number, name: string) => {
      const articles = join(folder, `articles-${count}`)
      mkdirSync(articles, { recursive: true })
      for (const { uri, text } of recombineArticles(count)) writeFileSync(join(articles, uri), text)
      const figures = await runOnce(articles, join(folder, `${name}.db`), 2, analyser)
      if (figures.done !== count) throw new Error(`only ${figures.done} of ${count} articles were analysed`)
      return figures
    }
    // On both sides of the long run, so that a machine that slows down is not taken for a run that does.
    const before = await run(short, 'before')
    const many = await run(long, 'many')
    const after = await run(short, 'after')
    const speed = speedOf(many) / ((speedOf(before) + speedOf(after)) / 2)
    const shortPeak = Math.max(before.peakBytes, after.peakBytes)
    const faster = speedOf(before) >= speedOf(after) ? before : after
    return { few: { ...faster, peakBytes: shortPeak }, many, speed, memory: many.peakBytes / shortPeak }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Articles a second. */
function speedOf({ steadyArticles, steadyMs }: RunFigures): number {
  return (steadyArticles * 1000) / steadyMs
}
