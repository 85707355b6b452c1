import { closeSync, existsSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import type { Logger } from 'pino'
import { HearsayError } from '../../domain/errors.ts'
import type { RunOptions } from '../../run/run-articles.ts'
import type { RunCounts, RunStatus } from '../../store/store.ts'
import { findOutputFile } from '../output/output-file.ts'
import { note, type Surroundings } from '../surroundings.ts'

const PROGRESS_EVERY_MS = 30_000

/** What a run tells its log. */
export type RunEvents = Pick<RunOptions, 'onStart' | 'onProgress' | 'onFailure' | 'onSkip' | 'onHeld'>

/** The log of a run as lines of JSON, added to a file: its begin and end, how far it is, every failed and every skipped input. */
export class RunLog {
  readonly #file: number
  readonly #logger: Logger
  #told = performance.now()

  private constructor(file: number, logger: Logger) {
    this.#file = file
    this.#logger = logger
  }

  /**
   * Opens a file to add to.
   *
   * @param database which the log must not be
   * @throws HearsayError 2 (it is the database) or 74 (not writable)
   */
  static async open(name: string, database: string, surroundings: Surroundings): Promise<RunLog> {
    const { pino } = await import('pino')
    const file = openForAdding(name, findLog(name, database, surroundings))
    // Line by line: what was told before the process is killed is in the file.
    const destination = pino.destination({ fd: file, sync: true })
    let isBroken = false
    destination.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (!isBroken) note(surroundings, `${name} takes no more of the log (${code ?? message}); the run goes on.`)
      isBroken = true
    })
    const formatters = { level: (level: string) => ({ level }), bindings: () => ({ process: process.pid }) }
    return new RunLog(file, pino({ formatters, timestamp: pino.stdTimeFunctions.isoTime }, destination))
  }

  /** @param configuration of the run, to be told when it begins */
  listen(configuration: object): RunEvents {
    return {
      onStart: run => this.#logger.info({ run, ...configuration }, 'run started'),
      onProgress: counts => this.#tellProgress(counts),
      onFailure: ({ uri, stage, stageVersion, kind, error }) =>
        this.#logger.error({ uri, stage, stageVersion, kind, error }, 'input failed'),
      onHeld: error => this.#logger.warn({ error: describe(error) }, 'waiting for other programs'),
      onSkip: ({ uri, reason }) => this.#logger.info({ uri, reason }, 'input skipped'),
    }
  }

  ended(run: number | null, status: RunStatus, counts: RunCounts): void {
    this.#logger.info({ run, status, ...counts }, 'run ended')
  }

  /** That articles were not held against the others, why, and what to do. */
  notCompared(error: unknown, remedy: string): void {
    this.#logger.error({ error: describe(error), remedy }, 'articles not compared')
  }

  broken(error: unknown): void {
    const code = error instanceof HearsayError ? error.code : 'defect'
    this.#logger.fatal({ code, error: describe(error) }, 'run failed')
  }

  close(): void {
    closeSync(this.#file)
  }

  #tellProgress(counts: RunCounts): void {
    const now = performance.now()
    if (now - this.#told < PROGRESS_EVERY_MS) return
    this.#told = now
    this.#logger.info({ ...counts }, 'run goes on')
  }
}

function findLog(name: string, database: string, { workingFolder }: Surroundings): string {
  // Where the folder of the database has still to be made, nothing in it can be overwritten.
  if (!existsSync(dirname(resolve(workingFolder, database)))) return resolve(workingFolder, name)
  return findOutputFile(name, workingFolder, database).path
}

function openForAdding(name: string, path: string): number {
  try {
    return openSync(path, 'a')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new HearsayError(
      `The log ${name} cannot be written (${code}); check its folder or give another.`,
      'output-unwritable',
    )
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
