import process from 'node:process'
import { readSharedModel } from '../../src/run/model/learned-model.ts'
import type { MeasuredAnalyser } from './analysers.ts'
import { openPool } from './open-pool.ts'

export interface ThreadMemory {
  /** Resident memory that one more thread takes once it has loaded what it needs, before its first article. */
  readonly threadBytes: number
  /** The learned model's, once for all threads. */
  readonly sharedBytes: number
}

const THREADS = 4

/** Call it before anything else: memory that the process has freed would serve the threads unseen. */
export async function measureThreadMemory(analyser: MeasuredAnalyser): Promise<ThreadMemory> {
  const shared = readSharedModel()
  const before = process.memoryUsage.rss()
  const pools = await Promise.all(Array.from({ length: THREADS }, () => openPool(1, analyser)))
  const threadBytes = (process.memoryUsage.rss() - before) / THREADS
  for (const pool of pools) await pool.close()
  return { threadBytes, sharedBytes: shared.byteLength }
}
