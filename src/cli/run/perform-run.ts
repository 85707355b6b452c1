import { availableParallelism } from 'node:os'
import process from 'node:process'
import { type Command, Option } from 'commander'
import { EXIT } from '../../domain/errors.ts'
import type { NewsroomRules } from '../../domain/newsroom-rules.ts'
import { KeepUp } from '../../families/keep-up.ts'
import type { ReadOutcome } from '../../read/format.ts'
import type { InputReader } from '../../read/input-reader.ts'
import type { LeftOut } from '../../read/left-out.ts'
import type { PoolOptions } from '../../run/analysing/analysis-pool.ts'
import type { EngineName } from '../../run/engines.ts'
import { readEngine } from '../../run/model/read-engine.ts'
import { readStages } from '../../run/read-stages.ts'
import { type RunReport, runArticles } from '../../run/run-articles.ts'
import type { Reported } from '../../run/writing/reported-inputs.ts'
import { nameOfDatabase } from '../../store/database-name.ts'
import type { DeadLetter, SkippedInput } from '../../store/store.ts'
import { loadRules } from '../given/load-rules.ts'
import { seconds, wholeNumber } from '../options/argument.ts'
import type { DatabaseOptions } from '../options/database-option.ts'
import { addEngineOptions, type EngineOptions } from '../options/engine-option.ts'
import { type NameGenderOption, nameGenderOption } from '../options/name-gender-option.ts'
import { type Reading, type ReadingOptions, readingOf } from '../options/reading-options.ts'
import { plural } from '../output/plural.ts'
import { printValue } from '../output/print.ts'
import { describeFailures, describeSkipped } from '../output/runs/failed-inputs.ts'
import { toVisibleLine } from '../output/visible.ts'
import { note, type Surroundings } from '../surroundings.ts'
import { readLibraryVersions, readVersion } from '../version.ts'
import { createReader } from './create-reader.ts'
import { describeHold } from './describe-hold.ts'
import { Progress } from './progress.ts'
import { RunLog } from './run-log.ts'
import { stopOnSignal } from './stop-on-signal.ts'
import { noteNotUpdated, type QuotationsOption, quotationsOption, updateQuotations } from './update-quotations.ts'

/** Options that say how articles are analysed. */
export interface AnalysisOptions extends EngineOptions, NameGenderOption, QuotationsOption {
  readonly threads: number
  readonly timeout: number
  readonly maxHeap: number
}

/** Options that say what is told of it. */
export interface TellingOptions {
  readonly quiet?: boolean
  readonly json?: boolean
  readonly log?: string
}

/** Options of every command that makes a run. */
export interface RunOptions extends DatabaseOptions, ReadingOptions, AnalysisOptions, TellingOptions {}

export const DEFAULT_TIMEOUT_MS = 60_000
/** Room for some MB of text; what needs more fails as `out-of-memory`. */
export const DEFAULT_HEAP_MB = 2048
/** More would be a mistake: a thread takes some 300 MB, and no article needs so much. */
const MOST_THREADS = 256
/** With 64, not even a short article can be analysed; 80 are enough for one. */
const LEAST_HEAP_MB = 128
const LARGEST_HEAP_MB = 65_536

/** Adds the options that say how articles are analysed and what is printed. */
export function addRunOptions(command: Command): Command {
  command
    .addOption(
      new Option('--threads <n>', 'worker threads')
        .argParser(wholeNumber(1, MOST_THREADS))
        .default(availableParallelism(), 'one for each core'),
    )
    .addOption(
      new Option('--timeout <seconds>', 'most processor time for one article')
        .argParser(seconds)
        .default(DEFAULT_TIMEOUT_MS, String(DEFAULT_TIMEOUT_MS / 1000)),
    )
    .addOption(heapOption())
  return addEngineOptions(command)
    .addOption(nameGenderOption())
    .addOption(quotationsOption())
    .option('--json', 'print the counts of the run as JSON')
    .option('--quiet', 'print nothing but errors')
    .option('--log <file>', 'add what happens to a file too, as lines of JSON')
}

