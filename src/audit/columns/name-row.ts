import { type ArticleTableName, articleTable } from '../../seal/article-tables.ts'
import type { Cell } from '../../seal/canonical-form.ts'

/** By which cells rows of a table are told apart, where these are more than the first. */
const TOLD_BY: Readonly<Partial<Record<ArticleTableName, number>>> = {
  claim_span: 3,
  source_span: 2,
  evidence: 3,
  voice_evidence: 2,
}
/** Of rows that hang on the article itself it says nothing which article that is. */
const OF_ARTICLE: ReadonlySet<ArticleTableName> = new Set(['mention', 'candidate', 'done'])

/** What a row of an article goes by: `b6fdcb98… cue 0`, `sequence 3`. */
export function nameRow(table: ArticleTableName, cells: readonly Cell[]): string {
  if (OF_ARTICLE.has(table)) return `${columnOf(table, 1)} ${cells[1]}`
  return cells
    .slice(0, TOLD_BY[table] ?? 1)
    .filter(cell => cell !== null)
    .join(' ')
}

function columnOf(table: ArticleTableName, place: number): string {
  return articleTable(table).columns[place] ?? ''
}
