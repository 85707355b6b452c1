import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { toSearchWords, toVector, toVectorQuery } from './search-words.ts'

/** The words that FTS5 itself finds in a text, in order. */
function openFts5(): (text: string) => string[] {
  const database = new Database(':memory:')
  onTestFinished(() => void database.close())
  database.exec(`
    CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE word USING fts5vocab (search, instance)`)
  const insert = database.prepare('INSERT INTO search (rowid, text) VALUES (1, ?)')
  const clear = database.prepare('DELETE FROM search')
  const words = database.prepare<[], string>('SELECT term FROM word ORDER BY offset').pluck()
  return text => {
    clear.run()
    insert.run(text)
    return words.all()
  }
}

/** Scripts and signs of Unicode 6.1, which FTS5 knows; what has come since it takes for letters. */
const KNOWN: readonly (readonly [number, number])[] = [
  [0x20, 0x377],
  [0x37a, 0x37e],
  [0x384, 0x527],
  [0x531, 0x556],
  [0x5d0, 0x5ea],
  [0x620, 0x6ff],
  [0x904, 0x939],
  [0xe01, 0xe3a],
  [0x10d0, 0x10fa],
  [0x1e00, 0x1fff],
  [0x2000, 0x2064],
  [0x2070, 0x20b9],
  [0x2100, 0x2189],
  [0x2190, 0x23f3],
  [0x2460, 0x26ff],
  [0x3000, 0x312d],
  [0x4e00, 0x9fcc],
  [0xac00, 0xd7a3],
  [0xe000, 0xfa6d],
  [0xff00, 0xffff],
  [0x1f300, 0x1f320],
  [0x1f600, 0x1f640],
  [0x20000, 0x200ff],
]

it('cuts and folds every character as FTS5 does', () => {
  const fts5 = openFts5()
  const wrong: string[] = []
  for (const [first, last] of KNOWN) {
    // Sixteen at a time, each between letters of its own.
    for (let code = first; code <= last; code += 16) {
      const characters = Array.from({ length: Math.min(16, last - code + 1) }, (_, i) => String.fromCodePoint(code + i))
      const text = characters.map((character, i) => `Q${i}q${character}Ba`).join(' ')
      const [found, expected] = [toSearchWords(text), fts5(text)]
      if (found.join() !== expected.join()) wrong.push(`U+${code.toString(16)}: ${found.join()} for ${expected.join()}`)
    }
  }
  expect(wrong).toEqual([])
})

it('cuts texts as FTS5 does', () => {
  const fts5 = openFts5()
  const piece = fc.oneof(
    fc.constantFrom(
      'Élysée',
      'e\u0301te\u0301',
      'ΣΊΣΥΦΟΣ',
      'straße',
      'İstanbul',
      'U.S.',
      "it's",
      'state-of-the-art',
      '1,000.50',
      'x@example.org',
      'https://example.org/a?b=c',
      '½',
      '“quoted”',
      '😀',
      '\u0301',
      'Đorđe',
      'ﬁne',
    ),
    fc.string({ maxLength: 6 }),
    fc.constantFrom(' ', ' ', '-', '…', '\r\n', '\u00a0', '\u200d'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), pieces => {
      const text = pieces.join('').replaceAll('\0', ' ')
      expect(toSearchWords(text)).toEqual(fts5(text))
    }),
    { numRuns: 500 },
  )
})

it('writes the words of a text with all their places', () => {
  expect(toVector('Tariffs, Élysée tariffs')).toBe("'tariffs':1,3 'elysee':2")
  expect(toVector('“…”')).toBe('')
})

it.each([
  ['trade "shared values" tariff*', "'trade' & ('shared' <-> 'values') & 'tariff':*"],
  ['U.S.', "('u' <-> 's')"],
  ["it's*", "('it' <-> 's':*)"],
  ['a AND "b', "'a' & 'and' & 'b'"],
  ["x' | !y:*", "'x' & 'y':*"],
  ['“ ”', null],
  ['', null],
])('understands the search %s', (search, query) => {
  expect(toVectorQuery(search)).toBe(query)
})
