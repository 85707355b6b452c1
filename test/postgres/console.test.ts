import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { beforeAll, expect, it } from 'vitest'
import type { QueryAnswer } from '../../src/web/sql/answer.ts'
import { CONSOLE_LIMITS } from '../../src/web/sql/limits.ts'
import { requireFreeSite } from '../web/free-site.ts'
import { startSite } from '../web/site.ts'
import { addReader } from './add-reader.ts'
import { describeContent } from './describe-content.ts'
import { describePostgres } from './describe-postgres.ts'
import { startConsole } from './start-console.ts'
import { query } from './start-postgres.ts'
import { fillBriefly } from './twins.ts'

const OUTSIDE = join(tmpdir(), `hearsay-stolen-${process.pid}`)

const HOSTILE: readonly string[] = [
  'UPDATE article SET title = 1',
  'DELETE FROM claim',
  'DROP TABLE claim',
  'DROP VIEW v_claim',
  'CREATE TABLE t (a integer)',
  'CREATE TEMP TABLE t AS SELECT 1',
  'CREATE VIEW v AS SELECT 1',
  'CREATE EXTENSION dblink',
  'ALTER TABLE claim ADD COLUMN x text',
  'TRUNCATE correction',
  'VACUUM',
  'ANALYZE',
  'BEGIN',
  'COMMIT',
  'COMMIT AND CHAIN',
  'ROLLBACK',
  'SAVEPOINT s',
  'SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE',
  'SET ROLE none',
  'RESET ALL',
  'SHOW all',
  'LOCK TABLE claim',
  'LISTEN x',
  'NOTIFY x',
  'PREPARE p AS SELECT 1',
  'EXECUTE p',
  'DO $$ BEGIN DELETE FROM claim; END $$',
  'EXPLAIN ANALYZE DELETE FROM claim',
  'EXPLAIN SELECT 1',
  'COPY claim TO STDOUT',
  `COPY (SELECT 1) TO '${OUTSIDE}'`,
  `COPY (SELECT 1) TO PROGRAM 'touch ${OUTSIDE}'`,
  'SELECT 1; DROP TABLE claim',
  'SELECT 1; SELECT 2',
  'SELECT 1\0; DROP TABLE claim',
  '/* x */ SELECT 1; -- y\nDROP TABLE claim',
  'WITH x AS (SELECT 1) DELETE FROM claim',
  'WITH x AS (DELETE FROM claim RETURNING 1) SELECT * FROM x',
  'SELECT 1 INTO stolen',
  'SELECT * FROM claim FOR UPDATE',
  "SELECT nextval('claim_rowid_seq')",
  "SELECT setval('claim_rowid_seq', 1)",
  "SELECT pg_read_file('/etc/passwd')",
  "SELECT pg_catalog.pg_read_file('/etc/passwd')",
  'SELECT "pg_read_file"(\'/etc/passwd\')',
  'SELECT U&"pg\\005Fread_file"(\'/etc/passwd\')',
  "SELECT PG_READ_FILE /* ' */ ('/etc/passwd') -- '",
  "SELECT $$ ' $$, pg_read_file('/etc/passwd'), ''",
  "SELECT $a$ $$ ' $a$, pg_read_file('/etc/passwd'), ''",
  "SELECT E'\\'', pg_read_file('/etc/passwd'), ''",
  "SELECT E'a'\n'\\' ', pg_read_file('/etc/passwd'), ''",
  "SELECT 1 -- x\r, pg_read_file('/etc/passwd')",
  "SELECT 1 /* /* */ , ' */ , pg_read_file('/etc/passwd') --'",
  "WITH a AS (SELECT 1) SELECT * FROM a, pg_ls_dir('.') AS (SELECT 1)",
  "SELECT * FROM pg_ls_dir('.') AS pg_ls_dir (name)",
  'SELECT pg_ls_dir(uri) FROM article',
  `SELECT lo_export(lo_import('/etc/passwd'), '${OUTSIDE}')`,
  'SELECT pg_sleep(100)',
  'SELECT pg_terminate_backend(pid) FROM pg_stat_activity',
  'SELECT pg_advisory_lock(1)',
  "SELECT set_config('statement_timeout', '0', false)",
  "SELECT set_config('transaction_read_only', 'off', true)",
  "SELECT current_setting('data_directory')",
  "SELECT query_to_xml('SELECT 1', true, true, '')",
  "SELECT dblink('', 'DELETE FROM claim')",
  'SELECT version()',
  "SELECT repeat('x', 1000000000)",
  'SELECT * FROM pg_shadow',
  'SELECT * FROM pg_authid',
  'TABLE pg_settings',
  'SELECT * FROM pg_stat_activity',
  'SELECT * FROM information_schema.tables',
  'SELECT * FROM pg_stat_bgwriter',
  'SELECT * FROM pg_config',
  'SELECT * FROM hearsay_schema',
  'SELECT * FROM other.secret',
  'WITH claim AS (SELECT * FROM other.secret) SELECT * FROM claim',
  'SELECT (SELECT max(word) FROM other.secret) FROM claim',
  'SELECT (x.pid).pg_terminate_backend FROM (SELECT 1 AS pid) AS x',
  'SELECT 1 FROM claim AS a WHERE (a.rowid::integer).pg_terminate_backend',
  'SELECT g.pg_sleep FROM generate_series(1, 1) AS g',
  'SELECT claim.pg_typeof FROM claim',
  'SELECT public.claim.pg_column_size FROM claim',
  "SELECT ('claim'::regclass).pg_relation_size",
  "SELECT (('/etc/passwd').pg_read_file)",
  "SELECT * FROM ROWS FROM (pg_ls_dir('.')) AS pg_ls_dir (name)",
  "SELECT * FROM ROWS FROM (generate_series(1, 2), pg_ls_dir('.')) AS t",
  "SELECT * FROM ts_stat('SELECT ''''::tsvector')",
  "SELECT ts_rewrite('a', 'SELECT ''a''::tsquery, ''b''::tsquery')",
  "SELECT regclass 'claim'",
  "SELECT 'pg_sleep'::regproc",
  'SELECT CAST(1 AS claim)',
  'SELECT NULL::other.secret',
  'SELECT x::claim.id%TYPE FROM claim',
  'SELECT 1 OPERATOR(other.+) 1',
  'SELECT other.f(1)',
  "SELECT 'x' COLLATE other.c",
  'SELECT * FROM claim ORDER BY id USING <',
  'SELECT * FROM claim TABLESAMPLE system (1)',
  'SELECT * FROM claim TABLESAMPLE bernoulli (pg_sleep(1)::integer)',
  "SELECT * FROM xmltable('/' PASSING '<a/>' COLUMNS x text)",
  "SELECT xmlforest(pg_read_file('/etc/passwd'))",
  "SELECT JSON_VALUE('1', '$')",
  'SELECT $1',
  'SELECT current_user',
  'SELECT session_user',
  'SELECT current_catalog',
  'SELECT current_schema',
  'SELECT system_user',
  'SELECT DEFAULT',
  'SELECT * FROM claim FOR SHARE SKIP LOCKED',
  'SELECT (SELECT 1 FROM claim FOR UPDATE)',
  'WITH x AS (SELECT 1 INTO stolen) SELECT 1',
  'WITH x AS (INSERT INTO claim DEFAULT VALUES RETURNING 1) SELECT 1',
  'WITH x AS (MERGE INTO claim USING article ON true WHEN MATCHED THEN DELETE RETURNING 1) SELECT 1',
  'WITH pg_shadow AS (SELECT 1) SELECT * FROM pg_shadow',
  'SELECT (WITH pg_shadow AS (SELECT 1) SELECT 1) FROM pg_shadow',
  'WITH a AS (SELECT * FROM pg_authid), pg_authid AS (SELECT 1) SELECT * FROM a',
  'SELECT * FROM pg_temp.claim',
  'SELECT * FROM news.public.claim',
]

