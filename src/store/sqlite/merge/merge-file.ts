import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import { HearsayError } from '../../../domain/errors.ts'
import { runKey } from '../../transfer/rank.ts'
import { connectForReading, connectForWriting, provideFolder, requireDatabase } from '../connect.ts'
import { closeReadConnection, openReadConnection } from '../connection/read-connection.ts'
import { withClearErrors } from '../connection/sqlite-errors.ts'
import { refuseLiveRun } from '../lease.ts'
import { MIGRATIONS } from '../migrations/all-migrations.ts'

/** A database file to merge from, found sound and held open until it is closed. */
export interface MergeFile {
  /** As it was given. */
  readonly path: string
  /** The path of what is read: that of the file, or of a copy of it that was brought up to date. */
  readonly readable: string
  /** The same as SQLite is to open it, which may be a URI. */
  readonly location: string
  close(): void
}

/**
 * Opens the files to merge from, each once however often it is given, in an order that does not depend on how they were
 * given: by when their first runs began. A file of an older schema is copied beside `into` and the copy brought up to
 * date; no file is changed.
 *
 * @throws HearsayError 2 (`into` is one of them) or 4 (missing, damaged, in use, newer, none of Hearsay's).
 */
export function openMergeFiles(paths: readonly string[], into: string): readonly MergeFile[] {
  const target = identify(into)
  const seen = new Set<string>()
  const opened: (MergeFile & { readonly began: string })[] = []
  try {
    for (const path of paths) {
      requireDatabase(path)
      const identity = identify(path)
      if (identity === target)
        throw new HearsayError(
          `${path} is to be merged into itself; give another file with --into, or leave it out.`,
          'database-unsuitable',
        )
      if (seen.has(identity)) continue
      seen.add(identity)
      opened.push(openMergeFile(path, into))
    }
  } catch (error) {
    for (const file of opened) file.close()
    throw error
  }
  return opened.toSorted((a, b) => (a.began < b.began ? -1 : a.began > b.began ? 1 : 0))
}

/** The file itself, whatever links lead to it. */
function identify(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

function openMergeFile(path: string, into: string): MergeFile & { readonly began: string } {
  return withClearErrors(path, () => {
    const older = copyOlder(path, into)
    const readable = older?.copy ?? path
    let database: Database | null = null
    const close = () => {
      if (database?.open === true) closeReadConnection(database, readable)
      older?.remove()
    }
    try {
      const opened = connectForReading(readable)
      database = opened
      refuseLiveRun(opened, path)
      requireSound(opened, path)
      const began =
        opened
          .prepare<[], string | null>(`SELECT min(${runKey('run')}) FROM run`)
          .pluck()
          .get() ?? ''
      return { path, readable, location: opened.name, began, close }
    } catch (error) {
      close()
      throw error
    }
  })
}

/** A copy of a database of an older schema, brought up to date; null where the schema is not older. */
function copyOlder(path: string, into: string): { readonly copy: string; remove(): void } | null {
  const database = openReadConnection(
    path,
    0,
    opened => void opened.prepare('SELECT count(*) FROM sqlite_schema').get(),
  )
  try {
    const schema = database.pragma('user_version', { simple: true }) as number
    if (schema === 0 || schema >= MIGRATIONS.length) return null
    const beside = dirname(resolve(into))
    provideFolder(into)
    const folder = mkdtempSync(join(beside, '.hearsay-merge-'))
    const remove = () => rmSync(folder, { recursive: true, force: true })
    try {
      const copy = join(folder, 'copy.db')
      database.prepare('VACUUM INTO ?').run(copy)
      connectForWriting(copy).close()
      return { copy, remove }
    } catch (error) {
      remove()
      throw error
    }
  } finally {
    closeReadConnection(database, path)
  }
}

/** Damage is looked for in the whole file before anything of it is merged. */
function requireSound(database: Database, path: string): void {
  const [problem] = database.prepare<[], string>('PRAGMA quick_check(1)').pluck().all()
  if (problem === undefined || problem === 'ok') return
  throw new HearsayError(
    `${path} is damaged (${problem.replaceAll('\n', ' ')}); restore a copy, or save what can be read with: sqlite3 ${path} .recover`,
    'database-damaged',
  )
}
