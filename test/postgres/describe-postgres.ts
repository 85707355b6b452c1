import process from 'node:process'
import { afterAll, beforeAll, describe } from 'vitest'
import { findPostgres } from './postgres-binaries.ts'
import { type PostgresServer, startPostgres } from './start-postgres.ts'

const isThere = findPostgres() !== null

/**
 * Tests that need a PostgreSQL: one server for all of `body`. Where there is none for the platform they are skipped
 * with a word about it, unless `HEARSAY_REQUIRE_POSTGRES` is set.
 *
 * @param body gets what gives the server, once the tests run
 */
export function describePostgres(name: string, body: (server: () => PostgresServer) => void): void {
  if (!isThere && process.env.HEARSAY_REQUIRE_POSTGRES === undefined)
    console.warn(`Skipped: ${name} (there is no PostgreSQL for ${process.platform}-${process.arch}).`)
  describe.runIf(isThere || process.env.HEARSAY_REQUIRE_POSTGRES !== undefined)(name, () => {
    let server: PostgresServer | null = null
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server?.close())
    body(() => {
      if (server === null) throw new Error('the server runs while the tests do')
      return server
    })
  })
}