/** How much memory one thread may take. */
export function heapOption(): Option {
  return new Option('--max-heap <megabytes>', 'largest memory of one thread while it reads or analyses an article')
    .argParser(wholeNumber(LEAST_HEAP_MB, LARGEST_HEAP_MB))
    .default(DEFAULT_HEAP_MB)
}

/** What a run works on. */
export interface RunInputs {
  /** How many there will be, or null where nobody knows; asked only when progress is shown. */
  readonly countTotal: () => number | null
  readonly read: (reader: InputReader) => AsyncIterable<ReadOutcome>
  /** What the run's configuration says of it beside the options of the command line. */
  readonly purpose?: 'upgrade' | 'retry' | 'watch'
  /** What the folders hold beside the inputs. */
  readonly leftOut?: readonly LeftOut[]
}

/** Analyses the inputs into the database, shows how far it is, and says what became of them. */
export async function performRun(inputs: RunInputs, options: RunOptions, surroundings: Surroundings): Promise<void> {
  const progress = options.quiet === true ? null : new Progress(surroundings, inputs.countTotal)
  const log = options.log === undefined ? null : await RunLog.open(options.log, options.db, surroundings)
  const stop = stopOnSignal(() => {
    progress?.end()
    note(
      surroundings,
      'Stopping when the articles in work are done, in a moment at the latest; press Ctrl-C again to stop at once.',
    )
  })
  const over = new AbortController()
  const keepUp =
    inputs.purpose === 'watch' && options.quotations !== false
      ? new KeepUp(options.db, error => noteNotUpdated(surroundings, error))
      : null
  const reader = createReader(options, surroundings, {
    heapMb: options.maxHeap,
    signal: AbortSignal.any([stop.signal, over.signal]),
  })
  try {
    // Where it will surely have something to read: its thread loads while this one reads the model.
    if (inputs.purpose === undefined || inputs.purpose === 'watch') reader.start()
    const { configuration, ...shared } = await readRunConfiguration(
      options,
      inputs.purpose,
      readingOf(options),
      surroundings,
    )
    const events = log?.listen(configuration)
    const report = await runArticles(inputs.read(reader), options.db, {
      ...poolOptions(options, surroundings),
      ...shared,
      ...events,
      signal: stop.signal,
      startsAtOnce: inputs.purpose === 'watch',
      onHeld: error => {
        progress?.clear()
        note(surroundings, describeHold(options.db, error))
        events?.onHeld?.(error)
      },
      onProgress: counts => {
        progress?.show(counts)
        events?.onProgress?.(counts)
        keepUp?.note(counts.done)
      },
      configuration,
    })
    log?.ended(report.runId, report.status, report.counts)
    progress?.end()
    await keepUp?.close()
    await tell(report, inputs.leftOut ?? [], options, surroundings)
    if (report.runId !== null && report.status === 'finished')
      await updateQuotations(options.db, { ...options, signal: stop.signal, log }, surroundings)
  } catch (error) {
    log?.broken(error)
    throw error
  } finally {
    // Whoever still waits for input (a pipe, a folder) would keep the process from ending.
    over.abort()
    await keepUp?.close()
    await reader.close()
    progress?.end()
    log?.close()
    stop.release()
  }
}

/** What a pool of threads is made with, but for the learned model. */
export function poolOptions(
  { engine, model, nameGender = true, threads, timeout, maxHeap }: AnalysisOptions,
  surroundings: Surroundings,
): PoolOptions {
  const told = model === undefined ? {} : { model }
  return { threads, timeoutMs: timeout, heapMb: maxHeap, analyser: surroundings.analysers[engine], nameGender, ...told }
}

/**
 * What is stored with a run, the learned model's memory, which is read once, here, for all threads, and a newsroom's rules, whose
 * examples the first thread will run.
 *
 * @param reading what it says of how inputs were read
 * @throws HearsayError (2) when the rules are none
 */
