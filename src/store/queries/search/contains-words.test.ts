import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readUntilTestEnds, storeRecords } from '../../../../test/support/stored-database.ts'
import { toFullTextQuery } from '../../full-text/fts5.ts'
import { findClaims } from '../claims.ts'

it.each([
  ['trade', '"trade"'],
  ['trade talks', '"trade" "talks"'],
  ['trade "shared values" tariff*', '"trade" "shared values" "tariff"*'],
  ['NOT (a OR b)', '"NOT" "(a" "OR" "b)"'],
  ['an "unfinished phrase', '"an" "unfinished" "phrase"'],
  ['- * "" …', '""'],
  ['', '""'],
])('%s becomes %s', (search, query) => {
  expect(toFullTextQuery(search)).toBe(query)
})

it('makes a valid query of anything', async () => {
  const { database } = readUntilTestEnds(storeRecords([]))
  const search = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '*', 'AND', '-', 'a', ' ', '\0')),
  )
  await fc.assert(
    fc.asyncProperty(search, async parts => {
      await expect(findClaims(database, { text: parts.join('').toWellFormed() })).resolves.toEqual([])
    }),
  )
})
