import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRecord, anyText } from '../../test/support/any-record.ts'
import { withVoices } from '../../test/support/article-voices.ts'
import { makeVariety } from '../../test/support/variety.ts'
import { sealedRows } from '../store/seals/sealed-article.ts'
import { digestArticle, encodeArticle, sealArticle } from './article-digest.ts'
import { ARTICLE_TABLES, type ArticleRows, type ArticleTableName } from './article-tables.ts'
import type { Cell } from './canonical-form.ts'

const someRows = anyText
  .filter(text => text !== '')
  .chain(anyRecord)
  .map(sealedRows)

describe("an article's digest", () => {
  it('covers as many cells as each table has columns', () => {
    for (const rows of makeVariety().map(sealedRows))
      for (const { name, columns } of ARTICLE_TABLES)
        for (const row of rows[name]) expect([name, row.length]).toEqual([name, columns.length])
  })

  it('is what it was before there were voices, where an article has none', () => {
    expect(makeVariety().map(record => sealArticle(sealedRows(record)))).toEqual([
      {
        digest: '67afab56c6d4c600123c8dacb183d401dde6f676147764766af7ecfcc4454a35',
        sums: 'AQAASwAAAAQAAE6SK+MEAACyhDbMBQAAjzcEkmIQAACvENXlJKf0kkwQzqv/21WtAAAAAAAACQAAa+ri15tEUfa6AgAARzI=',
      },
      {
        digest: '17a9544745ee6600eb7084ce85eaffd7a30acba783408bd3dd4bb805ec587649',
        sums: 'AQAAIwAAAAEAAEsBAAAIAQAAfAMAAKPyUwAAAAAAAAIAAMtfAgAAqt8=',
      },
    ])
  })

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(someRows, rows => {
        const reversed = Object.fromEntries(ARTICLE_TABLES.map(({ name }) => [name, rows[name].toReversed()]))
        const bytes = Buffer.from(encodeArticle(rows))
        expect(bytes.equals(encodeArticle(reversed as unknown as ArticleRows))).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('is another when any cell is, a row is gone or one is there twice', () => {
    const [rows] = makeVariety().map(record => sealedRows(withVoices(record))) as [ArticleRows]
    const former = digestArticle(rows).toString('hex')
    const digests = new Set([former])
    let changes = 0
    const look = (name: ArticleTableName, changed: readonly (readonly Cell[])[]) => {
      digests.add(digestArticle({ ...rows, [name]: changed }).toString('hex'))
      changes += 1
    }
    for (const { name } of ARTICLE_TABLES) {
      for (const [index, row] of rows[name].entries()) {
        look(name, rows[name].toSpliced(index, 1))
        look(name, [...rows[name], row])
        for (const place of row.keys()) look(name, rows[name].with(index, row.with(place, other(row[place] as Cell))))
      }
    }
    expect(changes).toBeGreaterThan(300)
    expect(digests.size).toBe(changes + 1)
  })
})

function other(cell: Cell): Cell {
  if (cell === null) return 'something'
  return typeof cell === 'number' ? cell + 1 : `${cell} `
}
