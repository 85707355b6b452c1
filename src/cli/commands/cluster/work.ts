import type { Command } from 'commander'
import { EXIT } from '../../../domain/errors.ts'
import { KeepUp } from '../../../families/keep-up.ts'
import type { ArticleQueue } from '../../../queue/article-queue.ts'
import type { WorkOptions, WorkReport } from '../../../queue/worker.ts'
import { nameOfDatabase } from '../../../store/database-name.ts'
import { examples } from '../../help.ts'
import { wholeNumber } from '../../options/argument.ts'
import { type DatabaseOptions, databaseOption } from '../../options/database-option.ts'
import { requirePostgres } from '../../options/postgres-option.ts'
import { plural } from '../../output/plural.ts'
import { printValue } from '../../output/print.ts'
import { describeFailures } from '../../output/runs/failed-inputs.ts'
import { describeHold } from '../../run/describe-hold.ts'
import {
  type AnalysisOptions,
  addRunOptions,
  poolOptions,
  readRunConfiguration,
  type TellingOptions,
} from '../../run/perform-run.ts'
import { Progress } from '../../run/progress.ts'
import { type RunEvents, RunLog } from '../../run/run-log.ts'
import { stopOnSignal } from '../../run/stop-on-signal.ts'
import { describeNotUpdated, updateQuotations } from '../../run/update-quotations.ts'
import { type FiguresPlace, openWorkerFigures, type WorkerFigures } from '../../run/worker-figures.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions, AnalysisOptions, TellingOptions, FiguresPlace {
  readonly untilEmpty?: boolean
}

const LARGEST_PORT = 65_535

export function addWork(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('work')
    .description('analyse what hearsay enqueue has queued, on this machine and on others at once')
    .addOption(databaseOption())
    .option('--until-empty', 'end when nothing is queued and nobody works, instead of waiting for more')
  addRunOptions(command)
    .option(
      '--metrics-port <n>',
      'answer /healthz, /readyz and /metrics there; 0 for any port that is free',
      wholeNumber(0, LARGEST_PORT),
    )
    .option('--metrics-host <address>', 'address for these; others than this machine need HEARSAY_TOKEN', '127.0.0.1')
    .addHelpText(
      'after',
      `
Needs PostgreSQL. Start it on as many machines as there are: each batch of articles goes to one of them, and its claims
are written in the transaction that ends it, so that whatever is killed, cut off or switched off, no article is lost and
none is stored twice. A batch of a worker that is not heard of goes to another one. An article that fails is tried three
times, by itself, before it is put on the list of failures (the table dead_letter). When the server goes away, workers wait and go on when it is
back. Ctrl-C ends the work within a moment: what is done by then is written, the rest is given back.
${examples({
  'work --db postgres://hearsay@db.example/news': 'until it is stopped, as a service',
  'work --until-empty --quiet': 'from cron, with the address in HEARSAY_DB',
  'work --metrics-port 9464': 'with figures for Prometheus at http://127.0.0.1:9464/metrics',
})}`,
    )
    .action((options: Options) => work(options, surroundings))
}

async function work(options: Options, surroundings: Surroundings): Promise<void> {
  const url = requirePostgres('work', options.db)
  const db = nameOfDatabase(url)
  const { connectPool } = await import('../../../queue/connect-pool.ts')
  const { ArticleQueue: Queue } = await import('../../../queue/article-queue.ts')
  const { Worker } = await import('../../../queue/worker.ts')
  const { outlastConflicts } = await import('../../../store/postgres/connection/outlast-conflicts.ts')
  const { withClearErrors } = await import('../../../store/postgres/connection/postgres-errors.ts')
  const progress = options.quiet === true ? null : new Progress(surroundings, () => null)
  const tell = (sentence: string) => {
    progress?.clear()
    note(surroundings, sentence)
  }
  const log = options.log === undefined ? null : await RunLog.open(options.log, db, surroundings)
  const stop = stopOnSignal(() =>
    tell('Stopping when the articles in work are done, in a moment at the latest; press Ctrl-C again to stop at once.'),
  )
  const keepUp = options.quotations === false ? null : new KeepUp(url, error => tell(describeNotUpdated(error)))
  const answers = { isReady: false }
  try {
    const { configuration, ...shared } = await readRunConfiguration(options, 'work', {}, surroundings)
    const events = log?.listen(configuration)
    const pool = await connectPool(url)
    let queue: ArticleQueue | null = null
    let figures: WorkerFigures | null = null
    try {
      figures = await openWorkerFigures(url, options, surroundings, () => answers.isReady)
      queue = await withClearErrors(url, () => outlastConflicts(() => Queue.open(pool, { isWorker: true })))
      const worker = new Worker(pool, queue, {
        ...poolOptions(options, surroundings),
        ...shared,
        ...events,
        db: url,
        configuration,
        signal: stop.signal,
        untilEmpty: options.untilEmpty === true,
        ...tellHowItGoes(url, answers, tell, events),
        onProgress: counts => {
          progress?.show(counts)
          events?.onProgress?.(counts)
          figures?.note(counts)
          keepUp?.note(counts.done)
        },
      })
      answers.isReady = true
      const report = await withClearErrors(url, () => worker.work())
      log?.ended(report.runId, report.status, report.counts)
      progress?.end()
      await keepUp?.close()
      await tellOf(report, db, options, surroundings)
      if (report.runId !== null && report.status === 'finished')
        await updateQuotations(url, { ...options, signal: stop.signal, log }, surroundings)
    } finally {
      await figures?.close()
      await queue?.close().catch(() => {})
      await pool.end()
    }
  } catch (error) {
    log?.broken(error)
    throw error
  } finally {
    await keepUp?.close()
    progress?.end()
    log?.close()
    stop.release()
  }
}

/** What is told while the worker waits for its server, and whether that answers, for monitors. */
function tellHowItGoes(
  url: string,
  answers: { isReady: boolean },
  tell: (sentence: string) => void,
  events: RunEvents | undefined,
): Pick<WorkOptions, 'onGone' | 'onHeld' | 'onBack'> {
  const db = nameOfDatabase(url)
  return {
    onGone: () => {
      answers.isReady = false
      tell(`${db} does not answer; waiting until it does.`)
    },
    onHeld: error => {
      tell(describeHold(url, error))
      events?.onHeld?.(error)
    },
    onBack: () => {
      answers.isReady = true
      tell(`${db} answers again.`)
    },
  }
}

async function tellOf(
  { runId, status, counts, failures, left, lost, storeMs }: WorkReport,
  db: string,
  options: Options,
  surroundings: Surroundings,
): Promise<void> {
  for (const line of describeFailures(failures, counts.dead)) note(surroundings, line)
  if (options.quiet !== true) {
    const { inputs, done, unchanged, dead, claims } = counts
    note(
      surroundings,
      runId === null
        ? 'Nothing to do: the queue is empty; no run was made.'
        : `Run ${runId} ${status}: ${plural(inputs, 'input')}, of which ${done} analysed, ${unchanged} known already, ` +
            `${dead} failed; ${plural(claims, 'new claim')} in ${db}.`,
    )
    if (left > 0) note(surroundings, `${plural(left, 'article')} went back into the queue.`)
    if (lost > 0) note(surroundings, `${lost === 1 ? '1 batch' : `${lost} batches`} went to other workers meanwhile.`)
  }
  if (options.json === true)
    await printValue(surroundings, { run: runId, status, database: db, ...counts, lost, storeSeconds: storeMs / 1000 })
  if (status === 'stopped') surroundings.setExitCode(EXIT.interrupted)
  else if (counts.dead > 0) surroundings.setExitCode(EXIT.someFailed)
}
