import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import type { QueryAnswer, QueryQuestion } from './answer.ts'
import { CONSOLE_LIMITS, type QueryLimits } from './limits.ts'
import { type QueryConsole, QueryLine } from './query-console.ts'
import { TOO_MUCH_MEMORY } from './run-query.ts'

const MEGABYTE = 2 ** 20
/** How long a process that was killed may take to be gone; one that the system itself holds back takes longer. */
const DYING_MS = 5_000

/** The process that runs queries. */
interface Warm {
  readonly child: ChildProcess
  /** Rejected when it cannot read the database. */
  readonly ready: Promise<unknown>
  /** Fulfilled when it is gone. */
  readonly gone: Promise<null>
}

/**
 * Runs queries of the console, one after another, in a process of its own that is kept warm, and killed when a query
 * takes too long or too much memory. Who asked hears of that when the process is gone; the next one is started at once.
 *
 * @example
 * const runner = new QueryRunner('out/hearsay.db')
 * await runner.run('SELECT count(*) FROM claim')
 * runner.close()
 */
export class QueryRunner implements QueryConsole {
  readonly language = 'SQLite'
  readonly #path: string
  readonly #limits: QueryLimits
  #warm: Warm
  readonly #line = new QueryLine(sql => this.#ask(sql))
  #isClosed = false

  constructor(path: string, limits: QueryLimits = CONSOLE_LIMITS) {
    this.#path = path
    this.#limits = limits
    this.#warm = this.#start()
  }

  run(sql: string): Promise<QueryAnswer> {
    return this.#line.run(sql)
  }

  /** Ends the process; what still runs in it is lost. */
  close(): void {
    this.#isClosed = true
    this.#line.close()
    this.#warm.child.kill('SIGKILL')
  }

  async #ask(sql: string): Promise<QueryAnswer> {
    const warm = await this.#takeWarm()
    if (warm === null) return { kind: 'refused', reason: `The database ${this.#path} cannot be read by the console.` }
    const { child, gone } = warm
    const { rows, bytes, milliseconds } = this.#limits
    const start = performance.now()
    const done = new AbortController()
    const { signal } = done
    const answered = once(child, 'message', { signal }).then(
      ([answer]) => answer as QueryAnswer,
      () => null,
    )
    const late = wait(milliseconds, null, { signal }).catch(() => null)
    if (child.connected) child.send({ sql, rows, bytes } satisfies QueryQuestion)
    const outcome = await Promise.race([answered, gone, late])
    done.abort()
    if (outcome !== null) return outcome
    await this.#replace()
    if (this.#isClosed) return { kind: 'refused', reason: 'The site is closing.' }
    // What ends by itself before its time was ended for its memory.
    if (performance.now() - start < milliseconds) return { kind: 'refused', reason: TOO_MUCH_MEMORY }
    return {
      kind: 'refused',
      reason: `The query was stopped: it took longer than ${milliseconds / 1000} second${milliseconds === 1000 ? '' : 's'}.`,
    }
  }

  /** The process that is kept, or another one when it has ended; null when that one cannot start either. */
  async #takeWarm(): Promise<Warm | null> {
    if (await isUsable(this.#warm)) return this.#warm
    if (!this.#isClosed) this.#warm = this.#start()
    return (await isUsable(this.#warm)) ? this.#warm : null
  }

  /** Kills the process, and waits until it is gone; another one starts meanwhile. */
  async #replace(): Promise<void> {
    const { child, gone } = this.#warm
    child.kill('SIGKILL')
    if (!this.#isClosed) this.#warm = this.#start()
    const done = new AbortController()
    await Promise.race([gone, wait(DYING_MS, undefined, { signal: done.signal }).catch(() => {})])
    done.abort()
  }

  #start(): Warm {
    const script = new URL(`./query-process${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
    const child = fork(script, [this.#path, String(process.pid), JSON.stringify(this.#limits)], {
      execArgv: [
        `--max-old-space-size=${Math.ceil(this.#limits.memory / MEGABYTE / 2)}`,
        '--disable-warning=ExperimentalWarning',
      ],
      // It needs nothing of what is set here, least of all a token.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // The site must be able to end while a query runs.
    child.unref()
    child.channel?.unref?.()
    const gone = new Promise<null>(resolve => {
      child.once('exit', () => resolve(null))
      // One that never was is gone, too; what else goes wrong between the two ends with its exit.
      child.on('error', () => child.pid === undefined && resolve(null))
    })
    const ended = gone.then(() => {
      throw new Error(`the process for queries cannot read ${this.#path}`)
    })
    const ready = Promise.race([once(child, 'message'), ended])
    // Who asks is told; nobody has asked yet.
    ready.catch(() => {})
    return { child, ready, gone }
  }
}

async function isUsable({ child, ready }: Warm): Promise<boolean> {
  try {
    await ready
    return child.connected
  } catch {
    return false
  }
}
