import { type Command, Option } from 'commander'
import { EXIT } from '../../../domain/errors.ts'
import { CodePointText } from '../../../domain/text/code-point-text.ts'
import { discover } from '../../../read/discover.ts'
import type { InputOutcome } from '../../../read/format.ts'
import { findLeftOut } from '../../../read/left-out.ts'
import { readArticles } from '../../../read/read-articles.ts'
import { examples } from '../../help.ts'
import { addReadingOptions, type ReadingOptions } from '../../options/reading-options.ts'
import { choosePaint } from '../../output/paint.ts'
import { plural } from '../../output/plural.ts'
import { printListing, printText } from '../../output/print.ts'
import { describeOutcome } from '../../output/runs/read-outcome.ts'
import { toVisibleLine } from '../../output/visible.ts'
import { createReader } from '../../run/create-reader.ts'
import { describeLeftOut, heapOption } from '../../run/perform-run.ts'
import { stopOnSignal } from '../../run/stop-on-signal.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends ReadingOptions {
  readonly maxHeap: number
  readonly leftOut?: boolean
  readonly text: boolean
  readonly json?: boolean
  readonly nl?: boolean
}

export function addRead(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('read')
    .description('show what would be read from inputs, and what would be left out, without storing it')
    .argument('<paths...>', 'files, folders, glob patterns, or - for standard input')
    .option('--left-out', 'print every passage that was left out whole, not only its beginning')
    .option('--no-text', 'leave the texts of the articles out')
    .addOption(new Option('--json', 'print one JSON array').conflicts('nl'))
    .addOption(new Option('--nl', 'print one JSON object a line').conflicts('json'))
    .addOption(heapOption())
    .addHelpText(
      'after',
      `
Reads what hearsay run reads, in the same ways, and needs no database. Of each article, or entry of a file with several, it
prints the title, byline, dates, publisher, section and language with what the input tells each by, how it was decoded, what
had to be repaired, the text, and which passages are no part of it, and why; of what was skipped or failed, the reason. It is
the first thing to look at when an article is not as it should be. Exit code 3 says that something failed.
${examples({
  'read budget.html': 'one page: what is known of it, its text, and what was left out',
  'read budget.html --left-out --no-text': 'only what was left out, whole',
  'read export.jsonl --field text=body --nl': 'each record of a file, as one line of JSON',
  'read - < article.txt': 'standard input',
})}`,
    )
    .action((paths: string[], options: Options) => read(paths, options, surroundings))
  addReadingOptions(command)
}

async function read(paths: readonly string[], options: Options, surroundings: Surroundings): Promise<void> {
  const { workingFolder } = surroundings
  const inputs = discover(paths, workingFolder, options.format)
  const passedOver = findLeftOut(paths, workingFolder, options.format)
  const stop = stopOnSignal(() => note(surroundings, 'Stopping.'))
  const over = new AbortController()
  const reader = createReader(options, surroundings, {
    heapMb: options.maxHeap,
    signal: AbortSignal.any([stop.signal, over.signal]),
  })
  const counts = { article: 0, skipped: 0, failed: 0 }
  try {
    reader.start()
    await print(counted(readArticles(inputs, reader, { keepNotText: true }), counts), options, surroundings)
  } finally {
    // An open pipe would keep the process from ending.
    over.abort()
    await reader.close()
    stop.release()
  }
  for (const one of passedOver) note(surroundings, toVisibleLine(describeLeftOut(one)))
  const { article, skipped, failed } = counts
  note(
    surroundings,
    `${plural(article + skipped + failed, 'input')}: ${plural(article, 'article')}, ${skipped} skipped, ${failed} failed; nothing was stored.`,
  )
  if (stop.signal.aborted) surroundings.setExitCode(EXIT.interrupted)
  else if (failed > 0) surroundings.setExitCode(EXIT.someFailed)
}

async function* counted(
  outcomes: AsyncIterable<InputOutcome>,
  counts: Record<InputOutcome['outcome'], number>,
): AsyncGenerator<InputOutcome> {
  for await (const outcome of outcomes) {
    counts[outcome.outcome] += 1
    yield outcome
  }
}

async function print(
  outcomes: AsyncIterable<InputOutcome>,
  options: Options,
  surroundings: Surroundings,
): Promise<void> {
  if (options.json === true || options.nl === true) {
    const rows = mapOutcomes(outcomes, outcome => toJson(outcome, options.text))
    await printListing(surroundings, options.json === true ? 'json' : 'nl', { rows, columns: [] })
    return
  }
  const paint = choosePaint(surroundings)
  let isFirst = true
  for await (const outcome of outcomes) {
    const lines = describeOutcome(outcome, { text: options.text, leftOut: options.leftOut === true }, paint)
    await printText(surroundings, isFirst ? lines : ['', ...lines])
    isFirst = false
  }
}

async function* mapOutcomes(
  outcomes: AsyncIterable<InputOutcome>,
  map: (outcome: InputOutcome) => object,
): AsyncGenerator<object> {
  for await (const outcome of outcomes) yield map(outcome)
}

/** Where it lies first, then what became of it; passages left out always whole. */
function toJson({ origin, ...outcome }: InputOutcome, hasText: boolean): object {
  if (outcome.outcome !== 'article') return { ...origin, ...outcome }
  const { article, leftOut = [] } = outcome
  const { text, ...known } = article
  const { length: characters } = new CodePointText(text)
  return {
    ...origin,
    outcome: outcome.outcome,
    article: { ...known, characters, ...(hasText ? { text } : {}) },
    leftOut,
  }
}
