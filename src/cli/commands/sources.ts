import type { Command } from 'commander'
import { NAMINGS, type Naming } from '../../domain/labels.ts'
import { findSources, type SourceSummary } from '../../store/queries/sources.ts'
import { labels, wholeNumber } from '../argument.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../database-option.ts'
import { examples } from '../help.ts'
import { addFormatOptions, chooseFormat, type FormatOptions } from '../output/format-option.ts'
import type { Column } from '../output/listing.ts'
import { printListing } from '../output/print.ts'
import { note, type Surroundings } from '../surroundings.ts'

interface Options extends DatabaseOptions, FormatOptions {
  readonly name?: string
  readonly naming?: readonly Naming[]
  readonly limit?: number
}

const COLUMNS: readonly Column<SourceSummary>[] = [
  { heading: 'source', cell: ({ source }) => source, share: 1 },
  { heading: 'naming', cell: ({ naming }) => naming },
  { heading: 'kind', cell: ({ kind }) => kind },
  { heading: 'claims', cell: ({ claims }) => claims, alignRight: true },
  { heading: 'articles', cell: ({ articles }) => articles, alignRight: true },
]

export function addSources(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('sources')
    .description('list who is cited, and how often')
    .addOption(databaseOption())
    .option('--name <words>', 'words in the name, or in the source as a text has it')
    .option('--naming <labels>', `how the source is named: ${NAMINGS.join(', ')}`, labels(NAMINGS))
    .option('--limit <n>', 'at most so many', wholeNumber(1))
  addFormatOptions(command)
    .addHelpText(
      'after',
      examples({
        'sources --naming named --limit 20': 'who is cited most',
        'sources --name ministry --csv': 'every ministry, for a spreadsheet',
      }),
    )
    .action((options: Options) => listSources(options, surroundings))
}

async function listSources({ db, ...options }: Options, surroundings: Surroundings): Promise<void> {
  await withReader(db, async ({ database }) => {
    const rows = await findSources(database, options)
    await printListing(surroundings, chooseFormat(options, surroundings), { rows, columns: COLUMNS })
    note(surroundings, `${rows.length} source${rows.length === 1 ? '' : 's'}.`)
  })
}
