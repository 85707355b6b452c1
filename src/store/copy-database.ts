import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HearsayError } from '../domain/errors.ts'
import { isPostgres, nameOfDatabase } from './database-name.ts'
import { openReader } from './open-reader.ts'
import type { StoreReader } from './reader.ts'
import { openMergeFiles } from './sqlite/merge/merge-file.ts'
import { mergeFiles } from './sqlite/merge/merge-files.ts'
import { SqliteStagingTarget } from './sqlite/merge/sqlite-staging-target.ts'
import { openForReading as openSqlite } from './sqlite/open-for-reading.ts'
import { type CopyReport, copyStore } from './transfer/copy-store.ts'

/**
 * Copies a database, a SQLite file or one on a PostgreSQL server, into another of either kind, which is made when it is
 * not there. What is there already stays, by the rules by which files are merged.
 *
 * @param onArticles is told how many articles have been looked at so far
 * @throws HearsayError 2 (into itself), 4 (one of them is not usable) or 74 (disk full); what was copied until then stays,
 * and copying again goes on
 */
export async function copyDatabase(
  from: string,
  to: string,
  onArticles?: (articles: number) => void,
): Promise<CopyReport> {
  if (from === to)
    throw new HearsayError(
      `${nameOfDatabase(from)} is to be copied into itself; give another target.`,
      'database-unsuitable',
    )
  if (!isPostgres(from) && !isPostgres(to)) return await copyFile(from, to)
  const source = isPostgres(from) ? { reader: await openReader(from), release: () => {} } : openFile(from)
  try {
    const target = isPostgres(to) ? await openOnServer(to) : SqliteStagingTarget.open(to)
    try {
      return await copyStore(source.reader.database, target, onArticles)
    } finally {
      await target.close()
    }
  } finally {
    await source.reader.close()
    source.release()
  }
}

async function copyFile(from: string, to: string): Promise<CopyReport> {
  const { files, ...settled } = await mergeFiles([from], to)
  const [file] = files
  if (file === undefined) throw new Error('one file was given and none was merged')
  return { ...file, ...settled }
}

/** Refused where merging would refuse it; one of an older schema is read from a copy that was brought up to date. */
function openFile(path: string): { readonly reader: StoreReader; release(): void } {
  const [file] = openMergeFiles([path], join(tmpdir(), 'none'))
  if (file === undefined) throw new Error('one file was given and none was opened')
  try {
    return { reader: openSqlite(file.readable), release: () => file.close() }
  } catch (error) {
    file.close()
    throw error
  }
}

async function openOnServer(url: string) {
  // Here, so that the driver is loaded by whom a server serves alone.
  const { PostgresStagingTarget } = await import('./postgres/postgres-staging-target.ts')
  return await PostgresStagingTarget.open(url)
}
