import type { Cell } from '../../seal/canonical-form.ts'
import { type ColumnKind, kindOf, storedName } from './column-kinds.ts'

/** Where in the store something does not agree. */
export interface Place {
  readonly table: string
  /** What the row goes by: its own id, or what it hangs on with its number there. Null where nobody can tell. */
  readonly row: string | null
  readonly change: 'changed' | 'added' | 'gone'
  /** Columns, as the store names them, that hold another value; where it is not certain which, those that may. */
  readonly columns: readonly string[]
  /** What these columns are about. */
  readonly kinds: readonly ColumnKind[]
  /** Whether it is just these columns. */
  readonly isCertain: boolean
  /** What was sealed there, by column, where that could be found again. */
  readonly sealed: Readonly<Record<string, Cell>>
}

type Known = Pick<Place, 'table' | 'row'> & Partial<Pick<Place, 'change' | 'isCertain' | 'sealed'>>

/** @param columns as they are sealed */
export function placeOf(known: Known, columns: readonly string[]): Place {
  const { table, row, change = 'changed', isCertain = false, sealed = {} } = known
  const kinds = [...new Set(columns.map(column => kindOf(table, column)))]
  const stored = Object.fromEntries(Object.entries(sealed).map(([column, cell]) => [storedName(table, column), cell]))
  return {
    table,
    row,
    change,
    columns: columns.map(column => storedName(table, column)),
    kinds,
    isCertain,
    sealed: stored,
  }
}

/** `act (label)`, `start, end (offset)` */
export function nameColumns({ columns, kinds }: Pick<Place, 'columns' | 'kinds'>): string {
  return `${columns.join(', ')} (${kinds.map(kind => kind.replaceAll('-', ' ')).join(', ')})`
}
