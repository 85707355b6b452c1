import type { Command } from 'commander'
import { HearsayError } from '../../../domain/errors.ts'
import { readDeadLetters } from '../../../run/stored-inputs.ts'
import { migrateExisting } from '../../../store/open-store.ts'
import { countDeadLetters, findRetries } from '../../../store/queries/runs/dead-letters.ts'
import { examples } from '../../help.ts'
import { words } from '../../options/argument.ts'
import { databaseOption, withReader } from '../../options/database-option.ts'
import { addReadingOptions } from '../../options/reading-options.ts'
import { addRunOptions, performRun, type RunOptions } from '../../run/perform-run.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends RunOptions {
  readonly kind?: readonly string[]
}

export function addRetry(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('retry')
    .description('run again what failed')
    .addOption(databaseOption())
    .option('--kind <kinds>', 'only what failed in these ways, as hearsay run named them: timeout,exit', kinds)
  addRunOptions(command)
    .addHelpText(
      'after',
      `
Articles are run again from their stored text; what never became an article is read again from where it lay, relative to
this folder, and of a file with several all that gave no article. What succeeds leaves the list of failures (the table
dead_letter); what fails again stays there, with one attempt more. docs/reference/errors.md says what each kind means.
${examples({
  retry: 'everything that failed',
  'retry --kind timeout --timeout 300': 'what took too long, with more time',
  'retry --kind too-large --max-bytes 100000000': 'what was too large, with a higher limit',
})}`,
    )
    .action((options: Options) => retry(options, surroundings))
  addReadingOptions(command)
}

async function retry({ kind, ...options }: Options, surroundings: Surroundings): Promise<void> {
  await migrateExisting(options.db)
  await withReader(options.db, async ({ database }) => {
    const known = await countDeadLetters(database)
    const strange = kind?.find(one => !known.has(one))
    if (strange !== undefined && known.size > 0)
      throw new HearsayError(
        `Nothing failed as "${strange}"; there are ${[...known.keys()].join(', ')}.`,
        'value-unknown',
      )
    const letters = await findRetries(database, { kind })
    if (letters.length === 0 && options.json !== true) {
      if (options.quiet !== true) note(surroundings, 'Nothing to retry: the table dead_letter is empty.')
      return
    }
    const { workingFolder } = surroundings
    await performRun(
      {
        purpose: 'retry',
        countTotal: () => (kind ?? [...known.keys()]).reduce((sum, one) => sum + (known.get(one) ?? 0), 0),
        read: reader => readDeadLetters(database, letters, { reader, workingFolder }),
      },
      options,
      surroundings,
    )
  })
}

function kinds(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...value.split(',').map(words)]
}
