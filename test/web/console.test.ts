import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { QueryAnswer } from '../../src/web/sql/answer.ts'
import { CONSOLE_LIMITS } from '../../src/web/sql/limits.ts'
import { QueryRunner } from '../../src/web/sql/query-runner.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { makeFolder, storeRecords } from '../support/stored-database.ts'
import { requireFreeSite } from './free-site.ts'
import { startSite } from './site.ts'

const RECORD = buildArticleRecord('Ms Roy said that rents rose.', [
  { source: 'Ms Roy', cue: 'said', content: 'that rents rose' },
])

function startRunner(path = storeRecords([RECORD]), limits = CONSOLE_LIMITS): QueryRunner {
  const runner = new QueryRunner(path, limits)
  onTestFinished(() => runner.close())
  return runner
}

function reasonOf(answer: QueryAnswer): string {
  return answer.kind === 'refused' ? answer.reason : `it gave ${answer.rows.length} rows`
}

const OUTSIDE = join(tmpdir(), `hearsay-stolen-${process.pid}.db`)

const HOSTILE: readonly string[] = [
  "INSERT INTO skipped VALUES (1, 1, 'x', 'y')",
  'UPDATE article SET title = 1',
  'DELETE FROM claim',
  'DROP TABLE claim',
  'DROP VIEW v_claim',
  'CREATE TABLE t (a)',
  'CREATE TEMP TABLE t AS SELECT 1',
  'CREATE VIEW v AS SELECT 1',
  'CREATE INDEX i ON claim (id)',
  "CREATE TRIGGER t AFTER INSERT ON claim BEGIN SELECT load_extension('x'); END",
  'CREATE VIRTUAL TABLE t USING fts5 (a)',
  'ALTER TABLE claim ADD COLUMN x',
  `ATTACH '${OUTSIDE}' AS other`,
  "ATTACH ':memory:' AS other",
  'DETACH main',
  `VACUUM INTO '${OUTSIDE}'`,
  'VACUUM',
  'REINDEX',
  'ANALYZE',
  'BEGIN IMMEDIATE',
  'SAVEPOINT s',
  'PRAGMA query_only = 0',
  'PRAGMA writable_schema = 1',
  'PRAGMA journal_mode = DELETE',
  'PRAGMA busy_timeout = 100000',
  'PRAGMA hard_heap_limit = 0',
  'PRAGMA user_version',
  'SELECT * FROM pragma_database_list',
  "SELECT * FROM pragma_table_info('claim')",
  "SELECT load_extension('evil.so')",
  "SELECT readfile('/etc/passwd')",
  `SELECT writefile('${OUTSIDE}', 'x')`,
  "SELECT fts3_tokenizer('simple')",
  'SELECT randomblob(1000000000)',
  'SELECT zeroblob(1000000000)',
  'SELECT 1; DROP TABLE claim',
  'SELECT 1; SELECT 2',
  'SELECT 1\0; DROP TABLE claim',
  '/* x */ SELECT 1; -- y\nDROP TABLE claim',
  "EXPLAIN SELECT 1; ATTACH 'x' AS y",
  "INSERT INTO claim_search (claim_search) VALUES ('rebuild')",
  'WITH x AS (SELECT 1) DELETE FROM claim',
  "REPLACE INTO correction (claim_id) VALUES ('x')",
  'SELECT * FROM sqlite_dbpage',
  'SELECT * FROM sqlite_stmt',
]

describe('hostile statements', () => {
  it('are all refused, and nothing is other than it was', async () => {
    const path = storeRecords([RECORD])
    const folder = dirname(path)
    const runner = startRunner(path)
    // The first query makes SQLite put its two files beside the database, which reading takes.
    expect(reasonOf(await runner.run('SELECT 1'))).toBe('it gave 1 rows')
    const before = { files: readdirSync(folder), hash: hashOf(path), log: hashOf(`${path}-wal`) }
    for (const statement of HOSTILE) {
      const answer = await runner.run(statement)
      expect({ statement, kind: answer.kind }).toEqual({ statement, kind: 'refused' })
    }
    expect({ files: readdirSync(folder), hash: hashOf(path), log: hashOf(`${path}-wal`) }).toEqual(before)
    expect(existsSync(OUTSIDE)).toBe(false)
    expect(await runner.run('SELECT count(*) FROM claim')).toMatchObject({ rows: [[1]] })
  })
})

