import type { Command } from 'commander'
import { labelOfUri } from '../../../domain/articles/article-label.ts'
import { HearsayError } from '../../../domain/errors.ts'
import { NAMINGS, type Naming } from '../../../domain/labels.ts'
import { findSaidBy } from '../../../store/queries/sources/said-by.ts'
import { findSources, type SourceSummary } from '../../../store/queries/sources.ts'
import type { ClaimView } from '../../../store/schema.ts'
import { examples } from '../../help.ts'
import { labels, wholeNumber, words } from '../../options/argument.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { describeContent } from '../../output/claims/content-cell.ts'
import { addFormatOptions, chooseFormat, type FormatOptions } from '../../output/format-option.ts'
import type { Column } from '../../output/listing.ts'
import { countShown } from '../../output/plural.ts'
import { printListing } from '../../output/print.ts'
import { note, type Surroundings } from '../../surroundings.ts'

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
    .argument('[name]', 'list what this source has said instead, newest first')
    .description('list who is cited, and how often; with a name, all that they have said')
    .addOption(databaseOption())
    .option('--name <words>', 'words in the name, or in the source as a text has it', words)
    .option('--naming <labels>', `how the source is named: ${NAMINGS.join(', ')}`, labels(NAMINGS))
    .option('--limit <n>', 'at most so many', wholeNumber(1))
  addFormatOptions(command)
    .addHelpText(
      'after',
      examples({
        'sources --naming named --limit 20': 'who is cited most',
        'sources --name ministry --csv': 'every ministry, for a spreadsheet',
        'sources "Rajnath Singh"': 'all that he has said, newest first',
      }),
    )
    .action((name: string | undefined, options: Options) =>
      name === undefined ? listSources(options, surroundings) : listSaidBy(name, options, surroundings),
    )
}

const SAID_COLUMNS: readonly Column<ClaimView>[] = [
  { heading: 'published', cell: ({ published_at }) => published_at, most: 10 },
  { heading: 'claim', cell: ({ id }) => id.slice(0, 8) },
  { heading: 'source', cell: ({ name, source }) => name ?? source, share: 2 },
  { heading: 'cue', cell: ({ cue }) => cue, most: 14 },
  { heading: 'content', cell: describeContent, share: 7 },
  { heading: 'article', cell: ({ uri }) => labelOfUri(uri), most: 26 },
]

async function listSaidBy(name: string, { db, limit, ...options }: Options, surroundings: Surroundings): Promise<void> {
  if (options.name !== undefined || options.naming !== undefined)
    throw new HearsayError(
      'A source was named: --name and --naming choose from the list of all; leave them out.',
      'argument-conflict',
    )
  await withReader(db, async ({ database }) => {
    const all = await findSaidBy(database, { name })
    if (all.length === 0)
      throw new HearsayError(
        `No source is known as "${name}" that says something; hearsay sources --name WORDS looks for words in names.`,
        'source-not-found',
      )
    const rows = all.slice(0, limit)
    await printListing(surroundings, chooseFormat(options, surroundings), { rows, columns: SAID_COLUMNS })
    note(surroundings, `${countShown(rows.length, all.length, 'claim')}.`)
  })
}

async function listSources({ db, limit, ...options }: Options, surroundings: Surroundings): Promise<void> {
  await withReader(db, async ({ database }) => {
    const all = await findSources(database, options)
    const rows = all.slice(0, limit)
    await printListing(surroundings, chooseFormat(options, surroundings), { rows, columns: COLUMNS })
    note(surroundings, `${countShown(rows.length, all.length, 'source')}.`)
  })
}
