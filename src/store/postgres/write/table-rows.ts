import type pg from 'pg'
import type { ColumnType } from '../../../catalogue/column.ts'
import { columnsOf, type TableName } from '../../../catalogue/tables.ts'
import { list } from '../../transfer/tables.ts'

type SentType = ColumnType | 'tsvector'
export type Value = string | number | null

/** The types of all columns of a table but a number that the store gives by itself. */
export function typesOf(table: TableName): Readonly<Record<string, ColumnType>> {
  return Object.fromEntries(columnsOf(table).flatMap(([name, { type, isGiven }]) => (isGiven ? [] : [[name, type]])))
}

/**
 * Rows to be inserted into one table with one statement: an array a column, which `unnest` makes rows of again.
 *
 * PostgreSQL holds every character in a text but U+0000, which becomes U+FFFD, as it does where texts are decoded: one
 * character for one, so that no offset moves.
 */
export class TableRows {
  readonly #table: string
  readonly #names: readonly string[]
  readonly #types: readonly SentType[]
  readonly #columns: string[][]

  constructor(table: string, columns: Readonly<Record<string, SentType>>) {
    this.#table = table
    this.#names = Object.keys(columns)
    this.#types = Object.values(columns)
    this.#columns = this.#types.map(() => [])
  }

  /** @param values in the order of the columns */
  add(...values: readonly Value[]): void {
    for (const [index, column] of this.#columns.entries()) column.push(encode(values[index] ?? null))
  }

  /**
   * Inserts them all, in the order in which they were added.
   *
   * @param rest what follows in the statement: `ON CONFLICT …`, `RETURNING …`
   */
  async insert<Row extends pg.QueryResultRow>(client: pg.ClientBase, rest = ''): Promise<readonly Row[]> {
    const [first] = this.#columns
    if (first === undefined || first.length === 0) return []
    const arrays = this.#types.map((type, index) => `$${index + 1}::${type}[]`)
    const { rows } = await client.query<Row>(
      `INSERT INTO ${this.#table} (${list(this.#names)}) SELECT * FROM unnest(${arrays.join(', ')}) ${rest}`,
      this.#columns.map(column => `{${column.join(',')}}`),
    )
    return rows
  }
}

/** A text with U+FFFD in place of every U+0000. */
export function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text
}

/** As an element of an array in PostgreSQL's own notation. */
function encode(value: Value): string {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  return `"${withoutNul(value).replace(/["\\]/g, '\\$&')}"`
}
