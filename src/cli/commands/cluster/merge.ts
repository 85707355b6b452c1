import type { Command } from 'commander'
import { HearsayError } from '../../../domain/errors.ts'
import { isPostgres, nameOfDatabase } from '../../../store/database-name.ts'
import { mergeFiles } from '../../../store/sqlite/merge/merge-files.ts'
import { examples } from '../../help.ts'
import { words } from '../../options/argument.ts'
import { printValue } from '../../output/print.ts'
import { describeMerged, describeSettled } from '../../output/runs/merged.ts'
import { toVisibleLine } from '../../output/visible.ts'
import { type QuotationsOption, quotationsOption, updateQuotations } from '../../run/update-quotations.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends QuotationsOption {
  readonly into: string
  readonly json?: boolean
}

export function addMerge(program: Command, surroundings: Surroundings): void {
  program
    .command('merge')
    .description('put databases from several machines together in one')
    .argument('<databases...>', 'databases to merge from, which are not changed', collect)
    .requiredOption('--into <path>', 'database to merge into, made when it is not there, in a folder that is', words)
    .option('--json', 'print what became of each database as JSON')
    .addOption(quotationsOption())
    .addHelpText(
      'after',
      `
Everything comes along: articles with their claims and evidence, runs with their counts, inputs, failures, corrections.
In which order the databases are given does not matter, and merging again changes nothing. All of them are merged (of
more than ten, each ten) or, when one is damaged or in use, none.

Of an article that several hold, one analysis is kept whole: the one of the newest steps (whose versions add up to more),
and of equal ones that of the later run. Where an older analysis gave way to a newer one, that is named. Failures and
inputs follow the same rule: a failure gives way to an analysis that comes after it in that order.
Corrections are all kept, in the order of time; those that a later merge brings count as later.
${examples({
  'merge north.db south.db --into all.db': 'two machines’ work in one database',
  'merge new.db --into all.db --json': 'add another, for another program',
})}`,
    )
    .action((databases: readonly string[], options: Options) => merge(databases, options, surroundings))
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, words(value)]
}

async function merge(
  databases: readonly string[],
  { into, json, quotations }: Options,
  surroundings: Surroundings,
): Promise<void> {
  const onServer = [...databases, into].find(isPostgres)
  if (onServer !== undefined)
    throw new HearsayError(
      `${nameOfDatabase(onServer)} is no file; merge takes files, and hearsay copy takes a file to a server or back.`,
      'database-unsuitable',
    )
  const { files, ...settled } = await mergeFiles(databases, into)
  for (const { path, ...counts } of files) {
    const [first, ...rest] = describeMerged(counts)
    for (const line of [`${path}: ${first}`, ...rest]) note(surroundings, toVisibleLine(line))
  }
  note(surroundings, `Merged into ${into}: ${describeSettled(settled)}`)
  if (json === true) await printValue(surroundings, { database: into, files, ...settled })
  await updateQuotations(into, { quotations }, surroundings)
}
