import { threadId, workerData } from 'node:worker_threads'
import { move } from 'piscina'
import type { NewsroomRules } from '../../domain/newsroom-rules.ts'
import { guardCalls } from '../../nlp/onnx.ts'
import { processorMs } from '../../read/limits/processor-time.ts'
import type { Analyser } from '../analyser.ts'
import { type AnalysisReply, type AnalysisTask, CHECK_EXAMPLES, describeThrown, packFindings } from './analysis.ts'
import { Beacon } from './beacon.ts'
import { checkExamples } from './check-examples.ts'

/** What the pool gives every worker thread when it starts. */
export interface WorkerData {
  /** URL of the module to run. */
  readonly analyser: string
  /** Memory for the module's `useShared`, or null. */
  readonly shared: SharedArrayBuffer | null
  /** A newsroom's, or null. */
  readonly rules: NewsroomRules | null
  /** Folder of another model of the encoder, or null. */
  readonly model: string | null
  /** Whether first names may tell a gender. */
  readonly nameGender: boolean
}

/** No SQLite here: a thread that waits in native code cannot be stopped. */
async function startWorker(): Promise<(task: AnalysisTask | typeof CHECK_EXAMPLES | null) => Promise<AnalysisReply>> {
  const { analyser, shared, rules, model, nameGender } = workerData as WorkerData
  if (model !== null) (await import('../model/choose-model.ts')).chooseModel(model)
  const loaded = (await import(analyser)) as Analyser
  if (shared !== null) loaded.useShared?.(shared)
  const chosen = nameGender ? loaded : leaveNames(loaded)
  const { analyseArticle, STAGES } = rules === null ? chosen : applyRules(chosen, rules)
  return async task => {
    if (task === null) return { stages: STAGES }
    if (task === CHECK_EXAMPLES)
      return { wrong: rules === null ? null : await checkExamples({ analyseArticle }, rules) }
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

function applyRules({ withRules }: Analyser, rules: NewsroomRules): Analyser {
  if (withRules === undefined) throw new Error('this analyser takes no rules')
  return withRules(rules)
}

function leaveNames({ withoutNameGender }: Analyser): Analyser {
  if (withoutNameGender === undefined) throw new Error('this analyser cannot leave first names')
  return withoutNameGender()
}

export default startWorker()
