import type { StageInfo } from '../domain/stage.ts'
import { AnalysisPool, type PoolOptions } from './analysing/analysis-pool.ts'

/** The stages that an analyser would run, asked of a thread of its own: the main thread loads no language model. */
export async function readStages(options: PoolOptions): Promise<readonly StageInfo[]> {
  const pool = new AnalysisPool({ ...options, threads: 1 })
  try {
    return (await pool.start()) ?? []
  } finally {
    await pool.close()
  }
}
