import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { COMPILED } from '../shared/compiled.ts'
import { type Giving, type Outcome, withOneThread } from './outcome.ts'
import { runCommand } from './run-command.ts'

export type { Outcome } from './outcome.ts'

const CLI = join(import.meta.dirname, '../../src/cli/hearsay.js')

/** A workspace that is gone when the test has ended. */
export function makeWorkspace(): Workspace {
  const workspace = new Workspace()
  onTestFinished(() => workspace.remove())
  return workspace
}

/** A folder of its own in which the real command line runs. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'hearsay-cli-'))

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true })
    writeFileSync(join(this.folder, name), content)
  }

  /** Runs a command in this process, which shows all that a process of its own does but pipes, signals and exits. */
  async run(args: readonly string[], giving: Giving = {}): Promise<Outcome> {
    return await runCommand(args, this.folder, giving)
  }

  /** Runs a command as a process of its own. */
  hearsay(args: readonly string[], options: Giving = {}): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...withOneThread(args)], {
      cwd: this.folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      env: environment(options.env),
      ...(options.input === undefined ? {} : { input: options.input }),
    })
    return { status, stdout, stderr }
  }

  /** Runs a command line of the shell. */
  shell(command: string): Outcome {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
      cwd: this.folder,
      encoding: 'utf8',
      env: environment(),
    })
    return { status, stdout, stderr }
  }

  /** Starts the command line without waiting for it; `script` is another program around it. */
  start(args: readonly string[], script = CLI): RunningHearsay {
    return new RunningHearsay(
      spawn(process.execPath, [script, ...withOneThread(args)], { cwd: this.folder, env: environment() }),
    )
  }

  /** Rows of a query on the database, or none while there is no such database or table yet. */
  rows(query: string, database = 'out/hearsay.db'): Readonly<Record<string, unknown>>[] {
    let connection: Database.Database | undefined
    try {
      connection = new Database(join(this.folder, database), { readonly: true, fileMustExist: true })
      return connection.prepare<[], Record<string, unknown>>(query).all()
    } catch {
      return []
    } finally {
      connection?.close()
    }
  }
}

export class RunningHearsay {
  readonly #child: ChildProcess
  readonly #ended: Promise<Outcome>
  stdout = ''
  stderr = ''

  constructor(child: ChildProcess) {
    this.#child = child
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text
    })
    this.#ended = new Promise(resolve => {
      child.on('close', status => resolve({ status, stdout: this.stdout, stderr: this.stderr }))
    })
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  /** Gives it standard input, which stays open. */
  type(text: string): void {
    this.#child.stdin?.write(text)
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** Waits until it has ended by itself. */
  async outcome(): Promise<Outcome> {
    return await this.#ended
  }
}

/** Waits, without counting on time, until `condition` holds. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(resolve => setTimeout(resolve, 25))
}

function environment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, HEARSAY_ENGINE } = process.env
  return { PATH, HOME, HEARSAY_ENGINE, TZ: 'UTC', NODE_COMPILE_CACHE: COMPILED, ...extra }
}
