import { Command } from 'commander'
import { COMMANDS } from './commands.ts'
import { refuseBlank } from './refuse-blank.ts'
import { type Surroundings, surroundingsOfProcess } from './surroundings.ts'
import { readVersion } from './version.ts'

/**
 * The whole command line as commander has it; the reference in docs/ is made from it.
 *
 * Errors of usage are thrown (`CommanderError`) rather than printed, so that `execute` words all errors alike.
 *
 * @param names of the commands that it shall have; all of them when not given
 */
export async function createProgram(
  surroundings: Surroundings = surroundingsOfProcess(),
  names: readonly string[] = Object.keys(COMMANDS),
): Promise<Command> {
  const program = new Command('hearsay')
    .description(
      'Finds attributed claims in news articles, and keeps them in SQLite with the characters they came from.',
    )
    .version(readVersion(), '-V, --version')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXIT_CODES)
    .hook('preAction', (_program, command) => refuseBlank(command))
  const added = await Promise.all(names.map(async name => await COMMANDS[name]?.()))
  for (const addCommand of added) addCommand?.(program, surroundings)
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .configureHelp({ showGlobalOptions: false })
  }
  return program
}

const EXIT_CODES = `
Words:
  claim    what an article says that somebody said: source + cue + content
  source   who says it: named, unnamed ("officials"), anonymous (the text says that the name is
           withheld) or unstated ("reportedly")
  cue      the words that tell so: "said", "according to"
  content  what is said, quoted or in other words
  gold     claims that people marked in a text, to hold against what Hearsay finds

Exit codes:
  0 fine, 1 findings (verify, check), 2 usage, 3 some articles failed, 4 database not usable,
  70 defect of Hearsay, 74 input or output failed, 130 interrupted
  An error ends with its code in [brackets]; docs/reference/errors.md says of each why it happens and what to do.

Examples:
  $ hearsay run articles/
  $ hearsay claims --naming anonymous
  $ hearsay explain 3f9a2c`
