import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeFolder, readUntilTestEnds, storeRecords } from '../../../test/support/stored-database.ts'

it('gives columns and rows, also of columns with the same name', () => {
  const { columns, rows } = readUntilTestEnds(storeRecords([])).select("SELECT 1 AS n, 'a' AS n UNION SELECT 2, 'b'")
  expect(columns).toEqual(['n', 'n'])
  expect([...rows]).toEqual([
    [1, 'a'],
    [2, 'b'],
  ])
})

it.each([
  ["INSERT INTO skipped VALUES (1, 1, 'x', 'y')", 'Only a query'],
  ['DROP TABLE claim', 'Only a query'],
  ["ATTACH ':memory:' AS other", 'Only a query'],
  ['PRAGMA query_only = 0', 'Only a query'],
  ['SELECT 1; SELECT 2', 'does not work'],
  ['SELEC 1', 'does not work'],
  ['', 'does not work'],
])('refuses %s', (query, words) => {
  const reader = readUntilTestEnds(storeRecords([]))
  expect(() => reader.select(query)).toThrow(
    expect.objectContaining({ exitCode: 2, message: expect.stringContaining(words) }),
  )
})

it('refuses to copy the database elsewhere', () => {
  const copy = join(makeFolder(), 'copy.db')
  const reader = readUntilTestEnds(storeRecords([]))
  expect(() => reader.select(`VACUUM INTO '${copy}'`)).toThrow('Only a query')
  expect(existsSync(copy)).toBe(false)
})

it('stops with a clear error when the query fails while it runs', () => {
  const reader = readUntilTestEnds(storeRecords([]))
  const { rows } = reader.select("SELECT json_extract('{', '$.a')")
  expect(() => [...rows]).toThrow(expect.objectContaining({ exitCode: 2 }))
})
