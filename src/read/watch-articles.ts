import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Discovered } from './discover.ts'
import type { InputOutcome } from './format.ts'
import type { InputReader } from './input-reader.ts'
import { readArticles } from './read-articles.ts'

/** How long to wait before looking again. */
const LOOK_EVERY_MS = 1000
/** Looking at all files may take long; it must not become all that is done. */
const SHARE_OF_LOOKING = 10
/** A file that nobody has written to for so long is taken to be whole. */
const SETTLED_MS = 2000

/**
 * Reads what the inputs are now and, until the signal aborts, whatever is added to them or changed.
 *
 * A file is read when it has stopped growing: when it was written some time ago, or is the same at two looks. One that
 * grows again afterwards has changed, and is read again.
 *
 * @param inputs iterated anew for every look
 */
export async function* watchArticles(
  inputs: Iterable<Discovered>,
  reader: InputReader,
): AsyncGenerator<InputOutcome, void, undefined> {
  const { signal } = reader
  const watched = new WatchedInputs()
  while (!signal.aborted) {
    const begun = performance.now()
    const ready = watched.look(inputs)
    const looking = performance.now() - begun
    yield* readArticles(ready, reader, { keepNotText: true })
    await sleep(Math.max(LOOK_EVERY_MS, SHARE_OF_LOOKING * looking), null, { signal }).catch(() => {})
  }
}

interface Seen {
  /** What tells one state of it from another. */
  readonly state: string
  readonly isTaken: boolean
}

/** What was there at the last look. */
export class WatchedInputs {
  #seen = new Map<string, Seen>()

  /** What is new or has changed, and is whole. What is not there any more is forgotten. */
  look(inputs: Iterable<Discovered>): Discovered[] {
    const ready: Discovered[] = []
    const seen = new Map<string, Seen>()
    for (const input of inputs) {
      const before = this.#seen.get(input.uri)
      const { state, isSettled } = describeState(input)
      const isSame = before?.state === state
      const isTaken = isSame && before.isTaken
      if (!isTaken && (isSame || isSettled)) ready.push(input)
      seen.set(input.uri, { state, isTaken: isTaken || isSame || isSettled })
    }
    this.#seen = seen
    return ready
  }
}

function describeState(input: Discovered): { readonly state: string; readonly isSettled: boolean } {
  if (input.kind !== 'file') return { state: JSON.stringify(input), isSettled: true }
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(input.path)
    const age = Date.now() - Math.max(mtimeMs, ctimeMs)
    return { state: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, isSettled: age > SETTLED_MS }
  } catch (error) {
    // If it is still so at the next look, reading it says why.
    return { state: String((error as NodeJS.ErrnoException).code), isSettled: false }
  }
}
