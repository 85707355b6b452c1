import { threadId, workerData } from 'node:worker_threads'
import { move } from 'piscina'
import { guardCalls } from '../nlp/onnx.ts'
import { processorMs } from '../read/processor-time.ts'
import type { Analyser } from './analyser.ts'
import { type AnalysisReply, type AnalysisTask, describeThrown, packFindings } from './analysis.ts'
import { Beacon } from './beacon.ts'

/** What the pool gives every worker thread when it starts. */
export interface WorkerData {
  /** URL of the module to run. */
  readonly analyser: string
  /** Memory for the module's `useShared`, or null. */
  readonly shared: SharedArrayBuffer | null
}

/** No SQLite here: a thread that waits in native code cannot be stopped. */
async function startWorker(): Promise<(task: AnalysisTask | null) => Promise<AnalysisReply>> {
  const { analyser, shared } = workerData as WorkerData
  const { analyseArticle, STAGES, useShared } = (await import(analyser)) as Analyser
  if (shared !== null) useShared?.(shared)
  return async task => {
    if (task === null) return { stages: STAGES }
    const beacon = new Beacon(task.beacon)
    beacon.begin(threadId, processorMs())
    guardCalls(beacon)
    try {
      const onStage = (stage: { name: string }) =>
        beacon.enterStage(STAGES.findIndex(({ name }) => name === stage.name))
      const { article: _, ...findings } = await analyseArticle(Object.freeze(task.article), onStage)
      return move(packFindings(findings)) as AnalysisReply
    } catch (error) {
      return { failure: describeThrown(error) }
    } finally {
      guardCalls(null)
      beacon.finish()
    }
  }
}

export default startWorker()
