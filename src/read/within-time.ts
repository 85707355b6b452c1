import { createContext, Script } from 'node:vm'
import { Unreadable } from './limits.ts'

const context = createContext({ task: null as (() => unknown) | null })
const call = new Script('task()')

/**
 * Runs a function that must not hold up the thread for longer than `timeoutMs`: markup can be written so that parsing
 * it takes hours. V8 stops whatever runs below a script with a time limit, in loops and in regular expressions alike.
 *
 * @throws Unreadable of kind `timeout`, and whatever the task throws
 */
export function withinTime<Result>(timeoutMs: number, task: () => Result): Result {
  context.task = task
  try {
    return call.runInContext(context, { timeout: timeoutMs }) as Result
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    const seconds = timeoutMs / 1000
    throw new Unreadable('timeout', `reading it took longer than ${seconds} s: raise the limit with --read-timeout`)
  } finally {
    context.task = null
  }
}