describe('queries', () => {
  it('read every view and the full-text index', async () => {
    const runner = startRunner()
    for (const view of ['v_claim', 'v_source', 'v_anonymous', 'v_article', 'v_audit', 'v_chain', 'v_corrected'])
      expect(reasonOf(await runner.run(`SELECT * FROM ${view} LIMIT 3`))).toMatch(/^it gave/)
    const found = await runner.run(
      "SELECT snippet(claim_search, 0, '[', ']', '', 5) FROM claim_search WHERE claim_search MATCH 'rents'",
    )
    expect(found).toMatchObject({ rows: [['that [rents] rose']] })
    expect(reasonOf(await runner.run("SELECT sql FROM sqlite_schema WHERE name = 'claim'"))).toBe('it gave 1 rows')
  })

  it('may be recursive, use JSON and windows, and end in a comment', async () => {
    const answer = await startRunner().run(
      `WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3)
       SELECT x, sum(x) OVER (ORDER BY x) AS s, json_extract('{"a":1}', '$.a') FROM n; -- the end /* of it */ ;`,
    )
    expect(answer).toMatchObject({
      columns: ['x', 's', expect.any(String)],
      rows: [
        [1, 1, 1],
        [2, 3, 1],
        [3, 6, 1],
      ],
    })
  })

  it('give whole numbers exactly, blobs as hexadecimal and NULL as null', async () => {
    const answer = await startRunner().run("SELECT 9223372036854775807, 9007199254740991, x'00ff', NULL, 1e999, 'é'")
    expect(answer).toMatchObject({ rows: [['9223372036854775807', 9007199254740991, '00ff', null, 'Infinity', 'é']] })
  })

  it.each([
    ['', /There is no query/],
    ['-- nothing', /There is no query/],
    ['SELEC 1', /syntax error/],
    ['SELECT x FROM claim', /no such column/],
    ['SELECT "no such column"', /no such column/],
    [`SELECT '${'x'.repeat(5000)}'`, /4000 characters/],
  ])('say in one sentence what is wrong: %.20s', async (query, words) => {
    expect(reasonOf(await startRunner().run(query))).toMatch(words)
  })
})

describe('limits', () => {
  const ENDLESS = 'WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n'

  it('end a query that would not end, and the next one runs', async () => {
    const runner = startRunner()
    expect(reasonOf(await runner.run(ENDLESS))).toMatch(/longer than 1 second/)
    expect(await runner.run('SELECT 1')).toMatchObject({ rows: [[1]] })
  })

  it('leave the site free while a query runs', async () => {
    const site = await startSite(storeRecords([RECORD]))
    await requireFreeSite(site, ENDLESS)
  })

  it('cut rows', async () => {
    const answer = await startRunner().run(
      'WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 100000) SELECT x FROM n',
    )
    expect(answer).toMatchObject({ cut: 'rows', rows: { length: CONSOLE_LIMITS.rows } })
  })

  it('cut bytes', async () => {
    const answer = await startRunner().run(
      `WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 900) SELECT printf('%.10000c', 'é') FROM n`,
    )
    expect(answer).toMatchObject({ cut: 'bytes' })
    expect(JSON.stringify(answer).length).toBeLessThan(2 * CONSOLE_LIMITS.bytes)
  })

  it('end a query that takes too much memory', async () => {
    const runner = startRunner(undefined, { ...CONSOLE_LIMITS, milliseconds: 20_000 })
    const answer = await runner.run(
      `WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n), wide AS MATERIALIZED (SELECT printf('%.1000000c', 'x') AS y FROM n)
       SELECT count(*) FROM wide`,
    )
    expect(reasonOf(answer)).toMatch(/too much memory/)
    expect(await runner.run('SELECT 1')).toMatchObject({ rows: [[1]] })
  })

  it('refuse a text or blob beyond 20 MB', async () => {
    expect(reasonOf(await startRunner().run("SELECT printf('%.30000000c', 'x')"))).toMatch(/too big/)
  })

  it('refuse the ninth that waits', async () => {
    const runner = startRunner()
    await runner.run('SELECT 1')
    const answers = await Promise.all(Array.from({ length: 10 }, () => runner.run('SELECT 1')))
    expect(answers.map(({ kind }) => kind)).toEqual([...Array(8).fill('rows'), 'refused', 'refused'])
  })
})

describe('a database that cannot be opened', () => {
  it('is a refusal', async () => {
    expect(reasonOf(await startRunner(join(makeFolder(), 'none.db')).run('SELECT 1'))).toMatch(/cannot be read/)
  })
})

function hashOf(path: string): string | null {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null
}
