import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { collect } from '../../../../test/support/collect.ts'
import { makeFolder, readUntilTestEnds, storeRecords } from '../../../../test/support/stored-database.ts'

it('gives columns and rows, also of columns with the same name', async () => {
  const { columns, rows } = await readUntilTestEnds(storeRecords([])).select(
    "SELECT 1 AS n, 'a' AS n UNION SELECT 2, 'b'",
  )
  expect(columns).toEqual(['n', 'n'])
  expect(await collect(rows)).toEqual([
    [1, 'a'],
    [2, 'b'],
  ])
})

it('gives whole numbers exactly: as numbers where these can hold them, else as text', async () => {
  const reader = readUntilTestEnds(storeRecords([]))
  const { rows } = await reader.select(
    `SELECT 9223372036854775807, -9223372036854775807 - 1, 9007199254740993, 9007199254740991, -9007199254740991, 0, 1.5, 1e300, NULL, 'x', x'01'`,
  )
  expect(await collect(rows)).toEqual([
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
])('refuses %s', async (query, words) => {
  const reader = readUntilTestEnds(storeRecords([]))
  await expect(reader.select(query)).rejects.toThrow(
    expect.objectContaining({ exitCode: 2, message: expect.stringContaining(words) }),
  )
})

it('refuses to copy the database elsewhere', async () => {
  const copy = join(makeFolder(), 'copy.db')
  const reader = readUntilTestEnds(storeRecords([]))
  await expect(reader.select(`VACUUM INTO '${copy}'`)).rejects.toThrow('Only a query')
  expect(existsSync(copy)).toBe(false)
})

it('stops with a clear error when the query fails while it runs', async () => {
  const reader = readUntilTestEnds(storeRecords([]))
  const { rows } = await reader.select("SELECT json_extract('{', '$.a')")
  await expect(collect(rows)).rejects.toThrow(expect.objectContaining({ exitCode: 2 }))
})
