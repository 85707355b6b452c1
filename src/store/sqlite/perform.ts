import type { Database } from 'better-sqlite3'
import type { StatementRow, Statements } from '../seals/statements.ts'

/** Runs one statement after the other, and gives what they come to. Call inside a transaction. */
export function perform<Result>(database: Database, statements: Statements<Result>): Result {
  for (let rows: StatementRow[] = []; ; ) {
    const next = statements.next(rows)
    if (next.done === true) return next.value
    const statement = database.prepare<[], StatementRow>(next.value)
    if (statement.reader) rows = statement.all()
    else {
      statement.run()
      rows = []
    }
  }
}
