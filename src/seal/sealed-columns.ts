import { type ColumnName, columnsOf, type TableName } from '../catalogue/tables.ts'
import type { Reals } from './canonical-form.ts'

/** How a table's rows are sealed. */
export interface SealedTable<Name extends TableName = TableName> {
  readonly name: Name
  /** In the order of the cells. Those first that tell the rows of one article apart. */
  readonly columns: readonly string[]
  /** The same as the store names them. */
  readonly stored: readonly ColumnName<Name>[]
  readonly reals: Reals
  /** How many of the cells there were from the first: a row with nothing in the later ones is written without them. */
  readonly firstCells: number
  /** Came when articles had been sealed without it. */
  readonly isLater: boolean
}

/**
 * Every column but the numbers that a store gives its rows for itself. A column that refers to a row names it by its id, which
 * is the same in every store: `source` here for `source_rowid` there.
 *
 * @param without columns that are not sealed, by the names that they would have here
 */
export function sealedTable<Name extends TableName>(
  name: Name,
  { without = [], isLater = false }: { readonly without?: readonly string[]; readonly isLater?: boolean } = {},
): SealedTable<Name> {
  const columns = columnsOf(name)
    .filter(([, { isRowNumber }]) => !isRowNumber)
    .map(([stored, column]) => ({ ...column, stored, sealed: sealedName(stored, column.refersTo !== null) }))
    .filter(({ sealed }) => !without.includes(sealed))
  const firstLater = columns.findIndex(column => column.isLater)
  return {
    name,
    columns: columns.map(({ sealed }) => sealed),
    stored: columns.map(({ stored }) => stored as ColumnName<Name>),
    reals: new Set(columns.flatMap(({ type }, place) => (type === 'double precision' ? [place] : []))),
    firstCells: firstLater < 0 ? columns.length : firstLater,
    isLater,
  }
}

function sealedName(stored: string, isReference: boolean): string {
  return isReference ? stored.replace(/_(?:rowid|id)$/, '') : stored
}
