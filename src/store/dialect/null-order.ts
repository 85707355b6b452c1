import type { OrderByItemBuilder } from 'kysely'

/*
 * Where rows without a value stand: SQLite takes NULL for the least of all values, PostgreSQL for the greatest, so every
 * order by a column that may be NULL says it. (Where it cannot be NULL this would keep PostgreSQL from using an index.)
 */

/** Ascending, NULL first. */
export const nullsFirst = (column: OrderByItemBuilder) => column.asc().nullsFirst()

/** Descending, NULL last. */
export const nullsLastDescending = (column: OrderByItemBuilder) => column.desc().nullsLast()
