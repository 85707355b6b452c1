import type { Database } from 'better-sqlite3'
import type { Cell } from '../../seal/canonical-form.ts'
import { restate, restateAll, type Statements } from '../ledger/restate.ts'

/** Triggers keep the index. */
const NO_INDEX = () => null

/** Works out anew where these claims stand, or all that the ledger speaks of. Call in the transaction in which it grew. */
export function restateClaims(database: Database, claimIds: readonly string[] | null): void {
  runAll(database, claimIds === null ? restateAll(NO_INDEX) : restate(claimIds, NO_INDEX))
}

function runAll(database: Database, statements: Statements): void {
  let rows: Readonly<Record<string, Cell>>[] = []
  for (;;) {
    const next = statements.next(rows)
    if (next.done === true) return
    const statement = database.prepare<[], Record<string, Cell>>(next.value)
    if (statement.reader) rows = statement.all()
    else {
      statement.run()
      rows = []
    }
  }
}
