import process from 'node:process'
import { Readable, Writable } from 'node:stream'
import { execute } from '../../src/cli/execute.ts'
import { surroundingsOfProcess } from '../../src/cli/surroundings.ts'
import { type Giving, type Outcome, withOneThread } from './outcome.ts'

/**
 * Runs a command of the real command line in this process, which goes to `workingFolder` for as long as it lasts: two at
 * the same time would not know where they are. `HEARSAY_DB` is read from the process, so its tests start one.
 */
export async function runCommand(
  args: readonly string[],
  workingFolder: string,
  { input = '', env = {}, ...modules }: Giving = {},
): Promise<Outcome> {
  const standardOutput = new Kept()
  const standardError = new Kept()
  let status = 0
  const here = process.cwd()
  process.chdir(workingFolder)
  await execute(withOneThread(args), {
    ...surroundingsOfProcess(),
    ...modules,
    standardInput: Readable.from(input.length === 0 ? [] : [Buffer.from(input)], { objectMode: false }),
    standardOutput,
    standardError,
    environment: env,
    workingFolder,
    setExitCode: code => {
      status = code
    },
  }).finally(() => process.chdir(here))
  return { status, stdout: standardOutput.text, stderr: standardError.text }
}

class Kept extends Writable {
  readonly #chunks: Buffer[] = []

  get text(): string {
    return Buffer.concat(this.#chunks).toString()
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk)
    done()
  }
}
