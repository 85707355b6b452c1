import { type Command, Option } from 'commander'
import { EXIT, HearsayError } from '../../../domain/errors.ts'
import type { Archive } from '../../../quote/archive.ts'
import { QUOTATION_VERDICT_GLOSSARY, QUOTATION_VERDICTS, type QuotationCheck } from '../../../quote/quotation-check.ts'
import { nameOfDatabase } from '../../../store/database-name.ts'
import type { CheckedDraft, CheckedQuotation } from '../../given/check-draft.ts'
import { examples } from '../../help.ts'
import { words as readWords, wholeNumber } from '../../options/argument.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { addEngineOptions, type EngineOptions } from '../../options/engine-option.ts'
import { addReadingOptions, type ReadingOptions } from '../../options/reading-options.ts'
import { describeQuotation, quoteBeginning } from '../../output/across/quotation.ts'
import { choosePaint } from '../../output/paint.ts'
import { plural } from '../../output/plural.ts'
import { printListing, printText } from '../../output/print.ts'
import { toVisibleLine } from '../../output/visible.ts'
import { heapOption } from '../../run/perform-run.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions, ReadingOptions, EngineOptions {
  readonly by?: string
  readonly draft?: string
  readonly against?: string
  readonly strict?: boolean
  readonly limit: number
  readonly maxHeap: number
  readonly json?: boolean
  readonly nl?: boolean
}

export function addQuote(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('quote')
    .description('check a quotation, or every one of a draft: is it there word for word, and who says it')
    .argument('[words]', 'the quotation, with or without its marks')
    .addOption(databaseOption())
    .option('--by <name>', 'who is said to say it: a name, or part of one', readWords)
    .addOption(new Option('--draft <file>', 'check every quotation of this article instead').conflicts('by'))
    .option('--against <file>', 'look in this transcript or article, not in the database')
    .option('--strict', 'fail too where it is open whether that is who says it')
    .option('--limit <n>', 'show at most so many places', wholeNumber(1, 50), 5)
    .addOption(new Option('--json', 'print one JSON array').conflicts('nl'))
    .addOption(new Option('--nl', 'print one JSON object a line').conflicts('json'))
    .addOption(heapOption())
    .addHelpText(
      'after',
      `
The verdict is one of:
${QUOTATION_VERDICTS.map(verdict => `  ${verdict.padEnd(14)} ${QUOTATION_VERDICT_GLOSSARY[verdict]}`).join('\n')}

The same are kinds of quotation marks, apostrophes, dashes and spaces, a capital or small letter at the beginning, and a full
stop, a comma or nothing at the end; "he said" may stand inside. An ellipsis and [words] in brackets alter a quotation, and are
shown as announced. Other words, numbers, signs, capitals and punctuation are never the same. Stored words stand in [-…-],
those of the quotation in {+…+}. Of a draft, whose claims are found and not stored, each quotation is one line: place, verdict,
what is known of it. Exit code 1 says that one is not exact.
${examples({
  'quote "We pulled at the chain with our hands." --by Anacleto': 'is that what she said?',
  'quote --draft story.docx': 'every quotation of a draft, against the database',
  'quote --draft story.md --against hearing.txt --json': 'against the transcript of a hearing',
})}`,
    )
    .action((words: string | undefined, options: Options) => quote(words, options, surroundings))
  addEngineOptions(addReadingOptions(command))
}

