import pg from 'pg'
import { HearsayError } from '../../../domain/errors.ts'
import { nameOfDatabase } from '../../database-name.ts'

/** How long to wait for a server that does not answer. */
const CONNECT_TIMEOUT_MS = 15_000

/** Whole numbers come as numbers, as from SQLite; no id or count of a store is beyond 2^53. */
const AS_NUMBER: ReadonlySet<number> = new Set([pg.types.builtins.INT8, pg.types.builtins.NUMERIC])

/**
 * What a client or pool of the driver is made with.
 *
 * @throws HearsayError (4) when it is no URL of a database
 */
export function clientConfig(url: string): pg.ClientConfig {
  // The driver would take a URL that it cannot read for the name of a host.
  if (!URL.canParse(url))
    throw new HearsayError(
      `${nameOfDatabase(url)} is no address of a PostgreSQL database; write postgres://USER:PASSWORD@HOST:PORT/DATABASE, with % codes for special characters.`,
      'database-address-invalid',
    )
  return {
    connectionString: url,
    application_name: 'hearsay',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        AS_NUMBER.has(oid) ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  }
}
