import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

const root = join(import.meta.dirname, '../..')

/** How far a run is, which it says the oftener the slower the machine is. */
const PROGRESS = /^\d+ of \d+ inputs, .*\n/gm

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
  run(command: string): string {
    const { status, stdout } = spawnSync('sh', ['-c', `{ ${this.#resolve(command)}; } 2>&1`], {
      cwd: this.#folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: this.#folder, TZ: 'UTC', COLUMNS: '120', NO_COLOR: '1' },
    })
    if (status !== 0) throw new Error(`"${command}" ended with code ${status}:\n${stdout}`)
    return stdout.replaceAll(PROGRESS, '').trimEnd()
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #resolve(command: string): string {
    const launcher = join(root, 'src/cli/hearsay.js')
    return command.replaceAll('npx hearsay', `"${process.execPath}" "${launcher}"`)
  }
}
