import { setTimeout as wait } from 'node:timers/promises'
import { HearsayError } from '../domain/errors.ts'
import { outlastConflicts } from '../store/postgres/connection/outlast-conflicts.ts'
import { isConnectionLost } from '../store/postgres/connection/postgres-errors.ts'

/** Of PostgreSQL: no connection is left, or it broke off what kept others waiting. */
const FOR_NOW: ReadonlySet<string> = new Set(['53300', '25P03', '25P04'])
/** What the driver says without a code. */
const SAID = /query read timeout|connection error/i

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5000

/** Whether what failed may succeed when it is done again later: the server was away, or the connection to it. */
export function isServerGone(error: unknown): boolean {
  if (isConnectionLost(error)) return true
  const cause = error instanceof HearsayError ? error.cause : error
  if (!(cause instanceof Error)) return false
  return FOR_NOW.has((cause as NodeJS.ErrnoException).code ?? '') || SAID.test(cause.message)
}

export interface Patience {
  /** Ends the waiting: the last error is thrown. */
  readonly signal: AbortSignal
  /** Told when the server goes away. */
  readonly onGone?: (error: unknown) => void
  /** Told when it has answered again. */
  readonly onBack?: () => void
  /** Told when what other programs hold in the database is waited for. */
  readonly onHeld?: (error: unknown) => void
}

/**
 * Does something that needs the server, again and again while the server is away or others are in its way; for others it
 * waits no longer than `outlastConflicts` does.
 *
 * @param action may be done twice: whether the server did what it was asked before it went away nobody knows
 */
export async function withPatience<Result>(patience: Patience, action: () => Promise<Result>): Promise<Result> {
  const { signal, onGone, onBack, onHeld } = patience
  let isGone = false
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
    try {
      const result = await outlastConflicts(action, { signal, onHeld })
      if (isGone) onBack?.()
      return result
    } catch (error) {
      if (!isServerGone(error) || signal.aborted) throw error
      if (!isGone) onGone?.(error)
      isGone = true
      // An interruption ends the wait; the next failure then ends the whole.
      await wait(waitMs, undefined, { signal }).catch(() => {})
    }
  }
}
