import { expect, it } from 'vitest'
import { makeVariety } from '../../../test/support/variety.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import { sealArticle } from '../../seal/article-digest.ts'
import { ARTICLE_TABLES, type ArticleRows, type ArticleTableName } from '../../seal/article-tables.ts'
import type { Cell } from '../../seal/canonical-form.ts'
import { sealedRows } from '../../store/seals/sealed-article.ts'
import { findColumns } from './find-columns.ts'

const [record] = makeVariety() as [ArticleRecord]
const rows = sealedRows(record)
const sealed = sealArticle(rows)

function placeOf(table: ArticleTableName, column: string): number {
  const columns: readonly string[] = ARTICLE_TABLES.find(({ name }) => name === table)?.columns ?? []
  return columns.indexOf(column)
}

function change(table: ArticleTableName, column: string, to: (cell: Cell) => Cell, row = 0): ArticleRows {
  const place = placeOf(table, column)
  const changed = rows[table].map((cells, index) =>
    index === row ? cells.with(place, to(cells[place] ?? null)) : cells,
  )
  return { ...rows, [table]: changed }
}

it.each<[ArticleTableName, string, (cell: Cell) => Cell]>([
  ['claim', 'act', act => (act === 'denial' ? 'promise' : 'denial')],
  ['claim', 'negated', negated => 1 - Number(negated)],
  ['claim', 'context_start', start => Number(start) + 1],
  ['claim', 'end', end => Number(end) + 1],
  ['claim_span', 'start', start => Number(start) + 1],
  ['claim_span', 'text', text => `${text}!`],
  ['source', 'naming', naming => (naming === 'unstated' ? 'named' : 'unstated')],
  ['source', 'text', text => `${text} Jr`],
  ['article', 'claim_count', count => Number(count) + 3],
  ['done', 'sequence', sequence => Number(sequence) + 7],
])('finds that %s.%s was changed, and what stood there', (table, column, to) => {
  const changed = change(table, column, to)
  const before = rows[table][0]?.[placeOf(table, column)]
  expect(findColumns(changed, sealed, [])).toMatchObject([
    { table, change: 'changed', columns: [column], isCertain: true, sealed: { [column]: before } },
  ])
})

it('finds two changes in two rows', () => {
  const one = change('claim', 'act', act => (act === 'denial' ? 'promise' : 'denial'))
  const changed = { ...one, source: change('source', 'kind', kind => (kind === 'group' ? 'person' : 'group')).source }
  expect(findColumns(changed, sealed, [])).toMatchObject([
    { table: 'source', columns: ['kind'], isCertain: true },
    { table: 'claim', columns: ['act'], isCertain: true },
  ])
})

it('names a reference as the store does', () => {
  const changed = change('claim', 'source', source => (source === null ? 'x' : null))
  expect(findColumns(changed, sealed, [])).toMatchObject([
    { table: 'claim', columns: ['source_rowid'], kinds: ['reference'], isCertain: true },
  ])
})

it('names an id that is not that of its row, however many rows refer to it', () => {
  const [claim] = record.claims
  const renamed = (cells: readonly Cell[]) => cells.map(cell => (cell === claim?.id ? 'f'.repeat(20) : cell))
  const changed = Object.fromEntries(
    Object.entries(rows).map(([table, all]) => [table, all.map(renamed)]),
  ) as unknown as ArticleRows
  expect(findColumns(changed, sealed, [])).toMatchObject([
    { table: 'claim', columns: ['id'], kinds: ['id'], isCertain: true, sealed: { id: claim?.id } },
  ])
})

it('names the columns that may have been changed where nothing tells which', () => {
  const changed = change('article', 'title', () => 'Never heard of')
  const [place] = findColumns(changed, sealed, [])
  expect(place).toMatchObject({ table: 'article', row: record.article.id, isCertain: false })
  expect(place?.columns).toContain('title')
  expect(place?.columns).not.toContain('text')
})

it('tells rows that were added from rows that have gone', () => {
  const [first, ...others] = rows.candidate
  const fewer = findColumns({ ...rows, claim_span: rows.claim_span.slice(1), candidate: others }, sealed, [])
  expect(fewer).toContainEqual(expect.objectContaining({ table: 'claim_span', change: 'gone' }))
  if (first !== undefined)
    expect(findColumns({ ...rows, candidate: [...rows.candidate, first] }, sealed, [])).toMatchObject([
      { table: 'candidate', change: 'added' },
    ])
})

it('tries nothing when it is told so, and still names the rows', () => {
  const changed = change('claim', 'act', act => (act === 'denial' ? 'promise' : 'denial'))
  const [place] = findColumns(changed, sealed, null)
  expect(place).toMatchObject({ table: 'claim', row: record.claims[0]?.id, isCertain: false })
  expect(place?.columns).toContain('act')
})
