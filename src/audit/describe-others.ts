import { ARTICLE_TABLES, type ArticleRows, type ArticleTableName } from '../seal/article-tables.ts'
import type { Cell } from '../seal/canonical-form.ts'
import { findOtherRows, type OtherRows } from '../seal/row-sums.ts'

/** More of one table nobody reads. */
const MOST_NAMED = 3
/** By which cells rows of a table are told apart, where these are more than the first. */
const TOLD_BY: Readonly<Partial<Record<ArticleTableName, number>>> = { claim_span: 3, source_span: 2, evidence: 3 }
/** Of rows that hang on the article itself it says nothing which article that is. */
const OF_ARTICLE: ReadonlySet<ArticleTableName> = new Set(['mention', 'candidate', 'done'])

/** What of an article's rows is not as it was sealed, as a clause: which tables, and which of their rows. */
export function describeOthers(rows: ArticleRows, sums: string | null): string {
  const others = sums === null ? [] : find(rows, sums)
  if (others.length === 0) return 'some row was changed'
  return others.map(describeTable).join('; ')
}

function find(rows: ArticleRows, sums: string): OtherRows[] {
  try {
    return findOtherRows(rows, sums)
  } catch (error) {
    // A cell that cannot stand in its column.
    if (error instanceof RangeError) return []
    throw error
  }
}

function describeTable({ table, before, now }: OtherRows): string {
  const named = now.slice(0, MOST_NAMED).map(cells => nameRow(table, cells))
  const which = `${named.join(', ')}${now.length > MOST_NAMED ? ' …' : ''}`
  if (before === 0) return `${count(now.length, 'row')} of ${table} ${was(now.length)} added (${which})`
  if (now.length === 0) return `${count(before, 'row')} of ${table} ${before === 1 ? 'has' : 'have'} gone`
  if (before === now.length)
    return `${count(before, 'row')} of ${table} ${was(before)} changed in some column (${which})`
  return `there ${before === 1 ? 'was' : 'were'} ${count(before, 'row')} of ${table} where ${now.length} ${now.length === 1 ? 'is' : 'are'} now (${which})`
}

function nameRow(table: ArticleTableName, cells: readonly Cell[]): string {
  if (OF_ARTICLE.has(table)) return `${columnOf(table, 1)} ${cells[1]}`
  return cells
    .slice(0, TOLD_BY[table] ?? 1)
    .filter(cell => cell !== null)
    .join(' ')
}

function columnOf(table: ArticleTableName, place: number): string {
  return ARTICLE_TABLES.find(({ name }) => name === table)?.columns[place] ?? ''
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

function was(number: number): string {
  return number === 1 ? 'was' : 'were'
}
