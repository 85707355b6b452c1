import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { makeFolder } from '../../../test/support/stored-database.ts'
import { APPLICATION_ID } from './connection/inspect-file.ts'
import { migrate, requireSchema } from './migrate.ts'
import { MIGRATIONS } from './migrations/all-migrations.ts'
import type { Migration } from './migrations/migration.ts'
import { VIEWS } from './views.ts'

const second: Migration = {
  number: MIGRATIONS.length + 1,
  name: 'add-note',
  since: '0.2.0',
  sql: 'ALTER TABLE article ADD COLUMN note TEXT',
}
const broken: Migration = {
  ...second,
  number: MIGRATIONS.length + 2,
  name: 'break',
  sql: 'ALTER TABLE article ADD COLUMN other TEXT; SELECT * FROM nowhere',
}

it('are numbered without a gap', () => {
  expect(MIGRATIONS.map(migration => migration.number)).toEqual(MIGRATIONS.map((_, index) => index + 1))
})

it('marks the file as Hearsay’s and records every step', () => {
  const database = open()
  migrate(database, 'claims.db', MIGRATIONS)
  expect(database.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  expect(database.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  expect(database.prepare('SELECT name FROM migration').pluck().all()).toEqual(MIGRATIONS.map(({ name }) => name))
})

it('applies only what is missing and makes the views anew', () => {
  const database = open()
  migrate(database, 'claims.db', MIGRATIONS)
  database.exec('DROP VIEW v_article; CREATE VIEW v_article AS SELECT 1 AS stale')
  migrate(database, 'claims.db', [...MIGRATIONS, second])
  expect(database.prepare('SELECT note FROM article').all()).toEqual([])
  for (const name of Object.keys(VIEWS)) expect(database.prepare(`SELECT * FROM ${name}`).all()).toEqual([])
})

it('keeps the rows of the first schema, with nothing where it had no column', () => {
  const database = open()
  migrate(database, 'claims.db', MIGRATIONS.slice(0, 1))
  database.exec(`
    INSERT INTO article (rowid, id, uri, raw_sha256, decoded_as, warnings, text) VALUES (1, 'a', 'a.txt', 'r', 'utf-8', '[]', 'Aides said no.');
    INSERT INTO source (rowid, id, article_rowid, text, naming, kind) VALUES (1, 's', 1, 'Aides', 'unnamed', 'group');
    INSERT INTO claim (rowid, id, article_rowid, source_rowid, quotation, act, negated, hedged, confidence, cue_lemma, start, end, context_start, context_end)
      VALUES (1, 'c', 1, 1, 'indirect', 'statement', 0, 0, 1, 'say', 0, 13, 0, 14);
    INSERT INTO mention (article_rowid, sequence, start, end, text, type) VALUES (1, 0, 0, 5, 'Aides', 'group');`)
  migrate(database, 'claims.db', MIGRATIONS)
  expect(database.prepare('SELECT source, claims, rank, granted_by, corroborated FROM v_anonymous').all()).toEqual([
    { source: 'Aides', claims: 1, rank: null, granted_by: null, corroborated: 0 },
  ])
  expect(database.prepare('SELECT hop, teller, source FROM v_chain ORDER BY hop').all()).toEqual([
    { hop: 0, teller: 'source', source: 'Aides' },
    { hop: 1, teller: 'article', source: 'a.txt' },
  ])
  expect(database.prepare('SELECT text, chain, name_start FROM mention').all()).toEqual([
    { text: 'Aides', chain: null, name_start: null },
  ])
})

it('applies all missing steps or none', () => {
  const database = open()
  migrate(database, 'claims.db', MIGRATIONS)
  expect(() => migrate(database, 'claims.db', [...MIGRATIONS, second, broken])).toThrow('nowhere')
  expect(database.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  expect(() => database.prepare('SELECT note FROM article')).toThrow('no such column')
  expect(database.prepare('SELECT count(*) FROM v_article').pluck().get()).toBe(0)
})

it('tells a reader of an older schema how to bring it up to date', () => {
  const database = open()
  migrate(database, 'claims.db', MIGRATIONS)
  expect(() => requireSchema(database, 'claims.db', [...MIGRATIONS, second])).toThrow(
    expect.objectContaining({ exitCode: 4, message: expect.stringContaining('hearsay run PATH --db claims.db') }),
  )
})

function open(): Database.Database {
  const database = new Database(join(makeFolder(), 'claims.db'))
  onTestFinished(() => void database.close())
  return database
}
