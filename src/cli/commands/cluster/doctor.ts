import { existsSync, statSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { resolve } from 'node:path'
import process from 'node:process'
import type { Command } from 'commander'
import { EXIT, HearsayError } from '../../../domain/errors.ts'
import { countWaiting } from '../../../families/count-waiting.ts'
import { isPostgres, nameOfDatabase } from '../../../store/database-name.ts'
import { describeServer } from '../../../store/postgres/connection/describe-server.ts'
import { countDeadLetters } from '../../../store/queries/runs/dead-letters.ts'
import { findRuns } from '../../../store/queries/runs.ts'
import { examples } from '../../help.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { printText, printValue } from '../../output/print.ts'
import type { Surroundings } from '../../surroundings.ts'
import { readLibraryVersions, readVersion } from '../../version.ts'

interface Options extends DatabaseOptions {
  readonly json?: boolean
}

/** What is found out, by name; nested one level deep. */
type Findings = Readonly<Record<string, string | number | Readonly<Record<string, string | number>>>>

export function addDoctor(program: Command, surroundings: Surroundings): void {
  program
    .command('doctor')
    .description('check that the machine and the database are fit')
    .addOption(databaseOption())
    .option('--json', 'print the findings as JSON')
    .addHelpText(
      'after',
      examples({
        doctor: 'versions, threads, and the state of the default database',
        'doctor --db out/2026.db --json': 'to attach to a report',
      }),
    )
    .action((options: Options) => examine(options, surroundings))
}

async function examine({ db, json }: Options, surroundings: Surroundings): Promise<void> {
  const { health, error } = await examineDatabase(db, surroundings)
  const findings: Findings = {
    hearsay: readVersion(),
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
    threads: availableParallelism(),
    memory: `${Math.round(totalmem() / 1e9)} GB`,
    libraries: readLibraryVersions(),
    database: health,
  }
  if (json === true) await printValue(surroundings, findings)
  else await printText(surroundings, format(findings))
  if (error !== null) throw error
  if (health.integrity !== undefined && health.integrity !== 'ok') surroundings.setExitCode(EXIT.database)
}

async function examineDatabase(
  path: string,
  { workingFolder }: Surroundings,
): Promise<{ health: Readonly<Record<string, string | number>>; error: HearsayError | null }> {
  const file = resolve(workingFolder, path)
  const isFile = !isPostgres(path)
  if (isFile && !existsSync(file)) return { health: { path, state: 'not made yet' }, error: null }
  const place = isFile ? { path, bytes: statSync(file).size } : { path: nameOfDatabase(path) }
  try {
    return await withReader(path, async reader => {
      const { database } = reader
      const count = (table: 'article' | 'claim') =>
        database
          .selectFrom(table)
          .select(query => query.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
      const [run] = await findRuns(database, 1)
      const problems = await reader.checkIntegrity()
      const health = {
        ...place,
        ...(isFile ? {} : await describeServer(database)),
        articles: (await count('article')).count,
        claims: (await count('claim')).count,
        'dead letters': [...(await countDeadLetters(database)).values()].reduce((sum, inputs) => sum + inputs, 0),
        'not compared yet': await countWaiting(database),
        'last run': run === undefined ? 'none' : `${run.id}, ${run.status}, ${run.startedAt}`,
        integrity: problems.length === 0 ? 'ok' : problems.join('; '),
      }
      return { health, error: null }
    })
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    return { health: { ...place, state: 'not usable' }, error }
  }
}

function format(findings: Findings): string[] {
  return Object.entries(findings).flatMap(([name, value]) =>
    typeof value === 'object'
      ? [name, ...Object.entries(value).map(([inner, innerValue]) => `  ${inner.padEnd(26)}${innerValue}`)]
      : [`${name.padEnd(28)}${value}`],
  )
}
