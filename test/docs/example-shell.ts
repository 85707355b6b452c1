import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { runCommand } from '../cli/run-command.ts'
import { wordsOf } from './fences.ts'

const root = join(import.meta.dirname, '../..')

/** How far a run is, which it says the oftener the slower the machine is. */
const PROGRESS = /^\d+ of \d+ inputs, .*\n/gm

const TERMINAL = { COLUMNS: '120', NO_COLOR: '1' }

/**
 * A folder of its own with a copy of corpus/, in which the commands of the documentation are really run, one after the
 * other, as a reader would run them in a fresh checkout.
 */
export class ExampleShell {
  readonly #folder = mkdtempSync(join(tmpdir(), 'hearsay-docs-'))

  constructor() {
    cpSync(join(root, 'corpus'), join(this.#folder, 'corpus'), { recursive: true })
  }

  /** What the command shows on a terminal: standard output and standard error together, without colours. */
  async run(command: string): Promise<string> {
    const [, args, rest] = /^npx hearsay ((?:[^|;"']|"[^"]*"|'[^']*')*)(.*)$/s.exec(command) ?? []
    const { status, stdout } =
      // A run loads the engine that the environment names, and is told another one where tests are.
      args === undefined || args.startsWith('run ')
        ? this.#shell(`{ ${this.#resolve(command)}; } 2>&1`)
        : await this.#call(wordsOf(args), rest ?? '')
    if (status !== 0) throw new Error(`"${command}" ended with code ${status}:\n${stdout}`)
    return stdout.replaceAll(PROGRESS, '').trimEnd()
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Runs a command in this process, which takes a tenth of the time, and what stands behind it (`| head`) in a shell. */
  async #call(args: readonly string[], rest: string) {
    const { status, stdout, stderr } = await runCommand(args, this.#folder, { env: TERMINAL })
    const shown = join(this.#folder, '.shown')
    writeFileSync(shown, stdout)
    writeFileSync(`${shown}-error`, stderr)
    // What is told beside the output comes behind it, whatever a pipe makes of that.
    const [, piped = '', then = ''] = /^([^;]*)(;.*)?$/s.exec(rest) ?? []
    const again = `shown() { cat .shown; return ${status}; }; shown ${piped}`
    const done = this.#shell(`{ ${again}; code=$?; cat .shown-error; (exit $code)${then}; } 2>&1`)
    for (const file of [shown, `${shown}-error`]) rmSync(file)
    return done
  }

  #shell(script: string) {
    return spawnSync('sh', ['-c', script], {
      cwd: this.#folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: this.#folder, TZ: 'UTC', ...TERMINAL },
    })
  }

  #resolve(command: string): string {
    const launcher = join(root, 'src/cli/hearsay.js')
    return command.replaceAll('npx hearsay', `"${process.execPath}" "${launcher}"`)
  }
}
