import type { Worker } from 'node:worker_threads'
import { inMs } from '../../read/limits/processor-time.ts'

/**
 * Milliseconds of processor time that a thread has used, asked from outside. It answers in the middle of a loop, but not out
 * of native code; null when it is gone.
 */
export async function processorMsOf(thread: Worker): Promise<number | null> {
  try {
    return inMs(await thread.cpuUsage())
  } catch {
    return null
  }
}
