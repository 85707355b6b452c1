import type { Database } from 'better-sqlite3'
import { restate, restateAll } from '../../ledger/restate.ts'
import { perform } from '../perform.ts'

/** Triggers keep the index. */
const NO_INDEX = () => null

/** Works out anew where these claims stand, or all that the ledger speaks of. Call in the transaction in which it grew. */
export function restateClaims(database: Database, claimIds: readonly string[] | null): void {
  perform(database, claimIds === null ? restateAll(NO_INDEX) : restate(claimIds, NO_INDEX))
}
