import process from 'node:process'
import { afterAll, beforeAll, describe } from 'vitest'
import { borrow } from '../shared/borrow.ts'
import { findPostgres } from './postgres-binaries.ts'
import { databasesAt, type PostgresDatabases, type PostgresServer, startPostgres } from './start-postgres.ts'

const isThere = findPostgres() !== null

/**
 * Tests that need a PostgreSQL: the one that all test files share, in which each makes databases of its own. Names of
 * roles are the server's, so each is given once in all tests. Where there is no PostgreSQL for the platform they are
 * skipped with a word about it, unless `HEARSAY_REQUIRE_POSTGRES` is set.
 *
 * @param body gets what gives the server, once the tests run
 */
export function describePostgres(name: string, body: (server: () => PostgresDatabases) => void): void {
  describeWith(name, async () => databasesAt(Number(await borrow('postgres'))), body)
}

/** Tests that stop their server, let it crash or change its settings: one of their own for all of `body`. */
export function describeOwnPostgres(name: string, body: (server: () => PostgresServer) => void): void {
  let server: PostgresServer | null = null
  const start = async () => {
    server = await startPostgres()
    return server
  }
  describeWith(name, start, given => {
    afterAll(() => server?.close())
    body(given)
  })
}

function describeWith<Server>(name: string, start: () => Promise<Server>, body: (server: () => Server) => void): void {
  if (!isThere && process.env.HEARSAY_REQUIRE_POSTGRES === undefined)
    console.warn(`Skipped: ${name} (there is no PostgreSQL for ${process.platform}-${process.arch}).`)
  describe.runIf(isThere || process.env.HEARSAY_REQUIRE_POSTGRES !== undefined)(name, () => {
    let server: Server | null = null
    beforeAll(async () => {
      server = await start()
    })
    body(() => {
      if (server === null) throw new Error('the server runs while the tests do')
      return server
    })
  })
}
