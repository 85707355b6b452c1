import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { buildArticleRecord } from '../../../test/support/article-record.ts'
import { makeFolder, readUntilTestEnds, storeRecords } from '../../../test/support/stored-database.ts'
import { findClaims } from '../queries/claims.ts'
import { withClearErrors } from './connection/sqlite-errors.ts'
import { openForReading } from './open-for-reading.ts'
import { SqliteStore } from './sqlite-store.ts'

const unusable = (words: string) => expect.objectContaining({ exitCode: 4, message: expect.stringContaining(words) })

describe('a missing file', () => {
  it('is made for writing', async () => {
    const path = join(makeFolder(), 'claims.db')
    SqliteStore.open(path).close()
    await openForReading(path).close()
  })

  it('is made with its folder only where that is the default one', async () => {
    const here = process.cwd()
    const folder = makeFolder()
    try {
      process.chdir(folder)
      expect(() => SqliteStore.open('new/claims.db')).toThrow(unusable('There is no folder new for the database'))
      expect(() => SqliteStore.open('out/more/claims.db')).toThrow(unusable('There is no folder out/more'))
      expect(readdirSync(folder)).toEqual([])
      SqliteStore.open(join(folder, 'out/claims.db')).close()
      expect(readdirSync(folder)).toEqual(['out'])
    } finally {
      process.chdir(here)
    }
  })

  it('is not made for reading', () => {
    const path = join(makeFolder(), 'claims.db')
    expect(() => openForReading(path)).toThrow(unusable('There is no database at'))
    expect(existsSync(path)).toBe(false)
  })
})

describe('an empty file', () => {
  it('is filled for writing', async () => {
    const path = join(makeFolder(), 'claims.db')
    writeFileSync(path, '')
    SqliteStore.open(path).close()
    await openForReading(path).close()
  })

  it('is refused for reading', () => {
    const path = join(makeFolder(), 'claims.db')
    writeFileSync(path, '')
    expect(() => openForReading(path)).toThrow(unusable('is empty'))
  })
})

describe.each([
  ['writing', (path: string) => SqliteStore.open(path).close()],
  ['reading', (path: string) => openForReading(path)],
])('for %s', (_, open) => {
  it('a file that is no database is refused untouched', () => {
    const folder = makeFolder()
    const path = join(folder, 'notes.txt')
    writeFileSync(path, 'Officials said nothing.\n'.repeat(20))
    expectUntouched(folder, path, () => expect(() => open(path)).toThrow(unusable('is no database')))
  })

  it('a short file that begins like a database is refused untouched', () => {
    const folder = makeFolder()
    const path = join(folder, 'short.db')
    writeFileSync(path, 'SQLite format 3\0')
    expectUntouched(folder, path, () => expect(() => open(path)).toThrow(unusable('is no database')))
  })

  it("another program's database is refused untouched, in WAL mode too", () => {
    const folder = makeFolder()
    const path = join(folder, 'other.db')
    const other = new Database(path)
    other.pragma('journal_mode = WAL')
    other.exec('CREATE TABLE claim (id TEXT)')
    other.close()
    expectUntouched(folder, path, () => expect(() => open(path)).toThrow(unusable("none of Hearsay's")))
  })

  it('a folder is refused', () => {
    const path = join(makeFolder(), 'folder.db')
    mkdirSync(path)
    expect(() => open(path)).toThrow(unusable('is a folder'))
  })

  it('a newer schema is refused untouched, naming the release that it needs', () => {
    const path = storeRecords([])
    const database = new Database(path)
    database.exec("INSERT INTO migration VALUES (99, 'far-future', '7.1.0', '2036-01-01')")
    database.pragma('user_version = 99')
    database.pragma('journal_mode = DELETE')
    database.close()
    const before = readFileSync(path)
    expect(() => open(path)).toThrow(unusable('needs Hearsay >= 7.1.0'))
    expect(readFileSync(path)).toEqual(before)
  })

  it('a damaged database is refused', () => {
    const path = storeRecords([])
    const bytes = readFileSync(path)
    // The first page's cells: the schema itself.
    bytes.fill(0xff, 100, 4096)
    writeFileSync(path, bytes)
    expect(() => open(path)).toThrow(unusable('is damaged'))
  })
})

it('names the damage when it only shows in a query', async () => {
  const path = storeRecords([buildArticleRecord('Ms Roy said so.', [{ source: 'Ms Roy', cue: 'said', content: 'so' }])])
  const database = new Database(path)
  const page = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'claim'").pluck().get() as number
  database.close()
  const bytes = readFileSync(path)
  bytes.fill(0xff, (page - 1) * 4096, page * 4096)
  writeFileSync(path, bytes)
  const reader = readUntilTestEnds(path)
  await expect(findClaims(reader.database)).rejects.toThrow(unusable('is damaged'))
})

it('a full disk is told from a broken database', () => {
  const path = join(makeFolder(), 'full.db')
  const database = new Database(path)
  database.exec('CREATE TABLE filler (bytes BLOB)')
  database.pragma('max_page_count = 3')
  const fill = () => database.prepare('INSERT INTO filler VALUES (zeroblob(100000))').run()
  expect(() => withClearErrors(path, fill)).toThrow(
    expect.objectContaining({ exitCode: 74, message: expect.stringContaining('disk is full') }),
  )
  database.close()
})

it('a database that another program locks is refused', () => {
  const path = storeRecords([])
  const database = new Database(path, { timeout: 0 })
  const other = new Database(path)
  other.exec('BEGIN IMMEDIATE')
  expect(() => withClearErrors(path, () => database.exec('BEGIN IMMEDIATE'))).toThrow(unusable('is locked'))
  other.close()
  database.close()
})

function expectUntouched(folder: string, path: string, action: () => void): void {
  const before = readFileSync(path)
  action()
  expect(readFileSync(path)).toEqual(before)
  expect(readdirSync(folder)).toHaveLength(1)
}
