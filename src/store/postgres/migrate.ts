import pg from 'pg'
import { HearsayError } from '../../domain/errors.ts'
import { requireCurrentSchema } from '../require-current-schema.ts'
import { inTransaction } from './connection/transaction.ts'
import type { Migration } from './migrations/migration.ts'
import { VIEWS } from './views.ts'

/** What migrations of several processes wait for: "Hear" in ASCII. */
const LOCK = 0x48656172

const HISTORY = `
CREATE TABLE hearsay_schema (
  number integer PRIMARY KEY,
  name text NOT NULL,
  since text NOT NULL,
  applied_at text NOT NULL
)`

/** What is looked for before anything is made; whatever else stands in the way is told by making it. */
const OURS = ['run', 'article', 'claim', 'source', 'entity', 'mention', 'evidence', 'candidate', 'input', 'correction']
/** A relation, a type or a function of that name is there already. */
const TAKEN: ReadonlySet<string | undefined> = new Set(['42P07', '42710', '42723'])
const DEPENDED_ON = '2BP01'

/**
 * Brings a database to the last of `migrations`: all missing ones in one transaction, or none.
 *
 * @param name of the database, for messages
 * @throws HearsayError (4) when the schema is newer than this Hearsay knows, or the tables are somebody else's; the
 * database stays as it was
 */
export async function migrate(client: pg.ClientBase, name: string, migrations: readonly Migration[]): Promise<void> {
  if ((await findSchema(client, name, migrations)) === migrations.length) return
  await inTransaction(client, async () => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    // Again under the lock: another process may have migrated in between.
    const found = await findSchema(client, name, migrations)
    const missing = migrations.slice(found)
    if (missing.length === 0) return
    // Before the first migration, views of these names are somebody else's.
    if (found > 0) for (const view of Object.keys(VIEWS).toReversed()) await client.query(`DROP VIEW IF EXISTS ${view}`)
    else await client.query(HISTORY)
    for (const migration of missing) {
      await client.query(migration.sql)
      const values = [migration.number, migration.name, migration.since, new Date().toISOString()]
      await client.query('INSERT INTO hearsay_schema VALUES ($1, $2, $3, $4)', values)
    }
    for (const { afterwards } of missing) await afterwards?.(client)
    for (const [view, select] of Object.entries(VIEWS)) await client.query(`CREATE VIEW ${view} AS ${select}`)
  }).catch((error: unknown) => {
    throw explainMigration(name, error)
  })
}

/** What others keep in the database can stand in a migration's way. */
function explainMigration(name: string, error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error
  const { code, message, detail } = error
  if (TAKEN.has(code))
    return new HearsayError(
      `${name} holds something that is none of Hearsay's (${message}); give another database with --db.`,
      'database-foreign',
      { cause: error },
    )
  if (code === DEPENDED_ON)
    return new HearsayError(
      `${name} holds something that rests on a view of Hearsay's (${detail?.replaceAll('\n', ', ') ?? message}); drop that, run the same command again, and make it anew.`,
      'write-refused',
      { cause: error },
    )
  return error
}

/**
 * For readers, who change nothing: the schema must be exactly the one that the queries expect.
 *
 * @throws HearsayError (4) when there is none, or it is newer or older
 */
export async function requireSchema(
  client: pg.ClientBase,
  name: string,
  migrations: readonly Migration[],
): Promise<void> {
  requireCurrentSchema(name, await findSchema(client, name, migrations), migrations.length)
}

/**
 * The number of the last migration that was applied, or 0.
 *
 * @throws HearsayError (4) when it is newer than these, or the tables are somebody else's
 */
export async function findSchema(
  client: pg.ClientBase,
  name: string,
  migrations: readonly Migration[],
): Promise<number> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f') AND relname = ANY ($1)`,
    [['hearsay_schema', ...OURS]],
  )
  const [first] = tables
  if (first === undefined) return 0
  if (!tables.some(table => table.name === 'hearsay_schema'))
    throw new HearsayError(
      `${name} holds a table "${first.name}" that is none of Hearsay's; give another database with --db.`,
      'database-foreign',
    )
  const { rows } = await client.query<{ number: number; since: string }>(
    'SELECT number, since FROM hearsay_schema ORDER BY number DESC LIMIT 1',
  )
  const [last] = rows
  if (last !== undefined && last.number > migrations.length)
    throw new HearsayError(
      `${name} has schema ${last.number}, and this Hearsay knows schemas up to ${migrations.length}: it needs Hearsay >= ${last.since}.`,
      'database-newer',
    )
  return last?.number ?? 0
}
