import { PostgresAdapter } from 'kysely'
import type { StoreDatabase } from '../schema.ts'

/** Whose SQL a database speaks. Queries are written in what both understand; what differs asks for this. */
export type Dialect = 'sqlite' | 'postgres'

export function dialectOf(database: StoreDatabase): Dialect {
  return database.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
}
