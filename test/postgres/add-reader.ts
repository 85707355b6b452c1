import { fencesIn } from '../docs/fences.ts'
import { query } from './start-postgres.ts'

/** The first three statements of docs/how-to/cluster.md: who it is, the schema, the tables. */
const [CREATE = '', ...GRANTS] = (fencesIn('docs/how-to/cluster.md', 'sql')[0] ?? '').split(/;\s+/).slice(0, 3)

/**
 * Makes a user that may only read Hearsay's tables, as docs/how-to/cluster.md says, and gives its URL.
 *
 * @param url of a database that has the tables, with a user that may do so
 * @param name of the user: users belong to the server, so one of another database has another name
 * @param rights more that the user is made with, in the words of CREATE ROLE
 */
export async function addReader(url: string, name = `reader_of_${databaseOf(url)}`, rights = ''): Promise<string> {
  for (const statement of [`${CREATE.replace('…', 'reads only')} ${rights}`, ...GRANTS])
    await query(url, statement.replace(/\breader\b/, name))
  const reading = new URL(url)
  reading.username = name
  reading.password = encodeURIComponent('reads only')
  return reading.href
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1)
}
