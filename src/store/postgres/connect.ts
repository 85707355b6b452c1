import pg from 'pg'
import { HearsayError } from '../../domain/errors.ts'
import { nameOfDatabase } from '../database-name.ts'
import { clientConfig } from './connection/client-config.ts'
import { outlastConflicts } from './connection/outlast-conflicts.ts'
import { withClearErrors } from './connection/postgres-errors.ts'
import { findSchema, migrate, requireSchema } from './migrate.ts'
import { MIGRATIONS } from './migrations/all-migrations.ts'

/** The oldest server whose SQL the schema and the queries keep to. */
const OLDEST_SERVER = 15

/** An answer that takes longer will not come: the connection was cut without a word. */
const LONGEST_ANSWER_MS = 600_000
/**
 * The server finds out within half a minute that a client was cut off, and gives up what it was about to write. As
 * servers are set up it may take hours, and whoever takes the work over would wait for it. And no limit that is meant for
 * people's questions ends what writes a batch.
 */
const SETTINGS = `
SET tcp_keepalives_idle = 15;
SET tcp_keepalives_interval = 5;
SET tcp_keepalives_count = 3;
SET statement_timeout = 0;
SET idle_in_transaction_session_timeout = '2min'`

/** Sets up a connection that writes or reads in portions; see `SETTINGS`. */
export async function applySettings(client: pg.ClientBase): Promise<void> {
  await client.query(SETTINGS)
}

/**
 * Opens a connection for writing; makes the tables where there are none yet; migrates older ones.
 *
 * @param onHeld told when what other programs hold in the database is waited for
 * @throws HearsayError 4 (no server, not let in, not Hearsay's, newer schema, older server) or 74 (disk); then nothing is
 * written.
 */
export async function connectForWriting(url: string, onHeld?: (error: unknown) => void): Promise<pg.Client> {
  const open = () => connect(url, client => migrate(client, nameOfDatabase(url), MIGRATIONS))
  return await outlastConflicts(open, { onHeld })
}

/**
 * Gives older tables the newest schema; does nothing where there are none.
 *
 * @throws HearsayError 4 or 74, as above
 */
export async function migrateExisting(url: string): Promise<void> {
  const client = await connect(url, async client => {
    const name = nameOfDatabase(url)
    if ((await findSchema(client, name, MIGRATIONS)) > 0) await migrate(client, name, MIGRATIONS)
  })
  await client.end()
}

/**
 * Opens a connection to tables that are there already, for reading.
 *
 * @throws HearsayError (4) when there are none, or none that this Hearsay can read
 */
export async function connectForReading(url: string): Promise<pg.Client> {
  return await connect(url, client => requireReadable(client, url))
}

/**
 * Whether this connection is to a server and tables that this Hearsay can read.
 *
 * @throws HearsayError (4)
 */
export async function requireReadable(client: pg.ClientBase, url: string): Promise<void> {
  const name = nameOfDatabase(url)
  await requireServer(client, name)
  await requireSchema(client, name, MIGRATIONS)
}

async function connect(url: string, prepare: (client: pg.Client) => Promise<void>): Promise<pg.Client> {
  const config = clientConfig(url)
  return await withClearErrors(url, async () => {
    const client = new pg.Client({ ...config, query_timeout: LONGEST_ANSWER_MS })
    // A connection that is lost while nothing is asked of it is told by the next query.
    client.on('error', () => {})
    try {
      await client.connect()
      await applySettings(client)
      await requireServer(client, nameOfDatabase(url))
      await prepare(client)
      return client
    } catch (error) {
      await client.end().catch(() => {})
      throw error
    }
  })
}

async function requireServer(client: pg.ClientBase, name: string): Promise<void> {
  const { rows } = await client.query<{ number: string; encoding: string }>(
    "SELECT current_setting('server_version_num') AS number, current_setting('server_encoding') AS encoding",
  )
  const [{ number, encoding } = { number: '0', encoding: '' }] = rows
  const major = Math.floor(Number(number) / 10_000)
  if (major < OLDEST_SERVER)
    throw new HearsayError(
      `The server of ${name} is PostgreSQL ${major}, and Hearsay needs ${OLDEST_SERVER} or later; upgrade it or give another one.`,
      'server-unsuitable',
    )
  // In any other, texts cannot be held, or their characters are not those that offsets count.
  if (encoding !== 'UTF8')
    throw new HearsayError(
      `${name} has the encoding ${encoding}, and Hearsay needs UTF8; make another with: createdb --template template0 --encoding UTF8 NAME`,
      'server-unsuitable',
    )
}
