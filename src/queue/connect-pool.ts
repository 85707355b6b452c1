import pg from 'pg'
import { HearsayError } from '../domain/errors.ts'
import { nameOfDatabase } from '../store/database-name.ts'
import { applySettings, connectForWriting } from '../store/postgres/connect.ts'
import { clientConfig } from '../store/postgres/connection/client-config.ts'

/** Two batches and their leases, what looks after the queue, and one to spare. */
const CONNECTIONS = 6
/** An answer that takes longer than this will not come: the connection was cut without a word. */
const LONGEST_ANSWER_MS = 120_000

/**
 * Connections to a database of Hearsay's, made or migrated as needed; each is made anew when it was lost.
 *
 * @throws HearsayError 4 (not usable) or 74 (disk), as opening the store does
 */
export async function connectPool(url: string): Promise<pg.Pool> {
  const first = await connectForWriting(url)
  try {
    await requireOnlyStore(first, url)
  } finally {
    await first.end()
  }
  const pool = new pg.Pool({
    ...clientConfig(url),
    max: CONNECTIONS,
    query_timeout: LONGEST_ANSWER_MS,
    // A worker that was cut off must not hold what it had begun to write against whoever takes its batch over.
    onConnect: applySettings,
  })
  // A connection that is lost while nothing is asked of it, whether it waits in the pool or somebody holds it: whoever
  // asks something of it next is told.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/** A database has one queue: the workers of one store would take the batches of another and find nothing in them. */
async function requireOnlyStore(client: pg.ClientBase, url: string): Promise<void> {
  const { rows } = await client.query<{ schema: string }>(
    `SELECT table_schema AS schema FROM information_schema.tables
     WHERE table_name = 'queued_article' AND table_schema <> current_schema() ORDER BY 1 LIMIT 1`,
  )
  const other = rows[0]?.schema
  if (other === undefined) return
  throw new HearsayError(
    `${nameOfDatabase(url)} holds another store of Hearsay's in the schema ${other}, which would share this one's queue: give each store a database of its own.`,
    'database-foreign',
  )
}
