import type { Command } from 'commander'
import { countWaiting } from '../../../families/count-waiting.ts'
import type { QueueStatus } from '../../../queue/queue-status.ts'
import { type Calibration, readCalibration } from '../../../store/calibration.ts'
import { isPostgres } from '../../../store/database-name.ts'
import { countArticles } from '../../../store/queries/articles/stream-article-ids.ts'
import { readDatabaseFigures } from '../../../store/queries/runs/database-figures.ts'
import { examples } from '../../help.ts'
import { noteWaiting } from '../../notes/note-waiting.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { describeCalibration } from '../../output/claims/calibration.ts'
import { printListing, printValue } from '../../output/print.ts'
import { describeTime } from '../../run/describe-time.ts'
import type { Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions {
  readonly json?: boolean
}

interface Figure {
  readonly name: string
  readonly value: string
}

export function addStatus(program: Command, surroundings: Surroundings): void {
  program
    .command('status')
    .description('say how far the workers are: what waits, who works, how fast, what failed, how long it will take')
    .addOption(databaseOption())
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Rates are those of the batches that ended in the last five minutes. Of a SQLite file, which no workers share, it says what is stored, what
failed, and how many articles wait to be held against the others.
${examples({
  status: 'of the default database',
  'status --db postgres://hearsay@db.example/news': 'a table',
  'status --json | jq .secondsLeft': 'for a monitor; the address is in HEARSAY_DB',
})}`,
    )
    .action((options: Options) => status(options, surroundings))
}

async function status(options: Options, surroundings: Surroundings): Promise<void> {
  if (!isPostgres(options.db)) return await tellOfFile(options, surroundings)
  const url = options.db
  const { connectForReading } = await import('../../../store/postgres/connect.ts')
  const { withClearErrors } = await import('../../../store/postgres/connection/postgres-errors.ts')
  const { readQueueStatus } = await import('../../../queue/queue-status.ts')
  const client = await connectForReading(url)
  try {
    const found = await withClearErrors(url, () => readQueueStatus(client))
    const calibration = readCalibration(url, surroundings.environment.HEARSAY_CALIBRATION)
    if (options.json === true) await printValue(surroundings, { ...found, calibration })
    else await printFigures(surroundings, [...describe(found), ...describeConfidence(calibration)])
  } finally {
    await client.end()
  }
}

/** A file has no queue and no workers. */
async function tellOfFile({ db, json }: Options, surroundings: Surroundings): Promise<void> {
  await withReader(db, async ({ database }) => {
    const done = await countArticles(database)
    const { deadLetters } = await readDatabaseFigures(database)
    const notCompared = await countWaiting(database)
    const calibration = readCalibration(db, surroundings.environment.HEARSAY_CALIBRATION)
    if (json === true) await printValue(surroundings, { done, deadLetters, notCompared, calibration })
    else
      await printFigures(surroundings, [
        ...describeStored({ done, deadLetters, notCompared }),
        ...describeConfidence(calibration),
      ])
    await noteWaiting(surroundings, database)
  })
}

async function printFigures(surroundings: Surroundings, rows: readonly Figure[]): Promise<void> {
  const columns = [
    { heading: 'what', cell: ({ name }: Figure) => name },
    { heading: 'now', cell: ({ value }: Figure) => value, share: 1 },
  ]
  const format = surroundings.standardOutput.isTTY === true ? 'table' : 'plain'
  await printListing(surroundings, format, { rows, columns })
}

function describeStored({ done, deadLetters, notCompared }: Pick<QueueStatus, 'done' | 'deadLetters' | 'notCompared'>) {
  return [
    { name: 'articles analysed', value: String(done) },
    { name: 'articles not compared', value: String(notCompared) },
    { name: 'dead letters', value: String(deadLetters) },
  ]
}

function describe(found: QueueStatus): Figure[] {
  const { queued, inWork, batches, workers, rate, secondsLeft } = found
  const again = batches.again === 0 ? '' : `, ${batches.again} to be done again`
  const lost = batches.lost === 0 ? '' : `, ${batches.lost} lost three times`
  return [
    { name: 'articles queued', value: `${queued}, of which ${inWork} in work` },
    { name: 'batches', value: `${batches.waiting} waiting, ${batches.held} in work${again}${lost}` },
    ...describeStored(found),
    {
      name: 'rate',
      value:
        rate === null
          ? 'nothing was finished lately'
          : `${inWords(rate.articlesPerSecond)} articles and ${inWords(rate.claimsPerSecond)} claims a second, over ${describeTime(rate.overSeconds)}`,
    },
    { name: 'time left', value: secondsLeft === null ? 'not known' : describeTime(secondsLeft) },
    { name: 'workers', value: String(workers.length) },
    ...workers.map(({ host, process, startedAt, heardAt }) => ({
      name: `  ${host}`,
      value: `process ${process}, since ${startedAt}, last heard of ${heardAt}`,
    })),
  ]
}

function describeConfidence(calibration: Calibration | null): Figure[] {
  return calibration === null ? [] : [{ name: 'confidence', value: describeCalibration(calibration) }]
}

function inWords(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : String(Math.round(rate))
}
