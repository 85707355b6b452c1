import { availableParallelism } from 'node:os'
import type { Command } from 'commander'
import { EXIT } from '../../../domain/errors.ts'
import type { ArticleQueue } from '../../../queue/article-queue.ts'
import type { EnqueueCounts } from '../../../queue/enqueue-articles.ts'
import { discover } from '../../../read/discover.ts'
import { findLeftOut } from '../../../read/left-out.ts'
import { readArticles } from '../../../read/read-articles.ts'
import { readStages } from '../../../run/read-stages.ts'
import { ReportedInputs } from '../../../run/writing/reported-inputs.ts'
import { nameOfDatabase } from '../../../store/database-name.ts'
import type { DeadLetter, SkippedInput } from '../../../store/store.ts'
import { examples } from '../../help.ts'
import { wholeNumber } from '../../options/argument.ts'
import { type DatabaseOptions, databaseOption } from '../../options/database-option.ts'
import { addEngineOptions, type EngineOptions } from '../../options/engine-option.ts'
import { type NameGenderOption, nameGenderOption } from '../../options/name-gender-option.ts'
import { requirePostgres } from '../../options/postgres-option.ts'
import { addReadingOptions, type ReadingOptions, readingOf } from '../../options/reading-options.ts'
import { plural } from '../../output/plural.ts'
import { printValue } from '../../output/print.ts'
import { createReader } from '../../run/create-reader.ts'
import { describeHold } from '../../run/describe-hold.ts'
import {
  type AnalysisOptions,
  DEFAULT_HEAP_MB,
  DEFAULT_TIMEOUT_MS,
  poolOptions,
  readRunConfiguration,
  tellInputs,
} from '../../run/perform-run.ts'
import { stopOnSignal } from '../../run/stop-on-signal.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions, ReadingOptions, EngineOptions, NameGenderOption {
  readonly batch: number
  readonly mostQueued: number
  readonly lease: number
  readonly quiet?: boolean
  readonly json?: boolean
}

const DEFAULT_BATCH = 100
const DEFAULT_MOST_QUEUED = 100_000
/** What pg-boss takes. */
const SHORTEST_LEASE = 10
const DEFAULT_LEASE = 30
const NOTHING = { inputs: 0, done: 0, unchanged: 0, skipped: 0, dead: 0, claims: 0 }

export function addEnqueue(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('enqueue')
    .description('read articles and queue them for hearsay work')
    .argument('<paths...>', 'files, folders, glob patterns, or - for standard input')
    .addOption(databaseOption())
    .option('--batch <n>', 'articles that a worker takes at once', wholeNumber(1, 1000), DEFAULT_BATCH)
    .option('--most-queued <n>', 'wait while so many articles are queued', wholeNumber(1), DEFAULT_MOST_QUEUED)
    .option(
      '--lease <seconds>',
      'a batch goes to another worker when its own was not heard of for so long',
      wholeNumber(SHORTEST_LEASE, 3600),
      DEFAULT_LEASE,
    )
  // The workers' engine: what it has analysed is left alone.
  addEngineOptions(command)
    .addOption(nameGenderOption())
    .option('--json', 'print the counts as JSON')
    .option('--quiet', 'print nothing but errors')
    .addHelpText(
      'after',
      `
Needs PostgreSQL. Reads what hearsay run reads, in the same ways; what is skipped or cannot be read is stored at once, and
articles wait in the table queued_article until a worker has analysed them. Run it again after an interruption, or when
articles were added: what waits, is in work or was analysed is not queued again.
${examples({
  'enqueue articles/ --db postgres://hearsay@db.example/news': 'every article of a folder',
  'enqueue archive.jsonl.gz --most-queued 1000000': 'a large archive; the address is in HEARSAY_DB',
})}`,
    )
    .action((paths: string[], options: Options) => enqueue(paths, options, surroundings))
  addReadingOptions(command)
}

