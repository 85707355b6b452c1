import type { Command } from 'commander'
import { labelOfUri } from '../../../domain/articles/article-label.ts'
import { type AnonymousFilter, findAnonymous } from '../../../store/queries/sources/anonymous.ts'
import type { AnonymousView } from '../../../store/schema.ts'
import { examples } from '../../help.ts'
import { noteUndated } from '../../notes/note-undated.ts'
import { labels, wholeNumber } from '../../options/argument.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { addFormatOptions, chooseFormat, type FormatOptions } from '../../output/format-option.ts'
import type { Column } from '../../output/listing.ts'
import { countShown } from '../../output/plural.ts'
import { printListing } from '../../output/print.ts'
import { note, type Surroundings } from '../../surroundings.ts'

type Options = AnonymousFilter & DatabaseOptions & FormatOptions

const COLUMNS: readonly Column<AnonymousView>[] = [
  { heading: 'source', cell: ({ source }) => source, share: 3 },
  { heading: 'naming', cell: ({ naming }) => naming },
  { heading: 'claims', cell: ({ claims }) => claims, alignRight: true },
  { heading: 'named too', cell: ({ corroborated }) => corroborated, alignRight: true },
  { heading: 'people', cell: ({ number }) => number, alignRight: true },
  { heading: 'rank', cell: ({ rank }) => rank },
  { heading: 'affiliation', cell: ({ affiliation }) => affiliation, share: 2 },
  { heading: 'how they know', cell: ({ knowledge }) => knowledge, share: 2 },
  { heading: 'reason given', cell: ({ reason }) => reason, share: 3 },
  { heading: 'article', cell: ({ uri }) => labelOfUri(uri), most: 20 },
]

export function addAnonymous(program: Command, surroundings: Surroundings): void {
  const known = ['unnamed', 'anonymous'] as const
  const command = program
    .command('anonymous')
    .description('list sources whose identity is withheld, with the reason given')
    .addOption(databaseOption())
    .option('--naming <labels>', `only ${known.join(' or only ')}; both unless given`, labels(known))
    .option('--article <article>', 'path, end of a path, or beginning of an id')
    .option('--since <date>', 'published then or later: 2026-05-31 or 2026-05-31T08:00:00Z')
    .option('--limit <n>', 'at most so many', wholeNumber(1))
  addFormatOptions(command)
    .addHelpText(
      'after',
      `
"unnamed" is a role or group without a name ("officials"); of an "anonymous" source the text says that the identity is
withheld. "named too" counts those of its claims that a named source of the same article makes as well.
${examples({
  'anonymous --naming anonymous': 'sources that asked not to be named',
  'anonymous --article budget.txt --json': 'those of one article',
})}`,
    )
    .action((options: Options) => listAnonymous(options, surroundings))
}

async function listAnonymous({ db, ...options }: Options, surroundings: Surroundings): Promise<void> {
  await withReader(db, async ({ database }) => {
    const all = await findAnonymous(database, { ...options, limit: undefined })
    const rows = all.slice(0, options.limit)
    await printListing(surroundings, chooseFormat(options, surroundings), { rows, columns: COLUMNS })
    note(surroundings, `${countShown(rows.length, all.length, 'source')}.`)
    await noteUndated(surroundings, database, options.since)
  })
}
