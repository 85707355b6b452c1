import type { Discovered } from '../../read/discover.ts'
import type { InputOutcome } from '../../read/format.ts'
import type { InputReader } from '../../read/input-reader.ts'
import type { ReadingFailure } from './reading-guard.ts'
import { ReadingThread, type ThreadReaderOptions } from './reading-thread.ts'

/**
 * Reads inputs in a thread of its own, as `readDiscovered` does in this one, so that no input can keep this thread from
 * hearing of an interruption. An input that hangs the thread or ends it costs itself, or what is left of it, and never the others: the
 * thread is replaced. Always `close` it.
 */
export class ThreadReader implements InputReader {
  readonly signal: AbortSignal
  readonly #options: ThreadReaderOptions
  #thread: ReadingThread | null = null

  /** Starts no thread: the first input does, or {@link start}. */
  constructor(options: ThreadReaderOptions) {
    this.signal = options.signal
    this.#options = options
  }

  /** Starts the thread before there is an input, where one will surely come. */
  start(): void {
    if (!this.signal.aborted) this.#thread ??= new ReadingThread(this.#options)
  }

  /** @throws when a thread cannot load its modules */
  async *read(input: Discovered): AsyncGenerator<InputOutcome, void, undefined> {
    this.start()
    if (this.#thread === null || this.signal.aborted) return
    const thread = this.#thread
    let entries = 0
    let isOver = false
    try {
      const reading = thread.read(input)
      let next = await reading.next()
      try {
        for (; next.done !== true; next = await reading.next()) {
          if (this.signal.aborted) return
          entries += 1
          yield next.value
        }
      } finally {
        await reading.return(null)
      }
      isOver = next.value === null
      if (next.value !== null && !this.signal.aborted) yield toFailed(input, next.value, entries)
    } finally {
      if (!isOver) this.#thread = null
    }
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#thread?.close()
    this.#thread = null
  }
}

function toFailed({ uri }: Discovered, { kind, what, advice }: ReadingFailure, entries: number): InputOutcome {
  const read = entries === 1 ? 'its first entry' : `its first ${entries} entries`
  const rest = entries === 0 ? '' : ` after ${read}, and the rest of it was not read`
  const origin = { location: uri, file: uri, decodedHow: null, rawSha256: null, retrievedAt: null }
  return { outcome: 'failed', uri, kind, error: `${what}${rest}: ${advice}`, origin }
}
