import { findExcessRights } from '../../../store/postgres/read/excess-rights.ts'
import type { StoreDatabase } from '../../../store/schema.ts'

/** The least that reads everything; docs/how-to/cluster.md says more. */
const MAKE_READER =
  "CREATE ROLE reader LOGIN PASSWORD '…'; GRANT USAGE ON SCHEMA public TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"

/**
 * Why the site's user may not be lent to whoever writes a query, in one sentence that tells what to do; null when it may.
 *
 * @throws HearsayError (4)
 */
export async function findObstacle(database: StoreDatabase): Promise<string | null> {
  const excess = await findExcessRights(database)
  if (excess === null) return null
  return `SQL is switched off here, because the database user of this site ${excess}, and a query could do as much: make a user that may only read (${MAKE_READER}), and start the site with it.`
}