export async function readRunConfiguration(
  options: AnalysisOptions,
  purpose: string | undefined,
  reading: Partial<Reading>,
  surroundings: Surroundings,
) {
  const { engine, shared } = await readEngine(options.engine, options.model)
  const loaded = await loadRules(options.rules, surroundings)
  const configuration = {
    hearsay: readVersion(),
    node: process.versions.node,
    libraries: readLibraryVersions(),
    options: {
      ...(purpose === undefined ? {} : { purpose }),
      ...engine,
      ...(loaded === null
        ? {}
        : { rulesFile: loaded.rules.file, rulesDigest: loaded.rules.digest, rulesSha256: loaded.sha256 }),
      ...(options.nameGender === false ? { nameGender: false } : {}),
      threads: options.threads,
      timeoutMs: options.timeout,
      ...reading,
      heapMb: options.maxHeap,
    },
  }
  return {
    configuration,
    ...(shared === null ? {} : { shared }),
    ...(loaded === null ? {} : { rules: loaded.rules }),
  }
}

/**
 * Runs the examples of rules by an engine, in a thread of its own.
 *
 * @throws HearsayError (2) with the first that does not come out, or when the engine cannot be loaded
 */
export async function tryRules(rules: NewsroomRules, engine: EngineName, surroundings: Surroundings): Promise<void> {
  const { shared } = await readEngine(engine)
  const limits = { threads: 1, timeoutMs: DEFAULT_TIMEOUT_MS, heapMb: DEFAULT_HEAP_MB }
  const analyser = surroundings.analysers[engine]
  await readStages({ ...limits, analyser, rules, ...(shared === null ? {} : { shared }) })
}

/** Inputs that no claims come of. */
interface LostInputs {
  readonly failures: readonly Reported<DeadLetter>[]
  /** How many failed, told one by one or not. */
  readonly dead: number
  readonly skipped: readonly Reported<SkippedInput>[]
  readonly leftOut: readonly LeftOut[]
}

/** Tells of inputs that failed and, unless it is to be quiet, of those that were skipped or passed over. */
export function tellInputs(
  { failures, dead, skipped, leftOut }: LostInputs,
  { quiet }: Pick<TellingOptions, 'quiet'>,
  surroundings: Surroundings,
): void {
  for (const line of describeFailures(failures, dead)) note(surroundings, line)
  if (quiet === true) return
  for (const line of describeSkipped(skipped)) note(surroundings, line)
  for (const one of leftOut) note(surroundings, toVisibleLine(describeLeftOut(one)))
}

async function tell(
  report: RunReport,
  leftOut: readonly LeftOut[],
  options: RunOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { status, counts, left, failures, skipped, runId } = report
  tellInputs({ failures, dead: counts.dead, skipped, leftOut }, options, surroundings)
  if (options.quiet !== true) {
    const inputs =
      `${plural(counts.inputs, 'input')}, of which ${counts.done} analysed, ${counts.unchanged} known already, ` +
      `${counts.skipped} skipped, ${counts.dead} failed`
    note(
      surroundings,
      runId === null
        ? `Nothing to store: ${inputs}; no run was made.`
        : `Run ${runId} ${status}: ${inputs}; ${plural(counts.claims, 'new claim')} in ${nameOfDatabase(options.db)}.`,
    )
  }
  if (left > 0 && options.quiet !== true)
    note(
      surroundings,
      `${plural(left, 'input')} had been read and ${left === 1 ? 'was' : 'were'} left for the next run.`,
    )
  if (options.json === true) {
    const passedOver = leftOut.reduce((sum, { files }) => sum + files, 0)
    await printValue(surroundings, {
      run: runId,
      status,
      database: nameOfDatabase(options.db),
      ...counts,
      leftOut: passedOver,
    })
  }
  if (status === 'stopped') surroundings.setExitCode(EXIT.interrupted)
  else if (counts.dead > 0) surroundings.setExitCode(EXIT.someFailed)
}

/** How many sorts of files are named in one line. */
const MOST_SORTS = 8

export function describeLeftOut({ folder, files, sorts }: LeftOut): string {
  const more = sorts.length > MOST_SORTS ? [`${sorts.length - MOST_SORTS} more`] : []
  const named = [...sorts.slice(0, MOST_SORTS), ...more].join(', ')
  return `${plural(files, 'file')} left out of ${folder} (${named}): name ${files === 1 ? 'it' : 'them'}, or give --format.`
}
