import type { Span } from '../../domain/span.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import type { ArticleRows, ArticleTableName } from '../../seal/article-tables.ts'
import type { Cell } from '../../seal/canonical-form.ts'
import { type NamedRow, nameCells } from '../../seal/rows-by-name.ts'

/** More of one word nobody looks through. */
const MOST_OCCURRENCES = 50

/** An article's rows as they stand, with what can be asked of all of them together. */
export class ArticleFacts {
  readonly id: string
  readonly text: CodePointText
  /** What each place said of the article. */
  readonly inputs: readonly NamedRow[]
  readonly #rows: ArticleRows
  readonly #named = new Map<ArticleTableName, readonly NamedRow[]>()
  readonly #written: string

  constructor(rows: ArticleRows, inputs: readonly NamedRow[]) {
    this.#rows = rows
    this.inputs = inputs
    const [article] = this.of('article')
    this.id = String(article?.id)
    this.#written = String(article?.text)
    this.text = new CodePointText(this.#written)
  }

  of(table: ArticleTableName): readonly NamedRow[] {
    const known = this.#named.get(table) ?? nameCells(this.#rows, table)
    this.#named.set(table, known)
    return known
  }

  /** All values that a column has, each once. */
  valuesOf(table: ArticleTableName, column: string): readonly Cell[] {
    return [...new Set(this.of(table).map(row => row[column] ?? null))]
  }

  where(table: ArticleTableName, column: string, value: Cell | undefined): readonly NamedRow[] {
    return this.of(table).filter(row => row[column] === value)
  }

  /** The numbers that rows of this table do not have, though they should: from 0 on, to one behind the last. */
  missingNumbers(rows: readonly NamedRow[]): readonly number[] {
    const taken = new Set(rows.map(({ sequence }) => sequence))
    return Array.from({ length: rows.length + 1 }, (_, number) => number).filter(number => !taken.has(number))
  }

  /** Where in the text these words stand, in code points. */
  find(words: Cell | undefined): readonly Span[] {
    const found: Span[] = []
    if (typeof words !== 'string' || words === '') return found
    const length = [...words].length
    for (let at = this.#written.indexOf(words); at >= 0 && found.length < MOST_OCCURRENCES; ) {
      const start = [...this.#written.slice(0, at)].length
      found.push({ start, end: start + length })
      at = this.#written.indexOf(words, at + 1)
    }
    return found
  }

  slice(start: Cell | undefined, end: Cell | undefined): string | null {
    return typeof start === 'number' && typeof end === 'number' ? this.text.slice({ start, end }) : null
  }
}
