import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedWordsOf, wordsOf } from './words.ts'

/** Gives texts to SQLite's own tokeniser. */
function tokenise(texts: Iterable<string>): Map<number, string[]> {
  const database = new Database(':memory:')
  try {
    database.exec(`
      CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
      CREATE VIRTUAL TABLE words USING fts5vocab (texts, 'instance')`)
    const insert = database.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)')
    let rowid = 0
    database.transaction(() => {
      for (const text of texts) insert.run(++rowid, text)
    })()
    const words = new Map<number, string[]>()
    const rows = database.prepare<[], [number, string]>('SELECT doc, term FROM words ORDER BY doc, offset').raw()
    for (const [text, word] of rows.iterate()) {
      const known = words.get(text)
      if (known === undefined) words.set(text, [word])
      else known.push(word)
    }
    return words
  } finally {
    database.close()
  }
}

test('every character is part of a word, ends one or is dropped as in SQLite', () => {
  // What is left out is unassigned but for the last two planes, which are for private use, all alike.
  const codes = Array.from({ length: 0x32000 }, (_, code) => code).filter(code => code > 0 && !isSurrogate(code))
  const words = [...codes, 0xe0001, 0xe0100, 0xf0000, 0x10fffd, 0x10ffff].map(
    code => `a${String.fromCodePoint(code)}b${code.toString(16)}`,
  )
  const texts = Array.from({ length: Math.ceil(words.length / 256) }, (_, index) =>
    words.slice(256 * index, 256 * (index + 1)).join(' '),
  )
  const known = tokenise(texts)
  const different = texts.flatMap((text, index) => {
    const expected = known.get(index + 1) ?? []
    return wordsOf(text).flatMap(({ folded }, place) =>
      folded === expected[place] ? [] : [`${folded} for ${expected[place]}`],
    )
  })
  expect(different).toEqual([])
  expect(texts.flatMap(wordsOf)).toHaveLength([...known.values()].flat().length)
})

test('words of any text are those of SQLite', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'The café’s well-known U.S. chef',
      'e\u0301te\u0301',
      'ΣΊΣΥΦΟΣ',
      'STRASSE straße',
      'İstanbul',
      "it's O'Neill's",
      '1,000.50e-3',
      'x@example.org',
      'https://example.org/a?b=c',
      '½ x²',
      '“quoted”',
      'wow🥳great 👩‍🚀 日本語 ไทย नमस्ते ١٢٣',
      '\u0301',
      'Đorđe ǅ ﬁne',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(' ', ' ', '-', '…', '\r\n', '\u00a0', '\u200d'),
  )
  const texts = fc
    .sample(fc.array(piece, { maxLength: 10 }), 1_000)
    .map(pieces => pieces.join('').toWellFormed().replaceAll('\0', ' '))
  const known = tokenise(texts)
  for (const [index, text] of texts.entries()) {
    const words = known.get(index + 1) ?? []
    expect(wordsOf(text).map(({ folded }) => folded)).toEqual(words)
    expect(foldedWordsOf(text)).toEqual(words)
  }
})

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff
}
