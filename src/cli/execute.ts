import process from 'node:process'
import { kindOfError } from '../domain/errors/catalogue.ts'
import { EXIT } from '../domain/errors.ts'
import { COMMANDS } from './commands.ts'
import { createProgram } from './program.ts'
import type { Surroundings } from './surroundings.ts'
import { tellError } from './tell-error.ts'

/** Runs one command line to its end; whatever happens becomes an exit code and, for an error, one sentence with its code. */
export async function execute(args: readonly string[], surroundings: Surroundings): Promise<void> {
  surroundings.standardOutput.on('error', error => endWithoutOutput(error, surroundings))
  // Nobody is left to be told, and what is being done (a run) must not be lost with what is said about it.
  surroundings.standardError.on('error', () => {})
  const program = await createProgram(surroundings, commandsOf(args))
  try {
    if (args.length === 0) {
      surroundings.standardError.write(program.helpInformation())
      surroundings.setExitCode(EXIT.usage)
      return
    }
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    const told = tellError(error)
    if (told !== null) surroundings.standardError.write(`hearsay: ${told.sentence}\n`)
    surroundings.setExitCode(told === null ? EXIT.ok : kindOfError(told.code).exit)
  }
}

/** What is neither a command nor the question for the version is answered with the help, or a guess at what was meant: by all. */
function commandsOf([first = '']: readonly string[]): readonly string[] | undefined {
  if (Object.hasOwn(COMMANDS, first)) return [first]
  return first === '--version' || first === '-V' ? [] : undefined
}

/** `hearsay claims | head` closes the pipe when it has enough, which is no error; a full disk is one. */
function endWithoutOutput({ code, message }: NodeJS.ErrnoException, { standardError }: Surroundings): never {
  if (code === 'EPIPE') process.exit()
  standardError.write(
    `hearsay: Standard output cannot be written (${code ?? message}): check the space on the disk it goes to. [output-unwritable]\n`,
  )
  process.exit(EXIT.io)
}
