import { namesOf, TABLES, type TableName } from '../../catalogue/tables.ts'

export type TransferredTable = TableName

/** What goes from one store to another: tables stand in the order in which they refer to one another. */
export const TRANSFERRED = Object.keys(TABLES) as TransferredTable[]

/** Every column of every table but numbers that a store gives out for itself and nothing refers to. */
export const COLUMNS = Object.fromEntries(TRANSFERRED.map(table => [table, namesOf(table)])) as unknown as {
  readonly [Table in TransferredTable]: ReturnType<typeof namesOf<Table>>
}

/** The columns as SQL; `end` is a word of its own in PostgreSQL. */
export function list(columns: readonly string[], of?: string): string {
  return columns.map(column => (of === undefined ? quote(column) : `${of}.${quote(column)}`)).join(', ')
}

export function quote(column: string): string {
  return `"${column}"`
}
