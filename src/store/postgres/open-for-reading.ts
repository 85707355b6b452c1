import {
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  replaceWithNoncontingentExpression,
} from 'kysely'
import pg from 'pg'
import type { StoreReader } from '../reader.ts'
import type { StoreSchema } from '../schema.ts'
import { requireReadable } from './connect.ts'
import { clientConfig } from './connection/client-config.ts'
import { isConnectionLost, withClearErrors } from './connection/postgres-errors.ts'
import { checkIntegrity } from './read/check-integrity.ts'
import { selectRows } from './read/select-rows.ts'

/** As many pages of the site, or parts of an export, as are read at once. */
const CONNECTIONS = 4

/**
 * What every connection for reading begins with. A transaction sees one state of the database, as in SQLite, and no
 * connection can write. Pages of exports and lists are found by index: with the server's own idea of a slow disk it would
 * read whole tables for each; measured on 78,000 claims, an export took 15 s instead of 8, a search 0.5 s instead of 0.1.
 */
const PREPARE = `SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET random_page_cost = 1.1`

/**
 * Opens the tables of a PostgreSQL database for reading only.
 *
 * @throws HearsayError (4) when there is no such server, database or user, or the tables are none that this Hearsay reads
 *
 * @example
 * const reader = await openForReading('postgres://ann@db.example/news')
 * const claims = await findClaims(reader.database, { naming: ['anonymous'] })
 * await reader.close()
 */
export async function openForReading(url: string): Promise<StoreReader> {
  const pool = new pg.Pool({ ...clientConfig(url), max: CONNECTIONS })
  // A connection that is lost while it waits in the pool: the next query gets another one.
  pool.on('error', () => {})
  // One that is lost while somebody holds it: the query that runs, or the next one on it, is refused.
  pool.on('connect', client => client.on('error', () => {}))
  const database = new Kysely<StoreSchema>({
    dialect: new PostgresDialect({ pool: toKysely(pool, url) }),
    // SQLite takes "in ()" as it is.
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  })
  const close = async () => {
    await database.destroy()
    // What was never asked anything has not taken the pool over.
    if (!pool.ending) await pool.end()
  }
  try {
    await withClearErrors(url, async () => {
      const client = await pool.connect()
      try {
        await requireReadable(client, url)
      } finally {
        client.release()
      }
    })
  } catch (error) {
    await close()
    throw error
  }
  return {
    database,
    select: query => selectRows(url, query),
    checkIntegrity: () => checkIntegrity(database),
    close,
  }
}

/** What kysely needs of a pool, with every error of the server's and the network's made clear. */
function toKysely(pool: pg.Pool, url: string): PostgresPool {
  const prepared = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: {},
    connect: async () =>
      await withClearErrors(url, async () => {
        const client = await pool.connect()
        const known = prepared.get(client)
        if (known !== undefined) return known
        try {
          await client.query(PREPARE)
        } catch (error) {
          // The pool would else wait for it for ever, and once it has lost as many as it may have, for every query.
          client.release(true)
          throw error
        }
        const made = toKyselyClient(client, url)
        prepared.set(client, made)
        return made
      }),
    end: async () => await pool.end(),
  }
}

/** Without the driver's cursors: long results are read in pages, which hold no snapshot open. */
function toKyselyClient(client: pg.PoolClient, url: string): PostgresPoolClient {
  let isLost = false
  const query = async (text: string, values: readonly unknown[]) => {
    try {
      return await withClearErrors(url, () => client.query(text, values.map(withoutNul)))
    } catch (error) {
      isLost ||= isConnectionLost(error)
      throw error
    }
  }
  return {
    query: query as unknown as PostgresPoolClient['query'],
    // The server says that it ends a connection before it does, and the pool would give it to the next in between.
    release: destroy => client.release(destroy === true || isLost),
  }
}

/** PostgreSQL's texts hold no NUL, so what is compared with one equals none of them; nor this noncharacter. */
function withoutNul(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\uffff') : value
}
