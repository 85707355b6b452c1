import { HearsayError } from '../../../domain/errors.ts'
import type { SelectedRows } from '../../reader.ts'
import { Database } from './sqlite.ts'
import { explainError } from './sqlite-errors.ts'

/**
 * Runs one query of the user's own on a connection that is open for reading only.
 *
 * The connection alone is not guard enough: ATTACH would open other databases and some pragmas change settings, so
 * the statement must also return rows and change nothing. Whole numbers from 2^53 on come as text, exact to the digit.
 *
 * @throws HearsayError 2 (no single query, or not understood), 4 or 74 (database or disk).
 */
export function selectRows(connection: Database.Database, path: string, query: string): SelectedRows {
  const statement = asUserQuery(path, () => connection.prepare<[], unknown[]>(query))
  if (!statement.reader || !statement.readonly)
    throw new HearsayError(
      'Only a query that returns rows may run here; start it with SELECT or WITH.',
      'query-not-allowed',
    )
  const rows = statement.raw(true).safeIntegers(true)
  return {
    columns: rows.columns().map(column => column.name),
    rows: {
      async *[Symbol.asyncIterator]() {
        const iterator = asUserQuery(path, () => rows.iterate())
        try {
          while (true) {
            const next = asUserQuery(path, () => iterator.next())
            if (next.done) return
            yield next.value.map(toExact)
          }
        } finally {
          iterator.return?.()
        }
      },
    },
  }
}

/** A whole number beyond 2^53 as text: a number of JavaScript's would be another one, and JSON knows no other kind. */
function toExact(value: unknown): unknown {
  if (typeof value !== 'bigint') return value
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value.toString()
}

/** What SQLite has against the query is the user's to mend, unless database or disk are at fault. */
function asUserQuery<Result>(path: string, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    const explained = explainError(path, error)
    if (explained instanceof HearsayError) throw explained
    const isRefusal = error instanceof Database.SqliteError || error instanceof RangeError || error instanceof TypeError
    if (!isRefusal) throw error
    throw new HearsayError(`The query does not work: ${error.message}.`, 'query-failed', { cause: error })
  }
}
