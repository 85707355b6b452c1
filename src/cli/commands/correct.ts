import { type Command, Option } from 'commander'
import { labelOfUri } from '../../domain/article-label.ts'
import { EXIT, HearsayError } from '../../domain/errors.ts'
import type { NewCorrection } from '../../store/new-correction.ts'
import { appendCorrections } from '../../store/open-store.ts'
import { type Correction, findCorrections } from '../../store/queries/corrections.ts'
import { resolveClaim } from '../../store/queries/resolve-claim.ts'
import type { Verdict } from '../../store/schema.ts'
import { words } from '../argument.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../database-option.ts'
import { examples } from '../help.ts'
import { describeCorrection } from '../output/correction.ts'
import { addFormatOptions, chooseFormat, type FormatOptions } from '../output/format-option.ts'
import type { Column } from '../output/listing.ts'
import { plural } from '../output/plural.ts'
import { printListing } from '../output/print.ts'
import { toVisibleLine } from '../output/visible.ts'
import { note, type Surroundings } from '../surroundings.ts'

interface Options extends DatabaseOptions, FormatOptions {
  readonly reject?: boolean
  readonly accept?: boolean
  readonly withdraw?: boolean
  readonly source?: string
  readonly note?: string
  readonly by?: string
  readonly list?: boolean
}

const COLUMNS: readonly Column<Correction>[] = [
  { heading: 'claim', cell: ({ claim_id }) => claim_id.slice(0, 8) },
  { heading: 'correction', cell: describeCorrection, share: 4 },
  { heading: 'state', cell: ({ state, found }) => (found ? state : 'claim gone') },
  { heading: 'now', cell: ({ successor_id }) => successor_id?.slice(0, 8) ?? null },
  { heading: 'by', cell: ({ corrected_by }) => corrected_by, most: 14 },
  { heading: 'on', cell: ({ corrected_at }) => corrected_at.slice(0, 10) },
  { heading: 'content', cell: ({ former_content }) => former_content, share: 4 },
  { heading: 'article', cell: ({ uri }) => labelOfUri(uri), most: 26 },
]

export function addCorrect(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('correct')
    .description('say that a claim is wrong, right, or somebody else’s; what the machine found is kept')
    .argument('[claims...]', 'ids of claims, or the beginnings of some')
    .addOption(databaseOption())
    .addOption(new Option('--reject', 'it is no claim: hide it').conflicts(['accept', 'withdraw']))
    .addOption(new Option('--accept', 'it is right, or right after all').conflicts('withdraw'))
    .addOption(new Option('--withdraw', 'take all earlier corrections back').conflicts('source'))
    .option('--source <name>', 'name of who really says it', words)
    .option('--note <text>', 'why, or anything else worth keeping', words)
    .addOption(new Option('--by <name>', 'who corrects').env('HEARSAY_BY').argParser(words))
    .option('--list', 'list all corrections instead, those of claims that are found no more too')
  addFormatOptions(command)
    .addHelpText(
      'after',
      `
Corrections are only ever added. They show in claims, show, explain, sources, anonymous, export and the views, with what
the machine found beside them (columns machine_naming, machine_name …). They outlive runs and upgrades; one whose claim
is found no more stays on the list, with the claim that has its cue now.
${examples({
  'correct 3f9a2c --reject --note "a film title"': 'not a claim',
  'correct 3f9a2c --source "Ada Mwale" --by eg': 'a claim, but hers',
  'correct --list': 'every correction that was made',
})}`,
    )
    .action((claims: string[], options: Options) =>
      options.list === true
        ? listCorrections(claims, options, surroundings)
        : correctClaims(claims, options, surroundings),
    )
}

async function correctClaims(references: readonly string[], options: Options, surroundings: Surroundings) {
  const correction = readCorrection(options)
  if (references.length === 0)
    throw new HearsayError('No claim was named: give the id that hearsay claims lists, or --list.', EXIT.usage)
  const ids = await withReader(options.db, async ({ database }) => {
    const found: string[] = []
    for (const reference of references) found.push((await resolveClaim(database, reference)).id)
    return [...new Set(found)]
  })
  await appendCorrections(options.db, ids, correction)
  await withReader(options.db, async ({ database }) => {
    const rows = (await Promise.all(ids.map(id => findCorrections(database, id)))).flatMap(all => all.slice(-1))
    if (isForPrograms(options))
      await printListing(surroundings, chooseFormat(options, surroundings), { rows, columns: COLUMNS })
    for (const row of rows)
      note(surroundings, `Claim ${row.claim_id.slice(0, 8)}, ${quote(row)}: ${describeCorrection(row)}.`)
  })
}

async function listCorrections(references: readonly string[], options: Options, surroundings: Surroundings) {
  const { reject, accept, withdraw, source, note: text } = options
  if (references.length > 0 || [reject, accept, withdraw, source, text].some(given => given !== undefined))
    throw new HearsayError('--list lists every correction and makes none: give it alone.', EXIT.usage)
  await withReader(options.db, async ({ database }) => {
    const rows = await findCorrections(database)
    await printListing(surroundings, chooseFormat(options, surroundings), { rows, columns: COLUMNS })
    const lost = new Set(rows.filter(({ found }) => !found).map(({ claim_id }) => claim_id)).size
    const gone = lost === 0 ? '' : `; ${plural(lost, 'claim')} of them found no more`
    note(surroundings, `${plural(rows.length, 'correction')}${gone}.`)
  })
}

function readCorrection({ reject, accept, withdraw, source, note: text, by }: Options): NewCorrection {
  const verdict: Verdict | null = reject ? 'rejected' : accept ? 'accepted' : withdraw ? 'withdrawn' : null
  if (verdict === null && source === undefined && text === undefined)
    throw new HearsayError(
      'Nothing to correct was given: say --reject, --accept, --withdraw, --source NAME or --note TEXT.',
      EXIT.usage,
    )
  return { verdict, source: source ?? null, note: text ?? null, correctedBy: by ?? null }
}

function isForPrograms({ json, nl, csv, table }: FormatOptions): boolean {
  return [json, nl, csv, table].includes(true)
}

function quote({ former_source, former_cue, former_content }: Correction): string {
  const said = [former_source, former_cue, former_content].filter(part => part !== null).join(' / ')
  return `“${toVisibleLine(said)}”`
}
