import { query } from './start-postgres.ts'

/** Everything that a statement could have changed, but for what any connection changes. */
export async function describeContent(url: string): Promise<unknown> {
  const relations = await query(
    url,
    "SELECT relname, relkind FROM pg_class WHERE relnamespace::regnamespace::text !~ '^pg_' ORDER BY relname, relkind",
  )
  const settings = await query(
    url,
    `SELECT setrole, setconfig FROM pg_db_role_setting
     WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
       OR setrole = (SELECT oid FROM pg_roles WHERE rolname = 'reader_of_' || current_database())`,
  )
  const contents: unknown[] = []
  for (const { relname, relkind } of relations)
    if (relkind === 'r' && relname !== 'secret' && !/^sql_/.test(String(relname)))
      contents.push(await query(url, `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM "${relname}" AS t`))
  const sequences = await query(url, 'SELECT sequencename, last_value FROM pg_sequences ORDER BY sequencename')
  return { relations, settings, contents, sequences }
}
