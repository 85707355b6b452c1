import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import type { QueryAnswer, QueryQuestion } from './answer.ts'
import { CONSOLE_LIMITS, type QueryLimits } from './limits.ts'
import { type QueryConsole, QueryLine } from './query-console.ts'

const WATCH_EVERY_MS = 25
const MEGABYTE = 2 ** 20

/**
 * Runs queries of the console, one after another, in a process of its own that is kept warm, and killed when a query
 * takes too long or too much memory. The next one is started at once.
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
  #child: Promise<ChildProcess>
  readonly #line = new QueryLine(sql => this.#ask(sql))
  #isClosed = false

  constructor(path: string, limits: QueryLimits = CONSOLE_LIMITS) {
    this.#path = path
    this.#limits = limits
    this.#child = this.#start()
  }

  run(sql: string): Promise<QueryAnswer> {
    return this.#line.run(sql)
  }

  /** Ends the process; what still runs in it is lost. */
  close(): void {
    this.#isClosed = true
    this.#line.close()
    this.#child.then(child => child.kill('SIGKILL')).catch(() => {})
  }

  async #ask(sql: string): Promise<QueryAnswer> {
    const child = await this.#warmChild()
    if (child === null) return { kind: 'refused', reason: `The database ${this.#path} cannot be read by the console.` }
    const { rows, bytes, milliseconds } = this.#limits
    const done = new AbortController()
    const answered = new Promise<QueryAnswer | null>(resolve => {
      child.once('message', answer => resolve(answer as QueryAnswer))
      child.once('exit', () => resolve(null))
    })
    const late = wait(milliseconds, 'late' as const, { signal: done.signal }).catch(() => null)
    const large = this.#watchMemory(child, done.signal)
    if (child.connected) child.send({ sql, rows, bytes } satisfies QueryQuestion)
    const outcome = await Promise.race([answered, late, large])
    done.abort()
    child.removeAllListeners('message')
    child.removeAllListeners('exit')
    if (outcome !== null && typeof outcome === 'object') return outcome
    this.#replace(child)
    if (outcome === 'late')
      return {
        kind: 'refused',
        reason: `The query was stopped: it took longer than ${milliseconds / 1000} second${milliseconds === 1000 ? '' : 's'}.`,
      }
    return { kind: 'refused', reason: 'The query was stopped: it took too much memory.' }
  }

  /** The process that is kept, or another one when it has ended; null when that one cannot start either. */
  async #warmChild(): Promise<ChildProcess | null> {
    const kept = await this.#child.catch(() => null)
    if (kept?.connected === true) return kept
    this.#child = this.#start()
    return await this.#child.catch(() => null)
  }

  #replace(child: ChildProcess): void {
    child.kill('SIGKILL')
    if (!this.#isClosed) this.#child = this.#start()
  }

  #start(): Promise<ChildProcess> {
    const script = new URL(`./query-process${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
    const child = fork(script, [this.#path], {
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
    const started = new Promise<ChildProcess>((resolve, reject) => {
      child.once('message', () => resolve(child))
      child.once('error', reject)
      child.once('exit', () => reject(new Error(`the process for queries cannot read ${this.#path}`)))
    })
    // Who asks is told; nobody has asked yet.
    started.catch(() => {})
    return started
  }

  /** Resolves when the process has grown beyond its limit. SQLite's memory is out of reach for V8's own limit. */
  async #watchMemory(child: ChildProcess, signal: AbortSignal): Promise<'large' | null> {
    if (process.platform !== 'linux') return await new Promise(() => {})
    try {
      while (true) {
        await wait(WATCH_EVERY_MS, undefined, { signal })
        if (residentBytes(child.pid) > this.#limits.memory) return 'large'
      }
    } catch {
      return null
    }
  }
}

function residentBytes(pid: number | undefined): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? 0 : Number(kilobytes) * 1024
  } catch {
    return 0
  }
}
