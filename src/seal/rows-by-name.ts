import { type ArticleRows, type ArticleTableName, articleTable } from './article-tables.ts'
import type { Cell } from './canonical-form.ts'

/** A row's cells by the names of their columns. */
export type NamedRow = Readonly<Record<string, Cell>>

/** The rows of one table, each with the names of its columns. */
export function nameCells(rows: ArticleRows, table: ArticleTableName): NamedRow[] {
  const { columns } = articleTable(table)
  return rows[table].map(cells => Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? null])))
}
