import pg from 'pg'
import { clientConfig } from '../connection/client-config.ts'

/** A process of the server that answers one connection. */
export interface Backend {
  readonly pid: number
  /** When it began, in seconds: pids come again. */
  readonly since: string
}

/** How long the server waits for it. */
const WAIT_MS = 2_000

export async function identifyBackend(client: pg.ClientBase): Promise<Backend> {
  const { rows } = await client.query<Backend>(
    'SELECT pid, extract(epoch FROM backend_start)::text AS since FROM pg_stat_activity WHERE pid = pg_backend_pid()',
  )
  return rows[0] as Backend
}

/**
 * Ends a process of the server, from a connection of the same user, and waits until it is gone.
 *
 * @returns whether it is; some things that it can be at are not ended before they are done
 */
export async function endBackend(url: string, { pid, since }: Backend): Promise<boolean> {
  const client = new pg.Client({ ...clientConfig(url), query_timeout: 2 * WAIT_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ gone: boolean }>(
      `SELECT pg_terminate_backend(pid, ${WAIT_MS}) AS gone FROM pg_stat_activity
       WHERE pid = $1 AND extract(epoch FROM backend_start)::text = $2`,
      [pid, since],
    )
    return rows.every(({ gone }) => gone)
  } catch {
    // A server that cannot be asked has ended it, or will when it answers nobody any more.
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
