import { ARTICLE_TABLES, type ArticleRows, type ArticleTableName } from '../../seal/article-tables.ts'
import type { Cell } from '../../seal/canonical-form.ts'
import { digestInput, digestLetter, inputOf, letterOf } from '../../seal/record-tables.ts'
import type { Leaf } from '../../seal/seal.ts'

/** A row as `sealed-sql.ts` selects it: a number of the store's, and the cells. */
export type NumberedRow = readonly [number: number, ...cells: Cell[]]

/** Rows of any number of articles. */
export type RowsOfArticles = Readonly<Record<ArticleTableName, readonly NumberedRow[]>>

type Grouped = Record<ArticleTableName, Cell[][]>

/** Parts rows by the numbers of their articles. */
export function groupByArticle(tables: RowsOfArticles): ReadonlyMap<number, ArticleRows> {
  const articles = new Map<number, Grouped>()
  for (const { name } of ARTICLE_TABLES)
    for (const [article, ...cells] of tables[name]) {
      const rows = articles.get(article) ?? noRows()
      articles.set(article, rows)
      rows[name].push(cells)
    }
  return articles
}

function noRows(): Grouped {
  return Object.fromEntries(ARTICLE_TABLES.map(({ name }): [string, Cell[][]] => [name, []])) as Grouped
}

export interface NumberedLeaf extends Leaf {
  readonly number: number
}

/** @param leftOut of all these inputs, those of one in their sequence */
export function toInputLeaves(inputs: readonly NumberedRow[], leftOut: readonly NumberedRow[]): NumberedLeaf[] {
  const passages = Map.groupBy(leftOut, ([input]) => input)
  return inputs.map(([number, ...cells]) => {
    const rows = (passages.get(number) ?? []).map(([, ...row]) => row)
    return { number, kind: 'input', subject: inputOf(cells), digest: digestInput(cells, rows) }
  })
}

export function toLetterLeaves(letters: readonly NumberedRow[]): NumberedLeaf[] {
  return letters.map(([number, ...cells]) => {
    return { number, kind: 'dead_letter', subject: letterOf(cells), digest: digestLetter(cells) }
  })
}
