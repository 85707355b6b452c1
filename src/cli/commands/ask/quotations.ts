import { type Command, Option } from 'commander'
import { HearsayError } from '../../../domain/errors.ts'
import { DIFFERENCE_KINDS } from '../../../families/differences/difference-kinds.ts'
import { updateAcross } from '../../../families/update.ts'
import { nameOfDatabase } from '../../../store/database-name.ts'
import {
  countQuotationFamilies,
  FAMILY_DIFFERENCES,
  type FamilyFilter,
  findQuotationFamilies,
  readQuotationFamily,
  resolveQuotationFamily,
} from '../../../store/queries/across/quotation-families.ts'
import { examples } from '../../help.ts'
import { noteWaiting } from '../../notes/note-waiting.ts'
import { wholeNumber, words } from '../../options/argument.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { FAMILY_COLUMNS, toFamilyRow, toVariantRows, VARIANT_COLUMNS } from '../../output/across/quotation-family.ts'
import { addFormatOptions, chooseFormat, type FormatOptions } from '../../output/format-option.ts'
import { countShown, plural } from '../../output/plural.ts'
import { printListing } from '../../output/print.ts'
import { toVisibleLine } from '../../output/visible.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions, FormatOptions, FamilyFilter {
  readonly limit?: number
  readonly update?: boolean
  readonly rebuild?: boolean
}

export function addQuotations(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('quotations')
    .description('list quotations that several articles have: how far they went, who had them first, what was changed')
    .argument('[quotation]', 'id of a quotation or of a claim in one, or its beginning: list its variants instead')
    .addOption(databaseOption())
    .option('--min-articles <n>', 'of at least so many articles', wholeNumber(1))
    .option('--since <date>', 'seen then or later: 2026-05-31 or 2026-05-31T08:00:00Z')
    .option('--speaker <words>', 'words in the name of somebody to whom it is given', words)
    .addOption(
      new Option('--differs <kind>', 'only those that are not the same everywhere: in this').choices([
        ...FAMILY_DIFFERENCES,
        ...DIFFERENCE_KINDS,
      ]),
    )
    .option('--limit <n>', 'at most so many', wholeNumber(1))
    .addOption(new Option('--update', 'hold articles that wait against the others first').conflicts('rebuild'))
    .option('--rebuild', 'forget what was found, and find all of it anew')
  addFormatOptions(command)
    .addHelpText(
      'after',
      `
Claims of several articles are one quotation where their words are the same or nearly so: cut, joined, with other marks
or a slip of the keyboard, quoted directly or told. What anybody says ("no comment") is one only where the same person
said it within days. Every run holds new articles against those that are stored; the published time, or else when an
article was first retrieved, says who had it first.
Of one quotation the variants come in the order in which they were seen, each laid beside the first: [-words-] are missing
in it, {+words+} are not in the first. What can differ: ${DIFFERENCE_KINDS.join(', ')}.
${examples({
  quotations: 'those that went farthest first',
  'quotations --differs meaning --since 2026-05-01': 'where a word was changed that matters',
  'quotations --speaker "Ada Mwale" --min-articles 3 --csv': "somebody's words, for a spreadsheet",
  'quotations 7c21': 'every variant of one',
  'quotations --rebuild': 'all of it anew',
})}`,
    )
    .action((quotation: string | undefined, options: Options) => run(quotation, options, surroundings))
}

async function run(quotation: string | undefined, options: Options, surroundings: Surroundings): Promise<void> {
  if (options.update === true || options.rebuild === true) await bringUpToDate(options, surroundings)
  if (quotation === undefined) return await listFamilies(options, surroundings)
  const { minArticles, since, speaker, differs, limit } = options
  if ([minArticles, since, speaker, differs, limit].some(given => given !== undefined))
    throw new HearsayError(
      'A quotation was named: the filters choose from the list of all; leave them out.',
      'argument-conflict',
    )
  await listVariants(quotation, options, surroundings)
}

async function bringUpToDate({ db, rebuild }: Options, surroundings: Surroundings): Promise<void> {
  const { entered, isHeld } = await updateAcross(db, { rebuild })
  if (isHeld)
    throw new HearsayError(
      `Another process holds articles of ${nameOfDatabase(db)} against one another right now; wait until it has ended.`,
      'database-in-use',
    )
  note(surroundings, `${plural(entered, 'article')} held against the others.`)
}

async function listFamilies({ db, limit, ...options }: Options, surroundings: Surroundings): Promise<void> {
  await withReader(db, async ({ database }) => {
    const all = await countQuotationFamilies(database, options)
    const rows = (await findQuotationFamilies(database, options, { limit })).map(toFamilyRow)
    await printListing(surroundings, chooseFormat(options, surroundings), { rows, columns: FAMILY_COLUMNS })
    note(surroundings, `${countShown(rows.length, all, 'quotation')}.`)
    await noteWaiting(surroundings, database)
  })
}

async function listVariants(reference: string, options: Options, surroundings: Surroundings): Promise<void> {
  await withReader(options.db, async ({ database }) => {
    const found = await readQuotationFamily(database, await resolveQuotationFamily(database, reference))
    if (found === null) return
    const { family, variants } = found
    const rows = toVariantRows(variants)
    await printListing(surroundings, chooseFormat(options, surroundings), { rows, columns: VARIANT_COLUMNS })
    const first = family.first_publisher ?? family.first_article_uri
    const when = family.first_seen === null ? '' : `, ${family.first_seen.slice(0, 10)}`
    note(
      surroundings,
      toVisibleLine(
        `${plural(family.claims, 'claim')} of ${plural(family.articles, 'article')}, ${plural(family.variants, 'variant')}; first seen: ${first}${when}.`,
      ),
    )
    await noteWaiting(surroundings, database)
  })
}
