import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { makeFolder, readUntilTestEnds, storeRecords } from '../../../test/support/stored-database.ts'
import { makeVariety } from '../../../test/support/variety.ts'
import { findOtherObjects } from './check-schema.ts'
import { connectForWriting } from './connect.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/all-migrations.ts'

function after(...statements: readonly string[]): string[] {
  const database = connectForWriting(join(makeFolder(), 'claims.db'))
  for (const statement of statements) database.exec(statement)
  const problems = findOtherObjects(database)
  database.close()
  return problems
}

describe('tables, indexes, views and triggers', () => {
  it.each(MIGRATIONS.map(({ number }) => number))('are those that were made, upgraded from schema %i too', number => {
    const database = new Database(':memory:')
    // Without what makes rows: that goes by the tables of this version.
    migrate(
      database,
      ':memory:',
      MIGRATIONS.slice(0, number).map(({ afterwards: _, ...tables }) => tables),
    )
    migrate(database, ':memory:', MIGRATIONS)
    expect(findOtherObjects(database)).toEqual([])
    database.close()
  })

  it('are missed, and known for others', () => {
    expect(after('DROP VIEW v_audit')).toEqual(['the view v_audit is missing'])
    expect(after('DROP VIEW v_audit', 'CREATE VIEW v_audit AS SELECT 1 AS claim_id')).toEqual([
      'the view v_audit is not as this Hearsay makes it',
    ])
    expect(after('DROP INDEX seal_leaf_seal')).toEqual(['the index seal_leaf_seal is missing'])
    expect(after('ALTER TABLE claim ADD COLUMN mine TEXT')).toEqual(['the table claim is not as this Hearsay makes it'])
    expect(after('CREATE TRIGGER mine AFTER INSERT ON claim BEGIN DELETE FROM claim; END')).toEqual([
      "the trigger mine on claim is none of Hearsay's",
    ])
  })

  it('may have others beside them', () => {
    const problems = after(
      'CREATE TABLE note (claim_id TEXT)',
      'CREATE INDEX note_claim ON note (claim_id)',
      'CREATE VIEW mine AS SELECT * FROM v_claim',
      'ANALYZE',
    )
    expect(problems).toEqual([])
  })
})

it('what lies behind the last page is seen', async () => {
  const path = storeRecords(makeVariety())
  expect(await readUntilTestEnds(path).checkIntegrity()).toEqual([])
  appendFileSync(path, 'ten bytes.')
  expect(await readUntilTestEnds(path).checkIntegrity()).toEqual(['10 bytes lie in the file behind its last page'])
})

it('a query of a table that is gone says so in a sentence', async () => {
  const path = storeRecords(makeVariety())
  const database = new Database(path)
  database.exec('DROP TABLE seal_leaf')
  database.close()
  const query = readUntilTestEnds(path).database.selectFrom('seal_leaf').selectAll().execute()
  await expect(query).rejects.toThrow(/lacks what Hearsay made there \(no such table: seal_leaf\); restore a copy/)
})
