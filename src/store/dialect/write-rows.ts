import { type RawBuilder, sql } from 'kysely'
import type { StoreDatabase, StoreSchema } from '../schema.ts'
import { dialectOf } from './dialect.ts'

/** How PostgreSQL is told what a value of JSON is; SQLite sees it. */
type ColumnType = 'text' | 'integer' | 'bigint' | 'double precision'
type Value = string | number | null

/** A table's columns, in the order in which rows give their values. */
export type Columns<Table extends keyof StoreSchema> = Readonly<
  Partial<Record<keyof StoreSchema[Table] & string, ColumnType>>
>

const ROWS_AT_ONCE = 5000

/** Inserts rows as one parameter, so that one statement serves however many there are. */
export async function insertRows<Table extends keyof StoreSchema>(
  database: StoreDatabase,
  table: Table,
  columns: Columns<Table>,
  rows: readonly (readonly Value[])[],
): Promise<void> {
  const names = sql.join(Object.keys(columns).map(name => sql.ref(name)))
  const values = selectValues(database, Object.values(columns) as ColumnType[])
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const json = JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE))
    await sql`insert into ${sql.table(table)} (${names}) ${values(json)}`.execute(database)
  }
}

/**
 * Rows of a statement's own, to be joined with tables.
 *
 * @returns what stands between brackets after FROM; the columns are named in order `c0`, `c1`, …
 */
export function givenRows(
  database: StoreDatabase,
  types: readonly ColumnType[],
  rows: readonly (readonly Value[])[],
): RawBuilder<unknown> {
  return selectValues(database, types)(JSON.stringify(rows))
}

function selectValues(database: StoreDatabase, types: readonly ColumnType[]): (json: string) => RawBuilder<unknown> {
  const isSqlite = dialectOf(database) === 'sqlite'
  const columns = sql.join(
    types.map((type, index) => {
      const value = sql`value ->> ${sql.raw(String(index))}`
      return isSqlite
        ? sql`${value} as ${sql.ref(`c${index}`)}`
        : sql`(${value})::${sql.raw(type)} as ${sql.ref(`c${index}`)}`
    }),
  )
  return json =>
    isSqlite
      ? sql`select ${columns} from json_each(${json})`
      : sql`select ${columns} from json_array_elements(${json}::json)`
}

/** A condition: whether a column is one of these, whose number does not change the statement. */
export function isAmong(
  database: StoreDatabase,
  column: string,
  values: readonly number[] | readonly string[],
): RawBuilder<boolean> {
  if (values.length === 0) return sql`1 = 0`
  const json = JSON.stringify(values)
  if (dialectOf(database) === 'sqlite') return sql`${sql.ref(column)} in (select value from json_each(${json}))`
  const type = sql.raw(typeof values[0] === 'string' ? 'text' : 'bigint')
  return sql`${sql.ref(column)} in (select value::${type} from json_array_elements_text(${json}::json))`
}
