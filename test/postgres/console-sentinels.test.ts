import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { openReader } from '../../src/store/open-reader.ts'
import { PostgresConsole } from '../../src/web/sql/postgres/postgres-console.ts'
import { proofSize } from '../support/proof-size.ts'
import { addReader } from './add-reader.ts'
import { CALLS_BY_FROM, type Called, FORMS, PLACES } from './console-forms.ts'
import { describeContent } from './describe-content.ts'
import { describePostgres } from './describe-postgres.ts'
import { query } from './start-postgres.ts'
import { fillBriefly } from './twins.ts'

/** Functions that would leave a trace, show what is not Hearsay's, or take their time. PID is another connection's. */
const SENTINELS: readonly (readonly [name: string, ...args: string[]])[] = [
  ['pg_terminate_backend', 'PID'],
  ['pg_cancel_backend', 'PID'],
  ['pg_sleep', '3'],
  ['pg_sleep_for', "'3 s'"],
  ['pg_read_file', "'/etc/passwd'"],
  ['pg_read_binary_file', "'/etc/passwd'"],
  ['pg_ls_dir', "'.'"],
  ['pg_stat_file', "'/etc/passwd'"],
  ['lo_import', "'/etc/passwd'"],
  ['lo_create', '0'],
  ['lo_from_bytea', '0', "'x'"],
  ['set_config', "'statement_timeout'", "'0'", 'false'],
  ['current_setting', "'data_directory'"],
  ['nextval', "'claim_rowid_seq'"],
  ['setval', "'claim_rowid_seq'", '1000'],
  ['dblink', "''", "'DELETE FROM claim'"],
  ['query_to_xml', "'SELECT 1'", 'true', 'true', "''"],
  ['table_to_xml', "'claim'", 'true', 'true', "''"],
  ['ts_stat', "'SELECT words FROM claim_search'"],
  ['ts_rewrite', "'a'", "'SELECT ''a''::tsquery, ''b''::tsquery'"],
  ['pg_reload_conf'],
  ['pg_rotate_logfile'],
  ['pg_switch_wal'],
  ['pg_advisory_lock', '4711'],
  ['pg_try_advisory_lock_shared', '4711'],
  ['pg_notify', "'console'", "'x'"],
  ['pg_logical_emit_message', 'false', "'a'", "'b'"],
  ['pg_export_snapshot'],
  ['pg_current_xact_id'],
  ['setseed', '0'],
  ['pg_get_viewdef', "'v_claim'"],
  ['pg_relation_size', "'claim'"],
  ['has_table_privilege', "'claim'", "'SELECT'"],
  ['version'],
  ['repeat', "'x'", '900000000'],
]

const LONG_MS = 1_200_000

describePostgres('what the console is asked to do by those who mean ill', server => {
  let [url, reading] = ['', '']

  beforeAll(async () => {
    url = await server().createDatabase()
    await fillBriefly(url)
    reading = await addReader(url)
  })

  it('is refused in every form, and leaves no trace', { timeout: LONG_MS }, async () => {
    const victim = new pg.Client(reading)
    const told: string[] = []
    victim.on('notification', ({ channel }) => told.push(channel))
    await victim.connect()
    await victim.query('LISTEN console')
    const { rows } = await victim.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    const reader = await openReader(reading)
    const console_ = new PostgresConsole(reading, reader.database)
    const before = await describeTraces(url)

    const statements = SENTINELS.flatMap(([name, ...args], turn) =>
      writeAll({ name, args: args.map(arg => arg.replace('PID', String(rows[0]?.pid))) }, turn),
    )
    const chosen = statements.filter((_, index) => index % proofSize(59, 1) === 0)
    const through: string[] = []
    for (const statement of chosen) if ((await console_.run(statement)).kind !== 'refused') through.push(statement)
    console.info(`${chosen.length} statements of the worst kind on a real server: ${through.length} ran`)

    expect(through).toEqual([])
    expect((await victim.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    expect(told).toEqual([])
    expect(await describeTraces(url)).toEqual(before)
    expect(await console_.run('SELECT count(*) FROM claim')).toMatchObject({ kind: 'rows' })
    await console_.close()
    await reader.close()
    await victim.end()
  })
})

function writeAll(called: Called, turn: number): string[] {
  const inPlaces = FORMS.map((form, index) =>
    (PLACES[(turn + index) % PLACES.length] as (value: string) => string)(form.write(called)),
  )
  return [...inPlaces, ...CALLS_BY_FROM.map(form => form.write(called))]
}

/** What any of them would have left behind. */
async function describeTraces(url: string): Promise<unknown> {
  const [locks] = await query(
    url,
    "SELECT count(*) FROM pg_locks JOIN pg_database ON oid = database WHERE locktype = 'advisory' AND datname = current_database()",
  )
  const [objects] = await query(url, 'SELECT count(*) FROM pg_largeobject_metadata')
  const [loaded] = await query(url, 'SELECT pg_conf_load_time()')
  return { content: await describeContent(url), locks, objects, loaded }
}
