import type { Command } from 'commander'
import { HearsayError } from '../../../domain/errors.ts'
import { loadRules } from '../../given/load-rules.ts'
import { examples } from '../../help.ts'
import { addEngineOptions, type EngineOptions } from '../../options/engine-option.ts'
import { plural } from '../../output/plural.ts'
import { printText, printValue } from '../../output/print.ts'
import { toVisibleLine } from '../../output/visible.ts'
import { tryRules } from '../../run/perform-run.ts'
import type { Surroundings } from '../../surroundings.ts'

interface Options extends EngineOptions {
  readonly json?: boolean
  readonly printRules?: boolean
  readonly printSchema?: boolean
}

export function addRules(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('rules')
    .description(
      "try a file of your newsroom's rules: cue phrases, word lists, names and aliases, vague sources, policy",
    )
    .argument('[file]', 'rules as YAML or JSON')
  addEngineOptions(command, { takesRules: false })
    .option('--json', 'print what the file holds as JSON')
    .option('--print-rules', 'print an example with comments, to begin from')
    .option('--print-schema', 'print the JSON Schema of rules')
    .addHelpText(
      'after',
      `
Reads the file and runs its examples by the engine, as run --rules FILE does when it starts; nothing is analysed or stored. What
is wrong is one sentence with its line, and exit code 2. The digest is of all that can change what is found, so it stays the
same when comments, examples or the policy change; articles that were analysed with another one are done anew.
${examples({
  'rules --print-rules > rules.yaml': 'rules of your own to begin from',
  'rules rules.yaml': 'by the engine that run takes, too',
  'rules rules.yaml --fast': 'by the linear model',
})}`,
    )
    .action((file: string | undefined, options: Options) => readAndTry(file, options, surroundings))
}

async function readAndTry(file: string | undefined, options: Options, surroundings: Surroundings): Promise<void> {
  if (options.printRules === true) {
    const { readExampleRules } = await import('../../../rules/example-rules.ts')
    return await printText(surroundings, [readExampleRules().trimEnd()])
  }
  if (options.printSchema === true) {
    const { writeRulesSchema } = await import('../../../rules/rules-file.ts')
    return await printText(surroundings, [writeRulesSchema().trimEnd()])
  }
  if (file === undefined)
    throw new HearsayError('No file was given: name one, or --print-rules for one to begin from.', 'argument-missing')
  const loaded = await loadRules(file, surroundings)
  if (loaded === null) throw new Error('a file was named and nothing read')
  const { rules, policy, sha256 } = loaded
  await tryRules(rules, options.engine, surroundings)
  const { digest, cues, words, names, sources, examples: tried } = rules
  const counts = {
    cues: cues.length,
    words: words.reduce((sum, { phrases }) => sum + phrases.length, 0),
    names: names.length,
    aliases: names.reduce((sum, { aliases }) => sum + aliases.length, 0),
    sources: sources.length,
    policy: policy?.rules.length ?? 0,
    examples: tried.length,
  }
  if (options.json === true)
    return await printValue(surroundings, { file, sha256, digest, engine: options.engine, ...counts })
  await printText(surroundings, [
    toVisibleLine(
      `${file} holds ${plural(counts.cues, 'cue rule')}, ${plural(counts.words, 'listed word')}, ${plural(counts.names, 'name')} with ` +
        `${counts.aliases} ${counts.aliases === 1 ? 'alias' : 'aliases'}, ${plural(counts.sources, 'rule')} for sources and ` +
        `${plural(counts.policy, 'rule')} of a policy; digest ${digest}.`,
    ),
    counts.examples === 0
      ? 'It has no examples.'
      : `Its ${plural(counts.examples, 'example')} ${counts.examples === 1 ? 'comes' : 'come'} out as marked by the engine ${options.engine}.`,
  ])
}
