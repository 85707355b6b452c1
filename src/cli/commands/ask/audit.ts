import { type Command, Option } from 'commander'
import { resolveArticle } from '../../../store/queries/references/resolve-article.ts'
import type { AuditCounts } from '../../../voices/audit-report.ts'
import type { VoiceColumns } from '../../../voices/columns/voice-columns.ts'
import { DIMENSIONS, type Dimension, isArticleDimension, type VoiceSelection } from '../../../voices/voice-selection.ts'
import { examples } from '../../help.ts'
import { noteUndated } from '../../notes/note-undated.ts'
import { noteUnvoiced } from '../../notes/note-unvoiced.ts'
import { labels, words } from '../../options/argument.ts'
import {
  addSelectionOptions,
  readComparison,
  readSelection,
  type SelectionOptions,
} from '../../options/audit-selection.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { writeAuditFile } from '../../output/audit/audit-report-file.ts'
import { comparisonListing, figuresListing, groupsListing } from '../../output/audit/audit-rows.ts'
import { comparisonTables, groupTables, reportTables, type TablePart } from '../../output/audit/audit-tables.ts'
import { tellLeftOut } from '../../output/audit/left-out.ts'
import { addFormatOptions, chooseFormat, type FormatOptions } from '../../output/format-option.ts'
import { plural } from '../../output/plural.ts'
import { printListing, printText } from '../../output/print.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions, FormatOptions, SelectionOptions {
  readonly by?: readonly Dimension[]
  readonly compare?: readonly string[]
  readonly report?: string
}

export function addAudit(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('audit')
    .description('count who gets a voice: by gender, type, function, naming, outlet, month, with margins of error')
    .addOption(databaseOption())
    .option('--by <dimensions>', `divide by ${DIMENSIONS.join(', ')}, several separated by commas`, labels(DIMENSIONS))
  addSelectionOptions(command).addOption(
    new Option(
      '--compare <what...>',
      'two of a kind beside one another: outlet A B, section A B, month A B, or date DAY',
    ),
  )
  addFormatOptions(command)
    .addOption(
      new Option('--report <file>', 'write it as one HTML file to hand to a meeting, - for standard output')
        .argParser(words)
        .conflicts(['json', 'nl', 'csv', 'table']),
    )
    .addHelpText(
      'after',
      `
A source is counted once an article. Every share has its interval of 95% (how far chance alone may have moved it): Wilson's for sources and articles, by draws of
articles for claims and words; docs/explanation/source-audit.md says what each number is and what it does not say. Outlet, section, byline and
month make a part of the articles each; gender, type, function, naming and kind divide the sources in them. Of several texts that were found
under one address the one that was met last stands for the article, and it is said how many are left out; --all-versions counts
every text, and --article the one that it names. In a table shares are of all sources (of people, by gender); --json, --nl and --csv give them of those too of which it is known.
${examples({
  audit: 'everything',
  'audit --by outlet,month --csv > audit.csv': 'every outlet in every month, for a spreadsheet',
  'audit --by outlet,gender --since 2026-01-01': 'women and men in each outlet',
  'audit --outlet "The Ledger" --report ledger.html': 'charts and figures in one file, for a meeting',
  'audit --compare month 2026-05 2026-06': 'two months',
  'audit --outlet "The Ledger" --compare date 2026-03-01': 'one outlet before that day, and from it on',
})}`,
    )
    .action((options: Options) => audit(options, surroundings))
}

async function audit(options: Options, surroundings: Surroundings): Promise<void> {
  // Loaded only here: no other command measures anything.
  const { loadVoices } = await import('../../../voices/load-voices.ts')
  await withReader(options.db, async ({ database }) => {
    const article = options.article === undefined ? undefined : await resolveArticle(database, options.article)
    const columns = await loadVoices(database, { article })
    const selection = readSelection(columns.articles, options, article)
    const dates = options.since ?? options.until
    const { report } = options
    if (report !== undefined) await writeAuditFile(columns, selection, { ...options, report }, surroundings)
    else if (options.compare !== undefined) await compare(columns, selection, options, options.compare, surroundings)
    else await measure(columns, selection, options, surroundings)
    await noteUndated(surroundings, database, dates)
    await noteUnvoiced(surroundings, database)
  })
}

async function measure(
  columns: VoiceColumns,
  selection: VoiceSelection,
  { by = [], ...options }: Options,
  surroundings: Surroundings,
): Promise<void> {
  const { countSelected, measureGroups, measureVoices } = await import('../../../voices/measure-voices.ts')
  const format = chooseFormat(options, surroundings)
  const parts = by.filter(isArticleDimension)
  const divisions = by.filter(dimension => !isArticleDimension(dimension))
  const breakdowns = divisions.length > 0 ? { breakdowns: divisions } : {}
  if (parts.length === 0) {
    const whole = measureVoices(columns, selection, breakdowns)
    if (format === 'table') await printTables(surroundings, reportTables(whole, divisions.length === 0))
    else await printListing(surroundings, format, figuresListing(whole))
    note(surroundings, `${describeCounts(whole.counts)}.`)
  } else {
    const groups = measureGroups(columns, selection, parts, breakdowns)
    if (format === 'table') await printTables(surroundings, groupTables([...groups], parts, divisions.length > 0))
    else await printListing(surroundings, format, groupsListing(groups, parts))
    note(surroundings, `${describeCounts(countSelected(columns, selection))}.`)
  }
}

async function compare(
  columns: VoiceColumns,
  selection: VoiceSelection,
  { by, ...options }: Options,
  what: readonly string[],
  surroundings: Surroundings,
): Promise<void> {
  const { compareVoices } = await import('../../../voices/compare-voices.ts')
  const { names, ...selections } = readComparison(columns.articles, selection, what, by)
  const breakdowns = by === undefined ? {} : { breakdowns: by }
  const comparison = compareVoices(columns, selections, breakdowns)
  const format = chooseFormat(options, surroundings)
  if (format === 'table') await printTables(surroundings, comparisonTables(comparison, names))
  else await printListing(surroundings, format, comparisonListing(comparison))
  note(
    surroundings,
    `${names.a}: ${describeCounts(comparison.a.counts)}. ${names.b}: ${describeCounts(comparison.b.counts)}.`,
  )
}

async function printTables(surroundings: Surroundings, tables: readonly TablePart[]): Promise<void> {
  for (const [index, part] of tables.entries()) {
    if (index > 0) await printText(surroundings, [''])
    await part(listing => printListing(surroundings, 'table', listing))
  }
}

type Told = Pick<AuditCounts, 'articles' | 'sources' | 'claims' | 'olderVersions'>

function describeCounts({ articles, sources, claims, olderVersions }: Told): string {
  return `${plural(articles, 'article')}, ${plural(sources, 'source')}, ${plural(claims, 'claim')}${tellLeftOut(olderVersions)}`
}