function reasonOf(answer: QueryAnswer): string {
  return answer.kind === 'refused' ? answer.reason : `it gave ${answer.rows.length} rows`
}

describePostgres('the console on PostgreSQL', server => {
  /** Of who may do everything, and of who may only read. */
  let [url, reading] = ['', '']

  beforeAll(async () => {
    url = await server().createDatabase()
    await fillBriefly(url)
    reading = await addReader(url)
    await query(url, 'CREATE SCHEMA other')
    await query(url, "CREATE TABLE other.secret AS SELECT 'x' AS word")
  })

  it('refuses hostile statements, and nothing is other than it was', async () => {
    const console = await startConsole(reading)
    const before = await describeContent(url)
    for (const statement of HOSTILE) {
      const answer = await console.run(statement)
      expect({ statement, kind: answer.kind }).toEqual({ statement, kind: 'refused' })
      expect(reasonOf(answer)).not.toMatch(/syntax error at end|pass%20word|pass word/)
    }
    expect(await describeContent(url)).toEqual(before)
    expect(existsSync(OUTSIDE)).toBe(false)
    expect(await console.run('SELECT count(*) FROM claim')).toMatchObject({ kind: 'rows' })
  })

  it('reads every view and the full-text index', async () => {
    const console = await startConsole(reading)
    for (const view of ['claim', 'source', 'anonymous', 'article', 'audit', 'chain', 'corrected', 'version'])
      expect(reasonOf(await console.run(`SELECT * FROM v_${view} LIMIT 3`))).toMatch(/^it gave/)
    const found = await console.run(
      "SELECT count(*) FROM claim_search JOIN claim USING (rowid) WHERE words @@ to_tsquery('simple', 'rents & rose')",
    )
    expect(found).toMatchObject({ rows: [[9]] })
  })

  it('takes recursion, JSON, windows, names of its own, and comments at the end', async () => {
    const answer = await (await startConsole(reading)).run(
      `WITH RECURSIVE n (x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n WHERE x < 3), "select (" AS MATERIALIZED (TABLE n),
         other (y, z) AS NOT MATERIALIZED (SELECT 1, 'pg_read_file(')
       SELECT x, sum(x) OVER (ORDER BY x) AS s, '{"a":1}'::json ->> 'a', cast(x AS numeric(4, 1)), count(*) FILTER (WHERE x IN (1, 2))
         OVER () FROM "select (", other -- the end /* of it
       ;`.replace('       ;', ''),
    )
    expect(answer).toMatchObject({
      columns: ['x', 's', '?column?', 'x', 'count'],
      rows: [
        [1, 1, '1', 1, 2],
        [2, 3, '1', 2, 2],
        [3, 6, '1', 3, 2],
      ],
    })
  })

  it('gives whole numbers exactly, bytes as hexadecimal, truth as 1 and 0, and NULL as null', async () => {
    const answer = await (await startConsole(reading)).run(
      "SELECT 9223372036854775807, 9007199254740991, '\\x00ff'::bytea, NULL, 'Infinity'::float8, 'é', 1 = 1, avg(n) FROM (VALUES (1), (2)) AS v (n)",
    )
    expect(answer).toMatchObject({
      rows: [['9223372036854775807', 9007199254740991, '00ff', null, 'Infinity', 'é', 1, 1.5]],
    })
  })

  it.each([
    ['', /There is no query/],
    ['-- nothing', /There is no query/],
    ['SELEC 1', /start it with SELECT/],
    ['SELECT x FROM claim', /column "x" does not exist/],
    ['SELECT 1 FROM', /syntax error/],
    ['SELECT 1 / 0', /division by zero/],
    [`SELECT '${'x'.repeat(5000)}'`, /4000 characters/],
  ])('says in one sentence what is wrong: %.20s', async (query, words) => {
    expect(reasonOf(await (await startConsole(reading)).run(query))).toMatch(words)
  })

  const ENDLESS = 'WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x % 7 + 1 FROM n) SELECT count(*) FROM n'

  it('ends a query that would not end, and the next one runs', async () => {
    const console = await startConsole(reading)
    expect(reasonOf(await console.run(ENDLESS))).toMatch(/longer than 1 second/)
    expect(await console.run('SELECT 1')).toMatchObject({ rows: [[1]] })
  })

  it('leaves the site free while a query runs', async () => {
    const site = await startSite(reading)
    await requireFreeSite(site, ENDLESS)
  })

  it('cuts rows and bytes', async () => {
    const console = await startConsole(reading)
    expect(await console.run('SELECT x FROM generate_series(1, 100000) AS x')).toMatchObject({
      cut: 'rows',
      rows: { length: CONSOLE_LIMITS.rows },
    })
    const wide =
      "SELECT (SELECT string_agg('0123456789é', '') FROM generate_series(1, 1000)) FROM generate_series(1, 900)"
    const answer = await console.run(wide)
    expect(answer).toMatchObject({ cut: 'bytes' })
    expect(JSON.stringify(answer).length).toBeLessThan(2 * CONSOLE_LIMITS.bytes)
  })

  it('ends a query whose value is too big', async () => {
    const console = await startConsole(reading, { ...CONSOLE_LIMITS, milliseconds: 20_000 })
    const answer = await console.run("SELECT string_agg('0123456789', '') FROM generate_series(1, 2500000)")
    expect(reasonOf(answer)).toMatch(/too big/)
    expect(await console.run('SELECT 1')).toMatchObject({ rows: [[1]] })
  })

  it('refuses the ninth that waits', async () => {
    const console = await startConsole(reading)
    const answers = await Promise.all(Array.from({ length: 10 }, () => console.run('SELECT 1')))
    expect(answers.map(({ kind }) => kind)).toEqual([...Array(8).fill('rows'), 'refused', 'refused'])
  })
})
