import process from 'node:process'
import { CommanderError } from 'commander'
import { EXIT, HearsayError } from '../domain/errors.ts'
import { createProgram } from './program.ts'
import type { Surroundings } from './surroundings.ts'

/** Runs one command line to its end; whatever happens becomes an exit code and, for an error, one sentence. */
export async function execute(args: readonly string[], surroundings: Surroundings): Promise<void> {
  surroundings.standardOutput.on('error', error => endWithoutOutput(error, surroundings))
  // Nobody is left to be told, and what is being done (a run) must not be lost with what is said about it.
  surroundings.standardError.on('error', () => {})
  const program = createProgram(surroundings)
  try {
    if (args.length === 0) {
      surroundings.standardError.write(program.helpInformation())
      surroundings.setExitCode(EXIT.usage)
      return
    }
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    const { sentence, exitCode } = describe(error)
    if (sentence !== null) surroundings.standardError.write(`hearsay: ${sentence}\n`)
    surroundings.setExitCode(exitCode)
  }
}

function describe(error: unknown): { sentence: string | null; exitCode: number } {
  if (error instanceof HearsayError) return { sentence: error.message, exitCode: error.exitCode }
  if (error instanceof CommanderError) {
    // Help and version, which commander has printed.
    if (error.exitCode === 0) return { sentence: null, exitCode: EXIT.ok }
    return { sentence: describeUsage(error), exitCode: EXIT.usage }
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { sentence: `a defect of Hearsay, please report it: ${stack}`, exitCode: EXIT.defect }
}

/** `error: unknown option '--jsn'⏎(Did you mean --json?)` as one sentence. */
function describeUsage({ message }: CommanderError): string {
  const [first = '', suggestion] = message.replace(/^error: /, '').split('\n')
  const hint = /\(Did you mean (.*)\?\)/.exec(suggestion ?? '')?.[1]
  const problem = first.replace(/[.]$/, '')
  return hint === undefined ? `${problem}; hearsay --help lists what there is.` : `${problem}; did you mean ${hint}?`
}

/** `hearsay claims | head` closes the pipe when it has enough, which is no error; a full disk is one. */
function endWithoutOutput({ code, message }: NodeJS.ErrnoException, { standardError }: Surroundings): never {
  if (code === 'EPIPE') process.exit()
  standardError.write(
    `hearsay: Standard output cannot be written (${code ?? message}): check the space on the disk it goes to.\n`,
  )
  process.exit(EXIT.io)
}
