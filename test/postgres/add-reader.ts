import { query } from './start-postgres.ts'

/**
 * Makes a user that may only read Hearsay's tables, as docs/operations.md says, and gives its URL.
 *
 * @param url of a database that has the tables, with a user that may do so
 * @param name of the user: users belong to the server, so one of another database has another name
 * @param rights more that the user is made with, in the words of CREATE ROLE
 */
export async function addReader(url: string, name = `reader_of_${databaseOf(url)}`, rights = ''): Promise<string> {
  await query(url, `CREATE ROLE ${name} LOGIN PASSWORD 'reads only' ${rights}`)
  await query(url, `GRANT USAGE ON SCHEMA public TO ${name}`)
  await query(url, `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${name}`)
  const reading = new URL(url)
  reading.username = name
  reading.password = encodeURIComponent('reads only')
  return reading.href
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1)
}
