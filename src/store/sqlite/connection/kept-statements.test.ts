import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { KeptStatements } from './kept-statements.ts'

const numbers = new Database(':memory:')
numbers.exec('CREATE TABLE number (value INTEGER); INSERT INTO number VALUES (1), (2), (3)')
const ALL = 'SELECT value FROM number ORDER BY value'

it('prepares what is asked again once, and the oldest of many anew', () => {
  const kept = new KeptStatements(numbers)
  const first = kept.prepare(ALL)
  expect(kept.prepare(ALL)).toBe(first)
  for (let other = 0; other < 200; other += 1) kept.prepare(`SELECT ${other}`)
  expect(kept.prepare(ALL)).not.toBe(first)
})

it('gives another one to whoever asks while its rows are read', () => {
  const kept = new KeptStatements(numbers)
  const pairs: unknown[][] = []
  for (const { value: one } of kept.prepare(ALL).iterate() as Iterable<{ value: number }>)
    for (const { value: two } of kept.prepare(ALL).iterate() as Iterable<{ value: number }>) pairs.push([one, two])
  expect(pairs).toHaveLength(9)
})
