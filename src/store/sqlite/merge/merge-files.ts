import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type MergeCounts, mergeSource, type Settlement, settleMerge } from '../../transfer/merge-source.ts'
import { beginSeals } from '../../transfer/seals/merge-seals.ts'
import { connectForWriting } from '../connect.ts'
import { Database } from '../connection/sqlite.ts'
import { withClearErrors } from '../connection/sqlite-errors.ts'
import { refuseLiveRun } from '../lease.ts'
import { tidyUp } from '../tidy-up.ts'
import { type MergeFile, openMergeFiles } from './merge-file.ts'
import { SqliteMergeTarget } from './sqlite-merge-target.ts'

/** As many files as SQLite attaches to one connection. */
const FILES_AT_ONCE = 10

export interface FileMerged extends MergeCounts {
  readonly path: string
}

export interface MergeReport extends Settlement {
  readonly files: readonly FileMerged[]
}

/**
 * Merges database files into one, which is made when it is not there. Up to ten files are merged in one transaction; of
 * more, each ten. The files merged from are not changed. In which order they are given does not matter, and merging
 * again changes nothing.
 *
 * @throws HearsayError 4 (a file is missing, damaged, in use, newer, or none of Hearsay's) or 74 (disk full); `into` is
 * left as it was.
 */
export async function mergeFiles(paths: readonly string[], into: string): Promise<MergeReport> {
  const files = openMergeFiles(paths, into)
  try {
    const wasThere = existsSync(into)
    try {
      return await mergeInto(into, files)
    } catch (error) {
      if (!wasThere) for (const suffix of ['', '-wal', '-shm']) rmSync(`${into}${suffix}`, { force: true })
      throw error
    }
  } finally {
    for (const file of files) file.close()
  }
}

async function mergeInto(into: string, files: readonly MergeFile[]): Promise<MergeReport> {
  const database = connectForWriting(into)
  try {
    const merged: FileMerged[] = []
    const settled: Settlement[] = []
    for (let first = 0; first < files.length; first += FILES_AT_ONCE) {
      const group = files.slice(first, first + FILES_AT_ONCE)
      for (const [place, file] of group.entries()) attach(database, file, schemaName(place))
      settled.push(
        await inTransaction(database, into, async target => {
          await beginSeals(target)
          for (const [place, file] of group.entries())
            merged.push({ path: file.path, ...(await mergeOne(target, file, `${schemaName(place)}.`)) })
          return await settleMerge(target)
        }),
      )
      for (const place of group.keys()) database.exec(`DETACH ${schemaName(place)}`)
    }
    withClearErrors(into, () => tidyUp(database))
    const sum = (count: (settlement: Settlement) => number) => settled.reduce((total, one) => total + count(one), 0)
    return {
      files: merged,
      failuresPassedOver: sum(({ failuresPassedOver }) => failuresPassedOver),
      addedClaims: sum(({ addedClaims }) => addedClaims),
      corrections: sum(({ corrections }) => corrections),
    }
  } finally {
    database.close()
  }
}

function schemaName(place: number): string {
  return `merged_${place}`
}

/** Whatever the file is, it is only read. */
function attach(database: Database.Database, file: MergeFile, name: string): void {
  const attachment = database.prepare(`ATTACH ? AS ${name}`)
  const location = file.location.startsWith('file:')
    ? file.location
    : `${pathToFileURL(resolve(file.location)).href}?mode=ro`
  withClearErrors(file.path, () => {
    try {
      attachment.run(location)
    } catch (error) {
      // Addresses are refused where somebody else had a connection in this process first.
      if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_CANTOPEN') throw error
      attachment.run(file.location)
    }
  })
}

/** Damage is the file's, for the target was only just opened and written to; a full disk is the target's. */
async function mergeOne(target: SqliteMergeTarget, file: MergeFile, prefix: string): Promise<MergeCounts> {
  try {
    return await mergeSource(target, prefix)
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code))
      withClearErrors(file.path, () => {
        throw error
      })
    throw error
  }
}

async function inTransaction<Result>(
  database: Database.Database,
  path: string,
  action: (target: SqliteMergeTarget) => Promise<Result>,
): Promise<Result> {
  withClearErrors(path, () => database.exec('BEGIN IMMEDIATE'))
  try {
    refuseLiveRun(database, path)
    const result = await action(new SqliteMergeTarget(database))
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    return withClearErrors(path, () => {
      throw error
    })
  }
}
