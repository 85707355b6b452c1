import { extname, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { EXIT } from '../../domain/errors.ts'
import { DEFAULT_ENGINE, ENGINES, type EngineName } from '../../run/engines.ts'
import { words } from './argument.ts'

/** Option that says what finds attributions. */
export interface EngineOptions {
  readonly engine: EngineName
  /** A newsroom's rules; true where the option names no file, and says which engine. */
  readonly rules?: string | true
  /** Folder of another model of the encoder. */
  readonly model?: string
}

/** What files of rules end in. */
const EXTENSIONS: ReadonlySet<string> = new Set(['.yaml', '.yml', '.json'])

const SHORT = { fast: 'linear', rules: 'rules' } as const satisfies Record<string, EngineName>

/** Adds `--engine`, the short ways to say it, and a newsroom's rules. */
export function addEngineOptions(command: Command, { takesRules = true } = {}): Command {
  command
    .addOption(
      new Option(
        '--engine <engine>',
        'what finds claims beside built-in rules: a neural network (encoder), a small statistical model (linear), or nothing more (rules)',
      )
        .choices(ENGINES)
        .default(DEFAULT_ENGINE)
        .env('HEARSAY_ENGINE'),
    )
    .addOption(
      new Option('--model <folder>', 'folder with another model for the encoder; training/encoder makes them')
        .argParser(value => resolve(words(value)))
        .conflicts('fast'),
    )
    .addOption(new Option('--fast', 'short for --engine linear: several times as fast, finds fewer claims'))
  if (takesRules)
    command.addOption(
      new Option(
        '--rules [file]',
        "your newsroom's cue phrases, names and words (YAML), for any engine; without a file, short for --engine rules: the fastest, finds the fewest claims",
      ),
    )
  return command.hook('preAction', made => {
    const rules: unknown = made.getOptionValue('rules')
    // Whoever meant the engine has an input taken for the file.
    if (typeof rules === 'string' && !EXTENSIONS.has(extname(rules).toLowerCase()))
      made.error(
        `error: "${rules}" behind --rules is no .yaml or .json file: give one, or --engine rules for the rules of Hearsay alone`,
        { exitCode: EXIT.usage, code: 'commander.invalidArgument' },
      )
    if (made.getOptionValue('fast') === true && made.getOptionValue('rules') === true)
      made.error("error: option '--fast' cannot be used with option '--rules' without a file", {
        exitCode: EXIT.usage,
        code: 'commander.conflictingOption',
      })
    // Not by `implies`: what is implied counts as given, and so would be in conflict with what implies it.
    for (const [short, engine] of Object.entries(SHORT)) {
      if (made.getOptionValue(short) !== true) continue
      // Nor by `conflicts`: the environment says what to do where nobody says it here.
      if (made.getOptionValueSource('engine') === 'cli')
        made.error(`error: option '--${short}' cannot be used with option '--engine <engine>'`, {
          exitCode: EXIT.usage,
          code: 'commander.conflictingOption',
        })
      made.setOptionValueWithSource('engine', engine, 'implied')
    }
  })
}
