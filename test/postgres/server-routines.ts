import { query } from './start-postgres.ts'

/** A function or type of the server's with a number of arguments that it takes. */
export interface Routine {
  readonly name: string
  /** 0, 1 or 2. */
  readonly arguments: number
}

/** Every function of the server's, of all schemas, that can be called with at most two arguments, as often as it can. */
export async function readRoutines(url: string): Promise<readonly Routine[]> {
  const rows = await query(
    url,
    `SELECT DISTINCT proname::text AS name, number AS arguments
     FROM pg_proc, generate_series(0, 2) AS number
     WHERE number BETWEEN pronargs - pronargdefaults AND pronargs OR (provariadic <> 0 AND number >= pronargs)
     ORDER BY 1, 2`,
  )
  return rows as unknown as Routine[]
}

export async function readNames(url: string, sql: string): Promise<readonly string[]> {
  return (await query(url, sql)).map(row => String(Object.values(row)[0]))
}
