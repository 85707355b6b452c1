import type pg from 'pg'

/** Commits what `action` does, all of it or, when it throws, nothing. */
export async function inTransaction<Result>(client: pg.ClientBase, action: () => Promise<Result>): Promise<Result> {
  await client.query('BEGIN')
  let result: Result
  try {
    result = await action()
  } catch (error) {
    // Where the connection is gone, so is the transaction.
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
  await client.query('COMMIT')
  return result
}
