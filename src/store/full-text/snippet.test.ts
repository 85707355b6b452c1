import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toFullTextQuery } from './fts5.ts'
import { FOUND, makeSnippet } from './snippet.ts'

const WORDS = [
  'rents',
  'rose',
  'the',
  'trade',
  'talks',
  'Élan',
  'well-known',
  'tariff',
  'tariffs',
  '😀',
  'said.',
  'so:',
]

test('a snippet is the one that SQLite itself would show', () => {
  const database = new Database(':memory:')
  database.exec("CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')")
  const word = fc.constantFrom(...WORDS)
  const text = fc.array(word, { minLength: 1, maxLength: 120 }).map(words => words.join(' '))
  const search = fc.array(fc.constantFrom('rents', '"trade talks"', 'tar*', 'elan', '"the the"', 'well-known'), {
    minLength: 1,
    maxLength: 3,
  })
  fc.assert(
    fc.property(text, search, (text, terms) => {
      database.exec('DELETE FROM texts')
      database.prepare('INSERT INTO texts (text) VALUES (?)').run(text)
      const [shown] = database
        .prepare<[string, string, string], string>(
          "SELECT snippet(texts, 0, ?, ?, '…', 48) FROM texts WHERE texts MATCH ?",
        )
        .pluck()
        .all(FOUND.start, FOUND.end, toFullTextQuery(terms.join(' ')))
      if (shown !== undefined) expect(makeSnippet(text, terms.join(' '))).toBe(shown)
    }),
    { numRuns: 500 },
  )
  database.close()
})

test('a text without the words is shown from its beginning', () => {
  expect(makeSnippet('That rents rose.', 'trade')).toBe('That rents rose.')
})
