import process from 'node:process'
import { EXIT } from '../../domain/errors.ts'

/** npm passes Ctrl-C on to a process that the terminal has told already: that is not a second Ctrl-C. */
const ECHO_MS = 200
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Aborts `signal` at the first SIGINT, SIGTERM or SIGHUP (the terminal was closed); a second one ends the process at once with exit code 130.
 *
 * @param onStop told at the first one
 */
export function stopOnSignal(onStop: () => void): { readonly signal: AbortSignal; release(): void } {
  const stop = new AbortController()
  let asked: number | null = null
  const listener = () => {
    const now = performance.now()
    if (asked !== null && now - asked > ECHO_MS) process.exit(EXIT.interrupted)
    if (asked !== null) return
    asked = now
    onStop()
    stop.abort()
  }
  for (const name of SIGNALS) process.on(name, listener)
  return {
    signal: stop.signal,
    release: () => {
      for (const name of SIGNALS) process.off(name, listener)
    },
  }
}