async function quote(words: string | undefined, options: Options, surroundings: Surroundings): Promise<void> {
  if ((words === undefined) === (options.draft === undefined))
    throw new HearsayError('Give either the words of one quotation, or --draft and a file.', 'argument-conflict')
  const read = async (what: string, path: string) => {
    const { readRecords } = await import('../../run/read-records.ts')
    return await readRecords(what, path, options, surroundings)
  }
  const drafts = options.draft === undefined ? [] : await read('draft', options.draft)
  const answer = async (archive: Archive, leftOut: ReadonlySet<string> = new Set()) => {
    const { checkIn } = await import('../../../quote/check-in.ts')
    if (words !== undefined) {
      await printOne(await checkIn(archive, words, { by: options.by, limit: options.limit }), options, surroundings)
      return
    }
    const { checkDraft } = await import('../../given/check-draft.ts')
    const checked: CheckedDraft[] = []
    for (const draft of drafts) {
      const storedCopyLeftOut = leftOut.has(draft.article.id)
      checked.push(await checkDraft(draft, archive, { limit: options.limit, storedCopyLeftOut }))
    }
    await printDrafts(checked, options, surroundings)
  }
  if (options.against !== undefined) {
    const { openRecordArchive } = await import('../../../quote/archives/record-archive.ts')
    return await answer(openRecordArchive(await read('transcript', options.against), true))
  }
  await withReader(options.db, async ({ database }) => {
    const { openDatabaseArchive } = await import('../../../quote/archives/database-archive.ts')
    const except = drafts.map(({ article }) => article.id)
    const { findStoredArticles } = await import('../../../store/queries/articles/stored-articles.ts')
    const archive = await openDatabaseArchive(database, { texts: 'all', except })
    await answer(archive, await findStoredArticles(database, except))
  })
}

async function printOne(check: QuotationCheck, options: Options, surroundings: Surroundings): Promise<void> {
  if (options.json === true || options.nl === true) await printChecks([check], options, surroundings)
  else await printText(surroundings, describeQuotation(check, choosePaint(surroundings)))
  if (fails(check, options)) surroundings.setExitCode(EXIT.findings)
}

async function printDrafts(
  drafts: readonly CheckedDraft[],
  options: Options,
  surroundings: Surroundings,
): Promise<void> {
  const checks = drafts.flatMap(({ quotations }) => quotations)
  if (options.json === true || options.nl === true) await printChecks(checks, options, surroundings)
  else await printText(surroundings, checks.map(describeLine))
  const tooLong = drafts.flatMap(draft => draft.tooLong)
  for (const { startLine, startColumn } of tooLong)
    note(
      surroundings,
      `The quotation at ${startLine}:${startColumn} is too long to be checked whole; check it in parts.`,
    )
  note(surroundings, summarise(drafts, options))
  if (tooLong.length > 0 || checks.some(check => fails(check, options))) surroundings.setExitCode(EXIT.findings)
}

async function printChecks(rows: readonly object[], options: Options, surroundings: Surroundings): Promise<void> {
  await printListing(surroundings, options.json === true ? 'json' : 'nl', { rows, columns: [] })
}

function fails({ verdict, speaker, is_attributed }: QuotationCheck, { strict = false }: Options): boolean {
  return verdict !== 'exact' || (strict && (speaker === 'open' || !is_attributed))
}

function describeLine({ draft, words, verdict, summary }: CheckedQuotation): string {
  return toVisibleLine(
    `${draft.uri}:${draft.startLine}:${draft.startColumn}: ${verdict}: ${quoteBeginning(words)}: ${summary}`,
  )
}

function summarise(drafts: readonly CheckedDraft[], { against, db }: Options): string {
  const checks = drafts.flatMap(({ quotations }) => quotations)
  const counts = QUOTATION_VERDICTS.map(verdict => {
    const count = checks.filter(check => check.verdict === verdict).length
    return `${count} ${verdict.replaceAll('-', ' ')}`
  })
  const open = checks.filter(({ speaker }) => speaker === 'open').length
  const passedOver = drafts.reduce((sum, draft) => sum + draft.passedOver, 0)
  const notes = [
    ...(open > 0 ? [`of ${open} it is open whether that is who says it`] : []),
    ...(passedOver > 0 ? [`${plural(passedOver, 'short phrase')} that nobody says left out`] : []),
  ]
  const copies = drafts.filter(({ storedCopyLeftOut }) => storedCopyLeftOut).length
  const copy = copies === 0 ? '' : ` (${tellLeftOut(copies)})`
  const where = against ?? nameOfDatabase(db)
  return `${plural(checks.length, 'quotation')} checked against ${where}${copy}: ${[counts.join(', '), ...notes].join('; ')}.`
}

function tellLeftOut(copies: number): string {
  return copies === 1 ? 'the stored copy of this draft was left out' : `${copies} drafts’ stored copies were left out`
}
