import {
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  type PostgresPoolClient,
  replaceWithNoncontingentExpression,
} from 'kysely'
import type pg from 'pg'
import type { EnteringStore } from '../entering-store.ts'
import type { StoreDatabase, StoreSchema } from '../schema.ts'
import { connectForWriting } from './connect.ts'
import { outlastConflicts } from './connection/outlast-conflicts.ts'
import { withClearErrors } from './connection/postgres-errors.ts'
import { inTransaction } from './connection/transaction.ts'

/** One process at a time enters articles; the others need not wait, for it enters theirs too. "Acro" in ASCII. */
const LOCK = 0x4163726f
/** As for reading: rows are found by index; see `open-for-reading.ts`. */
const PREPARE = 'SET random_page_cost = 1.1'

/**
 * Opens the tables of a server for entering articles across articles.
 *
 * @returns null where another process enters them right now
 * @throws HearsayError 4 (not usable) or 74 (disk full)
 */
export async function openForEntering(url: string): Promise<EnteringStore | null> {
  const client = await connectForWriting(url)
  const hasLock = await withClearErrors(url, async () => {
    await client.query(PREPARE)
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [LOCK])
    return rows[0]?.held === true
  }).catch(async (error: unknown) => {
    await client.end().catch(() => {})
    throw error
  })
  if (!hasLock) {
    await client.end().catch(() => {})
    return null
  }
  const database = queriesOn(client)
  return {
    read: async action => await withClearErrors(url, () => action(database)),
    transact: async action =>
      await withClearErrors(url, () => outlastConflicts(() => inTransaction(client, () => action(database)))),
    close: async () => {
      await database.destroy()
      await client.end().catch(() => {})
    },
  }
}

/** A handle for queries on one connection, in whatever transaction that is. */
function queriesOn(client: pg.Client): StoreDatabase {
  const connection = {
    query: (text: string, values: readonly unknown[]) => client.query(text, [...values]),
    release: () => {},
  } as unknown as PostgresPoolClient
  return new Kysely<StoreSchema>({
    dialect: new PostgresDialect({ pool: { options: {}, connect: async () => connection, end: async () => {} } }),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  })
}
