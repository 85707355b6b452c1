import type { SelectedRows } from '../../reader.ts'
import { UserQuery } from './user-query.ts'

/** Longest time until the next portion of rows: for a query that somebody waits for, and may end with Ctrl-C. */
const LONGEST_MS = 300_000
const PORTION = 500

/**
 * Runs one query of the user's own, read-only, and gives its rows as they come.
 *
 * @throws HearsayError 2 (no single query, not understood, too long) or 4 (database)
 */
export async function selectRows(url: string, query: string): Promise<SelectedRows> {
  const running = await UserQuery.begin(url, LONGEST_MS)
  try {
    await running.open(query)
    const first = await running.fetch(PORTION)
    return { columns: first.columns, rows: readOn(running, first.rows) }
  } catch (error) {
    await running.close()
    throw error
  }
}

async function* readOn(
  running: UserQuery,
  first: readonly (readonly unknown[])[],
): AsyncGenerator<readonly unknown[], void> {
  try {
    let rows = first
    while (true) {
      yield* rows
      if (rows.length < PORTION) return
      rows = (await running.fetch(PORTION)).rows
    }
  } finally {
    await running.close()
  }
}
