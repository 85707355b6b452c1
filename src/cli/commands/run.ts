import { availableParallelism } from 'node:os'
import process from 'node:process'
import { type Command, Option } from 'commander'
import { EXIT } from '../../domain/errors.ts'
import { discover } from '../../read/discover.ts'
import { extensionsSearchedFor } from '../../read/formats.ts'
import { readArticles } from '../../read/read-articles.ts'
import { type RunReport, runArticles } from '../../run/run-articles.ts'
import { seconds, wholeNumber } from '../argument.ts'
import { type DatabaseOptions, databaseOption } from '../database-option.ts'
import { examples } from '../help.ts'
import { plural } from '../output/plural.ts'
import { printValue } from '../output/print.ts'
import { toVisibleLine } from '../output/visible.ts'
import { Progress } from '../progress.ts'
import { addReadingOptions, limitsOf, type ReadingOptions } from '../reading-options.ts'
import { stopOnSignal } from '../stop-on-signal.ts'
import { note, type Surroundings } from '../surroundings.ts'
import { readLibraryVersions, readVersion } from '../version.ts'

interface Options extends DatabaseOptions, ReadingOptions {
  readonly threads: number
  readonly timeout: number
  readonly rules?: boolean
  readonly quiet?: boolean
  readonly json?: boolean
}

const DEFAULT_TIMEOUT_MS = 60_000
/** JavaScript heap of one thread: room for some MB of text; what needs more fails as `out-of-memory`. */
const HEAP_MB = 2048

export function addRun(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('run')
    .description('read articles into the database')
    .argument('<paths...>', 'files, folders, glob patterns, or - for standard input')
    .addOption(databaseOption())
    .addOption(
      new Option('--threads <n>', 'worker threads')
        .argParser(wholeNumber(1))
        .default(availableParallelism(), 'one for each core'),
    )
    .addOption(
      new Option('--timeout <seconds>', 'longest time for one article')
        .argParser(seconds)
        .default(DEFAULT_TIMEOUT_MS, String(DEFAULT_TIMEOUT_MS / 1000)),
    )
    .option('--rules', 'find attributions by the rules alone, without the learned model: fewer of them, faster')
    .option('--json', 'print the counts of the run as JSON')
    .option('--quiet', 'print nothing but errors')
    .addHelpText(
      'after',
      `
Reads plain text and Markdown, web pages, JSON and JSON Lines, tables, feeds (RSS, Atom, JSON Feed), ninjs, NewsML-G2,
NITF and web archives, packed with gzip or not. Content says which it is, else the name, unless --format does. Folders are searched for
${extensionsSearchedFor(undefined).join(', ')}, and for
others only with --format; hidden files, README and LICENSE are left out. Articles in another language than English are
skipped. Articles that are in the database already are left alone: run the same command again after an interruption, or when articles were added. An
article that fails is recorded with the reason and stops no other; exit code 3 says that there was one.
${examples({
  'run articles/': 'every article of a folder',
  'run "news/2026-*/*.txt" --db out/2026.db': 'what matches a pattern, into a database of its own',
  'run - < article.txt': 'standard input',
  'run export.jsonl --field text=body --field published=date': 'records whose fields have names of their own',
  'run wire/ --format newsml': 'the NewsML-G2 and NITF files of a folder',
})}`,
    )
    .action((paths: string[], options: Options) => run(paths, options, surroundings))
  addReadingOptions(command)
}

async function run(paths: readonly string[], options: Options, surroundings: Surroundings): Promise<void> {
  const inputs = discover(paths, surroundings.workingFolder, options.format)
  const progress = options.quiet === true ? null : Progress.start(surroundings, inputs)
  const stop = stopOnSignal(() => {
    progress?.end()
    note(surroundings, 'Stopping when the articles in work are done; press Ctrl-C again to stop at once.')
  })
  try {
    const { format, field: fields, anyLanguage } = options
    const limits = limitsOf(options)
    const { standardInput } = surroundings
    const read = { format, fields, anyLanguage, limits, standardInput, signal: stop.signal }
    const { model, ...analysis } = await chooseAnalyser(options, surroundings)
    const report = await runArticles(readArticles(inputs, read), options.db, {
      threads: options.threads,
      timeoutMs: options.timeout,
      heapMb: HEAP_MB,
      ...analysis,
      signal: stop.signal,
      onProgress: counts => progress?.show(counts),
      configuration: {
        hearsay: readVersion(),
        node: process.versions.node,
        libraries: readLibraryVersions(),
        options: {
          rules: options.rules === true,
          model,
          threads: options.threads,
          timeoutMs: options.timeout,
          format: format ?? null,
          fields: fields ?? {},
          anyLanguage: anyLanguage === true,
          limits,
          heapMb: HEAP_MB,
        },
      },
    })
    progress?.end()
    await tell(report, options, surroundings)
  } finally {
    progress?.end()
    stop.release()
  }
}

/** The learned model's memory is read once, here, for all threads. */
async function chooseAnalyser({ rules }: Options, { analyser, rulesAnalyser }: Surroundings) {
  if (rules === true) return { analyser: rulesAnalyser, model: null }
  const { readModelHash, readSharedModel } = await import('../../run/learned-model.ts')
  return { analyser, shared: readSharedModel(), model: readModelHash() }
}

async function tell(report: RunReport, options: Options, surroundings: Surroundings): Promise<void> {
  const { status, counts, failures, skipped, runId } = report
  for (const { uri, kind, error } of failures) note(surroundings, toVisibleLine(`${uri} failed (${kind}): ${error}.`))
  if (counts.dead > failures.length) {
    note(surroundings, `${counts.dead - failures.length} more failed; they are all in the table dead_letter.`)
  }
  if (options.quiet !== true) {
    for (const { uri, reason } of skipped) note(surroundings, toVisibleLine(`${uri} skipped: ${reason}.`))
    const inputs =
      `${plural(counts.inputs, 'input')}, of which ${counts.done} analysed, ${counts.unchanged} known already, ` +
      `${counts.skipped} skipped, ${counts.dead} failed`
    note(
      surroundings,
      runId === null
        ? `Nothing to store: ${inputs}; no run was made.`
        : `Run ${runId} ${status}: ${inputs}; ${plural(counts.claims, 'new claim')} in ${options.db}.`,
    )
  }
  if (options.json === true) await printValue(surroundings, { run: runId, status, database: options.db, ...counts })
  if (status === 'stopped') surroundings.setExitCode(EXIT.interrupted)
  else if (counts.dead > 0) surroundings.setExitCode(EXIT.someFailed)
}
