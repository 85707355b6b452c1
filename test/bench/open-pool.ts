import { AnalysisPool } from '../../src/run/analysing/analysis-pool.ts'
import { readSharedModel } from '../../src/run/model/learned-model.ts'
import type { MeasuredAnalyser } from './analysers.ts'

/** A pool of which one thread has loaded what it needs; close it. */
export async function openPool(threads: number, { url, isLearned }: MeasuredAnalyser): Promise<AnalysisPool> {
  const pool = new AnalysisPool({
    threads,
    analyser: url,
    ...(isLearned ? { shared: readSharedModel() } : {}),
    timeoutMs: 60_000,
    heapMb: 1024,
  })
  await pool.start()
  return pool
}
