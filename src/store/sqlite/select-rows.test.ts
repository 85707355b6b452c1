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

it('gives whole numbers exactly: as numbers where these can hold them, else as text', () => {
  const reader = readUntilTestEnds(storeRecords([]))
  const { rows } = reader.select(
    `SELECT 9223372036854775807, -9223372036854775807 - 1, 9007199254740993, 9007199254740991, -9007199254740991, 0, 1.5, 1e300, NULL, 'x', x'01'`,
  )
  expect([...rows]).toEqual([
    [
      '9223372036854775807',
      '-9223372036854775808',
      '9007199254740993',
      9007199254740991,
      -9007199254740991,
      0,
      1.5,
      1e300,
      null,
      'x',
      Buffer.from([1]),
    ],
  ])
})

it.each([
  ["INSERT INTO entity VALUES (1, 'x', 'y', 'person')", 'Only a query'],
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
