import { PassThrough, Writable } from 'node:stream'
import { execute } from '../../src/cli/execute.ts'
import { surroundingsOfProcess } from '../../src/cli/surroundings.ts'
import type { Outcome } from '../cli/hearsay.ts'

/** Runs a command of the real command line in this process. */
export async function runCommand(args: readonly string[], workingFolder: string): Promise<Outcome> {
  const standardOutput = new Kept()
  const standardError = new Kept()
  let status = 0
  await execute(args, {
    ...surroundingsOfProcess(),
    standardInput: new PassThrough().end(),
    standardOutput,
    standardError,
    environment: {},
    workingFolder,
    setExitCode: code => {
      status = code
    },
  })
  return { status, stdout: standardOutput.text, stderr: standardError.text }
}

class Kept extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}