async function enqueue(paths: readonly string[], options: Options, surroundings: Surroundings): Promise<void> {
  const url = requirePostgres('enqueue', options.db)
  const { enqueueArticles } = await import('../../../queue/enqueue-articles.ts')
  const { connectPool } = await import('../../../queue/connect-pool.ts')
  const { ArticleQueue: Queue } = await import('../../../queue/article-queue.ts')
  const { QueueRun } = await import('../../../queue/queue-run.ts')
  const { outlastConflicts } = await import('../../../store/postgres/connection/outlast-conflicts.ts')
  const { withClearErrors } = await import('../../../store/postgres/connection/postgres-errors.ts')
  const { workingFolder } = surroundings
  const { format } = options
  const inputs = discover(paths, workingFolder, format)
  const leftOut = findLeftOut(paths, workingFolder, format)
  const analysis = analysisOf(options)
  const { configuration, ...shared } = await readRunConfiguration(analysis, 'enqueue', readingOf(options), surroundings)
  const stop = stopOnSignal(() => note(surroundings, 'Stopping when what has been read is queued.'))
  const reader = createReader(options, surroundings, { heapMb: analysis.maxHeap, signal: stop.signal })
  try {
    const stages = await readStages({ ...poolOptions(analysis, surroundings), ...shared })
    const pool = await connectPool(url)
    let queue: ArticleQueue | null = null
    const run = new QueueRun(pool, url, { ...configuration, stages })
    const failures = new ReportedInputs<DeadLetter>()
    const skippedInputs = new ReportedInputs<SkippedInput>()
    try {
      const onHeld = (error: unknown) => note(surroundings, describeHold(options.db, error))
      const open = () => Queue.open(pool, { isWorker: false, leaseSeconds: options.lease })
      const opened = await withClearErrors(url, () => outlastConflicts(open, { onHeld }))
      queue = opened
      const outcomes = readArticles(inputs, reader)
      const counts = await withClearErrors(url, () =>
        enqueueArticles(outcomes, pool, opened, {
          stages,
          batchSize: options.batch,
          mostQueued: options.mostQueued,
          signal: stop.signal,
          startRun: () => run.start(),
          onHeld,
          onFailure: (letter, alike) => failures.add(letter, alike),
          onSkip: (input, alike) => skippedInputs.add(input, alike),
          onFull: queued => {
            if (options.quiet !== true)
              note(surroundings, `${plural(queued, 'article')} wait; waiting for the workers.`)
          },
        }),
      )
      const status = stop.signal.aborted ? 'stopped' : 'finished'
      const { queued: _queued, waiting: _waiting, unchanged, skipped, dead } = counts
      const end = () =>
        run.end(status, { inputs: unchanged + skipped + dead, done: 0, unchanged, skipped, dead, claims: 0 })
      await withClearErrors(url, () => outlastConflicts(end, { onHeld }))
      tellInputs({ failures: failures.list(), dead, skipped: skippedInputs.list(), leftOut }, options, surroundings)
      await tellOf(counts, run.id, status, options, surroundings)
    } catch (error) {
      await run.fail(error, NOTHING)
      throw error
    } finally {
      await queue?.close().catch(() => {})
      await pool.end()
    }
  } finally {
    await reader.close()
    stop.release()
  }
}

/** What enqueued articles are analysed with, as far as it is known here. */
function analysisOf({ engine, rules, nameGender }: Options): AnalysisOptions {
  return {
    threads: availableParallelism(),
    timeout: DEFAULT_TIMEOUT_MS,
    maxHeap: DEFAULT_HEAP_MB,
    engine,
    ...(rules === undefined ? {} : { rules }),
    nameGender: nameGender ?? true,
  }
}

async function tellOf(
  counts: EnqueueCounts,
  runId: number | null,
  status: 'finished' | 'stopped',
  options: Options,
  surroundings: Surroundings,
): Promise<void> {
  const db = nameOfDatabase(options.db)
  if (options.quiet !== true)
    note(
      surroundings,
      `${plural(counts.inputs, 'input')}: ${counts.queued} queued in ${db}, ${counts.waiting} queued already, ` +
        `${counts.unchanged} known already, ${counts.skipped} skipped, ${counts.dead} failed.`,
    )
  if (options.json === true) await printValue(surroundings, { run: runId, status, database: db, ...counts })
  if (status === 'stopped') surroundings.setExitCode(EXIT.interrupted)
  else if (counts.dead > 0) surroundings.setExitCode(EXIT.someFailed)
}
