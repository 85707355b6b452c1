import { createContext, Script } from 'node:vm'
import { Unreadable } from './limits.ts'
import { processorMs } from './processor-time.ts'

const context = createContext({ task: null as (() => unknown) | null })
const call = new Script('task()')

/** Share of the limit that counts for all of it: what stops a task is a clock, and the processor does other work, too. */
const NEARLY_ALL = 0.9
/** A task that is tried again gets a little more than it should need, and never much more at once. */
const SPARE = 1.25
const MOST_MORE = 10
const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * Runs a function that must not use more than `timeoutMs` of processor time: markup can be written so that parsing it
 * takes hours. V8 stops whatever runs below a script with a time limit, in loops and in regular expressions alike, but it
 * looks at the clock. So a task that was stopped before it had used its time, because the machine was busy with others, is
 * run again with more patience.
 *
 * @param task pure: it may be run several times
 * @throws Unreadable of kind `timeout`, and whatever the task throws
 */
export function withinTime<Result>(timeoutMs: number, task: () => Result): Result {
  let patienceMs = timeoutMs
  for (;;) {
    const begun = processorMs()
    const run = runFor(patienceMs, task)
    if (run !== null) return run.result
    const usedMs = processorMs() - begun
    if (usedMs >= NEARLY_ALL * timeoutMs) {
      const limit = `${timeoutMs / 1000} s of processor time`
      throw new Unreadable('timeout', `reading it took longer than ${limit}: raise the limit with --read-timeout`)
    }
    patienceMs *= Math.min(MOST_MORE, (SPARE * timeoutMs) / Math.max(1, usedMs))
  }
}

/** Null when it was stopped. */
function runFor<Result>(patienceMs: number, task: () => Result): { readonly result: Result } | null {
  context.task = task
  try {
    const timeout = Math.min(LONGEST_TIMER_MS, Math.ceil(patienceMs))
    return { result: call.runInContext(context, { timeout }) as Result }
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    return null
  } finally {
    context.task = null
  }
}
