import { setTimeout as wait } from 'node:timers/promises'
import { isConflict } from './postgres-errors.ts'

/**
 * How long what other transactions hold is waited for by trying again. So long an answer may take where the server sets
 * no limit for a lock: one that it sets for people's questions must not end what writes batches any sooner.
 */
const PATIENCE_MS = 600_000
/** Most are over at once; whoever waits longer says so. */
const TELL_AFTER_MS = 2000
const FIRST_WAIT_MS = 10
const LONGEST_WAIT_MS = 1000
const NEVER = new AbortController().signal

export interface ConflictOptions {
  /** Told once what is waited for, when that takes long. */
  readonly onHeld?: ((error: unknown) => void) | undefined
  /** Ends the waiting: the last error is thrown. */
  readonly signal?: AbortSignal | undefined
  /** In ms. */
  readonly patience?: number | undefined
}

/**
 * Does something again and again while other transactions at the same time keep it from being done: they hold a lock for
 * longer than the server waits for it, or their transactions and this one cannot both be committed.
 *
 * @param action must leave nothing behind when it throws
 * @throws what `action` throws otherwise, and the last conflict when patience is over
 */
export async function outlastConflicts<Result>(
  action: () => Promise<Result>,
  { onHeld, signal = NEVER, patience = PATIENCE_MS }: ConflictOptions = {},
): Promise<Result> {
  const start = performance.now()
  let isTold = false
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
    try {
      return await action()
    } catch (error) {
      const waited = performance.now() - start
      if (!isConflict(error) || waited >= patience || signal.aborted) throw error
      if (!isTold && waited >= TELL_AFTER_MS) {
        isTold = true
        onHeld?.(error)
      }
      // An interruption ends the wait; the next failure then ends the whole.
      await wait(waitMs, undefined, { signal }).catch(() => {})
    }
  }
}
