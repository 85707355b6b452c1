import { type Command, Option } from 'commander'
import { toCorrection } from '../../../annotations/comparing/to-correction.ts'
import { TOOLS, type Tool } from '../../../annotations/formats.ts'
import { readReturned } from '../../../annotations/read-returned.ts'
import { OFFSET_UNITS, type OffsetUnit } from '../../../annotations/returned-article.ts'
import { type TakenBack, takeBack } from '../../../annotations/take-back.ts'
import { goldOfReturned } from '../../../learn/to-gold.ts'
import { correctAll } from '../../../store/correcting/correct-claims.ts'
import { gatherAnnotations } from '../../given/gather-annotations.ts'
import { examples } from '../../help.ts'
import { words } from '../../options/argument.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { DIFFERENCE_COLUMNS, toDifferenceRows } from '../../output/claims/difference.ts'
import { addFormatOptions, chooseFormat, type FormatOptions } from '../../output/format-option.ts'
import { writeGoldFolder } from '../../output/gold-folder.ts'
import { plural } from '../../output/plural.ts'
import { printListing } from '../../output/print.ts'
import { type QuotationsOption, quotationsOption, updateQuotations } from '../../run/update-quotations.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions, FormatOptions, QuotationsOption {
  readonly from?: Tool
  readonly offsets?: OffsetUnit
  readonly by?: string
  readonly note?: string
  readonly dryRun?: boolean
  readonly complete?: boolean
  readonly allowManyDeletions?: boolean
  readonly accept?: boolean
  readonly gold?: string
}

export function addImport(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('import')
    .description(
      'take back what was annotated in brat, doccano, Prodigy, INCEpTION or as W3C annotations, as corrections',
    )
    .argument('<paths...>', 'files that the tool wrote, folders or archives of them')
    .addOption(databaseOption())
    .addOption(new Option('--from <tool>', 'the tool that wrote them; told by the files unless given').choices(TOOLS))
    .addOption(
      new Option('--offsets <unit>', "what doccano's offsets count, where its project is set to graphemes").choices(
        OFFSET_UNITS,
      ),
    )
    .addOption(new Option('--by <name>', 'who corrected').env('HEARSAY_BY').argParser(words))
    .option('--note <text>', 'the reason, instead of the name of the file', words)
    .option('--complete', 'claims that are not in the files were deleted, also where nothing says that they went out')
    .option('--allow-many-deletions', 'most claims of an article, or all that a file had, were deleted on purpose')
    .option('--accept', 'claims that come back as they stand are right: say so')
    .option('--dry-run', 'print what would be corrected, and correct nothing')
    .addOption(quotationsOption())
    .addOption(
      new Option('--gold <folder>', 'instead, write what the files hold as gold, for eval and training')
        .argParser(words)
        .conflicts(['accept', 'complete', 'dryRun']),
    )
  addFormatOptions(command)
    .addHelpText(
      'after',
      `
Export the claims in the tool's format, correct them there, and take back what the tool saves: each claim that differs
becomes one correction with the name of the file as its note, a claim that was deleted is rejected, and one that is new
is added. The article is found by the hash of its text, and its text has to be the same. Taking the same file back
twice adds nothing, and what was corrected here since the export stays. Where a file cannot be understood, or does not fit,
or seems to have lost claims (most of an article's are gone, it is empty, an attribution has no event), nothing at all is
taken over. docs/reference/exports.md says what to set in each tool.
${examples({
  'import annotate/ --by eg --dry-run': 'what a folder of brat says otherwise',
  'import annotate/ --by eg --accept': 'take it over, and accept what was left as it is',
  'import all.jsonl --from doccano --complete': 'what is no longer in the file was deleted',
  'import admin.zip --gold gold/': "an annotator's work as gold",
})}`,
    )
    .action((paths: string[], options: Options) => importAnnotations(paths, options, surroundings))
}

async function importAnnotations(
  paths: readonly string[],
  options: Options,
  surroundings: Surroundings,
): Promise<void> {
  const { db, from = null, offsets = null, complete = false, accept = false } = options
  const files = gatherAnnotations(paths, from, surroundings.workingFolder)
  const { articles, unanswered } = await readReturned(files, from, offsets)
  const taken = await withReader(db, ({ database }) =>
    takeBack(database, articles, {
      isComplete: complete,
      accepts: accept,
      allowsManyDeletions: options.allowManyDeletions === true,
    }),
  )
  if (unanswered > 0) note(surroundings, `${plural(unanswered, 'task')} answered with reject or ignore: left out.`)
  if (options.gold !== undefined) return await writeAsGold(options.gold, taken, surroundings)
  const rows = taken.flatMap(toDifferenceRows)
  await printListing(surroundings, chooseFormat(options, surroundings), { rows, columns: DIFFERENCE_COLUMNS })
  if (options.dryRun !== true) await apply(db, taken, options)
  tell(taken, options, surroundings)
  if (options.dryRun !== true) await updateQuotations(db, options, surroundings)
}

async function writeAsGold(folder: string, taken: readonly TakenBack[], surroundings: Surroundings): Promise<void> {
  const all = taken.map(goldOfReturned)
  await writeGoldFolder(
    folder,
    surroundings.workingFolder,
    all.map(({ gold }) => gold),
  )
  const judged = all.reduce((sum, { judged }) => sum + judged, 0)
  const lost = all.reduce((sum, { withoutCue }) => sum + withoutCue, 0)
  const without = lost === 0 ? '' : `; ${plural(lost, 'claim')} without a cue left out`
  note(surroundings, `${plural(judged, 'claim')} of ${plural(all.length, 'article')} in ${folder}${without}.`)
}

async function apply(db: string, taken: readonly TakenBack[], { by, note }: Options): Promise<void> {
  const steps = taken.flatMap(({ articleId, where, differences }) => {
    const said = { note: note ?? `taken back from ${where.replace(/,$/, '')}`, correctedBy: by ?? null }
    return differences.map(difference => {
      const correction = toCorrection(difference, said)
      return difference.kind === 'added' ? { articleId, correction } : { claimId: difference.claimId, correction }
    })
  })
  if (steps.length > 0) await correctAll(db, steps)
}

function tell(taken: readonly TakenBack[], { dryRun }: Options, surroundings: Surroundings): void {
  const sum = (count: (one: TakenBack) => number) => taken.reduce((all, one) => all + count(one), 0)
  const differences = taken.flatMap(({ differences }) => differences)
  const kinds = ['changed', 'rejected', 'added', 'accepted'] as const
  const counts = kinds.map(kind => `${differences.filter(one => one.kind === kind).length} ${kind}`).join(', ')
  const unchanged = sum(one => one.unchanged)
  note(
    surroundings,
    `${plural(taken.length, 'article')}: ${counts}; ${unchanged} came back as they stand.${dryRun === true ? ' Nothing was corrected.' : ''}`,
  )
  const overtaken = sum(one => one.overtaken.length)
  if (overtaken > 0)
    note(surroundings, `${plural(overtaken, 'claim')} corrected here since they went out: left as they stand.`)
  const absent = sum(one => one.absent)
  if (absent > 0)
    note(
      surroundings,
      `${plural(absent, 'claim')} not in the files, which do not say what went out; --complete rejects them.`,
    )
}
