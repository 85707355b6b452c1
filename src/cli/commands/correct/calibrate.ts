import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { HearsayError } from '../../../domain/errors.ts'
import { formatCalibration } from '../../../evaluate/calibration.ts'
import { type Fitted, findLack, fitCalibration, type Reliability } from '../../../learn/calibrate-claims.ts'
import { readJudged } from '../../../learn/judged-claims.ts'
import { type Calibration, calibrationPath, readCalibration } from '../../../store/calibration.ts'
import { nameOfDatabase } from '../../../store/database-name.ts'
import { examples } from '../../help.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { describeCalibration } from '../../output/claims/calibration.ts'
import { printText, printValue } from '../../output/print.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions {
  readonly remove?: boolean
  readonly show?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

export function addCalibrate(program: Command, surroundings: Surroundings): void {
  program
    .command('calibrate')
    .description(
      'fit confidence (how sure Hearsay is of a claim) to what editors judged, so that of claims at 0.8 here too 80 in 100 are right',
    )
    .addOption(databaseOption())
    .addOption(new Option('--remove', 'take the calibration away again').conflicts(['show', 'dryRun']))
    .addOption(new Option('--show', 'say which calibration is in use').conflicts('dryRun'))
    .option('--dry-run', 'print what it would be worth, and keep nothing')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Stored confidence stays as it is, sealed with its run. What was fitted is kept in a file beside the database
(DATABASE.calibration.json; for PostgreSQL where HEARSAY_CALIBRATION says), and explain and the page of a claim give the
confidence by it beside the stored one. A claim counts as right when editors accepted it, or changed it so little that eval
would count it as found. It takes 100 judged claims of 5 articles, 15 of them right and 15 wrong; isotonic regression takes
1,000, and Platt's logistic function serves until then. The figures before and after are of articles that the fit did not
see; where they are no better, nothing is kept.
${examples({
  'calibrate --dry-run': 'what it would be worth',
  calibrate: 'fit it and keep it',
  'calibrate --remove': 'as it was before',
})}`,
    )
    .action((options: Options) => calibrateClaims(options, surroundings))
}

async function calibrateClaims(options: Options, surroundings: Surroundings): Promise<void> {
  const { db } = options
  const named = surroundings.environment.HEARSAY_CALIBRATION
  if (options.remove === true) return remove(placeOf(db, named), surroundings)
  if (options.show === true) return await show(readCalibration(db, named), options, surroundings)
  const path = options.dryRun === true ? null : placeOf(db, named)
  const judged = await withReader(db, ({ database }) => readJudged(database))
  const lack = findLack(judged.claims)
  if (lack !== null)
    throw new HearsayError(
      `${nameOfDatabase(db)} has ${lack.has} ${lack.of}, and a calibration takes ${lack.needs}; judge more claims and calibrate again.`,
      'judgements-missing',
    )
  const fitted = fitCalibration(judged.claims)
  const right = judged.claims.filter(({ isRight }) => isRight).length
  const calibration = toCalibration(fitted, judged.claims.length, right)
  if (options.json === true) {
    const fifths = { before: fitted.before.fifths, after: fitted.after.fifths }
    await printValue(surroundings, { ...calibration, fifths })
  } else await printText(surroundings, describe(fitted))
  if (path === null) return
  if (fitted.after.brier >= fitted.before.brier) {
    note(surroundings, 'It would be no better on articles that it did not see: nothing was kept.')
    return
  }
  write(path, calibration)
  note(surroundings, `Kept in ${path}; hearsay calibrate --remove takes it away again.`)
}

function placeOf(db: string, named: string | undefined): string {
  const path = calibrationPath(db, named)
  if (path !== null) return path
  throw new HearsayError(
    `${nameOfDatabase(db)} has no folder to keep a calibration in; name a file in HEARSAY_CALIBRATION.`,
    'argument-missing',
  )
}

function toCalibration({ method, points, before, after }: Fitted, claims: number, right: number): Calibration {
  const fittedAt = new Date().toISOString()
  return {
    hearsay: 'calibration',
    version: 1,
    method,
    fittedAt,
    claims,
    right,
    before: before.brier,
    after: after.brier,
    points,
  }
}

function describe({ method, before, after }: Fitted): string[] {
  const figures = ({ brier, error }: Reliability) => `Brier ${brier.toFixed(4)}, apart ${(100 * error).toFixed(1)}`
  return [
    `before: ${figures(before)}`,
    ...formatCalibration(before.fifths),
    '',
    `after (${method}, cross-validated over articles): ${figures(after)}`,
    ...formatCalibration(after.fifths),
  ]
}

function remove(path: string, surroundings: Surroundings): void {
  const was = existsSync(path)
  rmSync(path, { force: true })
  note(surroundings, was ? `${path} was removed: confidence is shown as it is stored.` : 'There was no calibration.')
}

async function show(calibration: Calibration | null, options: Options, surroundings: Surroundings): Promise<void> {
  if (options.json === true) return await printValue(surroundings, calibration)
  await printText(surroundings, [
    calibration === null
      ? 'There is no calibration: confidence is shown as it is stored.'
      : describeCalibration(calibration),
  ])
}

function write(path: string, calibration: Calibration): void {
  try {
    writeFileSync(path, `${JSON.stringify(calibration, null, 2)}\n`)
  } catch (error) {
    throw new HearsayError(
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code}); check the folder and the space on the disk.`,
      'output-unwritable',
      { cause: error },
    )
  }
}
