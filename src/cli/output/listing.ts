import type { CsvCell } from '../../export/tables/csv-row.ts'

/** One column of a table. */
export interface Column<Row> {
  readonly heading: string
  readonly cell: (row: Row) => string | number | null
  /** Widest it may get, in columns of the terminal. */
  readonly most?: number
  /** How much of what is left over it takes; the columns without take what they need. */
  readonly share?: number
  readonly alignRight?: boolean
}

/** What a command lists: rows as they are for programs, and columns of them for people. */
export interface Listing<Row extends object> {
  readonly rows: Iterable<Row> | AsyncIterable<Row>
  readonly columns: readonly Column<Row>[]
  /** The same rows as cells in the order of `fields`, where there are so many that a table of them costs more than to count them. */
  readonly cells?: Iterable<readonly CsvCell[]>
  /** Names of a row's fields, in order; only where they are known before the first row. */
  readonly fields?: readonly string[]
  /** Whether plain lines begin with one of headings: where the columns are many, and no sentence before them names them. */
  readonly isHeaded?: boolean
}
