import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { nameOfDatabase } from '../../src/store/database-name.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { findClaims } from '../../src/store/queries/claims.ts'
import { makeWorkspace, type Outcome } from '../cli/hearsay.ts'
import { runCommand } from '../cli/run-command.ts'
import { describePostgres } from './describe-postgres.ts'
import { PASSWORD, query } from './start-postgres.ts'
import { fill } from './twins.ts'

const CLI = join(import.meta.dirname, '../../src/cli/hearsay.js')
const SECRETS = new RegExp(`${PASSWORD}|${encodeURIComponent(PASSWORD)}`)

const COMMANDS: readonly (readonly string[])[] = [
  ['claims'],
  ['claims', '--attitudes', '--json'],
  ['claims', '--source', 'ROY', '--nl'],
  ['claims', '--text', '"rents rose" fell', '--csv'],
  ['claims', '--since', '2026-03-01', '-t'],
  ['claims', '--article', 'nowhere'],
  [
    'query',
    'SELECT act, count(*) AS claims, min(confidence) AS least FROM v_claim GROUP BY act ORDER BY act',
    '--json',
  ],
  ['query', 'SELECT id, substr(text, 1, 20) AS text FROM article ORDER BY id', '--limit', '7', '--csv'],
  ['query', 'SELECT 1 AS a, 2 AS a, NULL AS b', '--nl'],
  ['show', 'talks.txt'],
  ['show', 'versions.txt', '--json'],
  ['sources', '--json'],
  ['sources', 'roy', '--json'],
  ['sources', '--name', 'É', '--naming', 'named,anonymous'],
  ['anonymous', '--json'],
  ['anonymous', '--csv'],
  ['check', '--json'],
  ['check', '--sarif', '--source', 'roy'],
  ['verify', '--no-files', '--json'],
  ['report', '--text', 'rents'],
  ['report', 'talks.txt', '--whole'],
  ['export', '--format', 'jsonl'],
  ['export', '--format', 'csv', '--no-attitudes'],
  ['correct', '--list', '--json'],
  ['eval', '--corrections', '--json'],
  ['calibrate', '--dry-run'],
  ['eval', '--gold', 'corpus/gold/ferry-fire-search.json', '--json'],
]

describePostgres('every reading command on PostgreSQL', server => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-commands-'))
  const file = join(folder, 'claims.db')
  let url = ''

  beforeAll(async () => {
    url = await server().createDatabase()
    await fill(file)
    await fill(url)
  }, 120_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function run(args: readonly string[], db: string): Promise<Outcome> {
    const { status, ...texts } = await runCommand([...args, '--db', db], join(import.meta.dirname, '../..'))
    const [stdout, stderr] = [texts.stdout, texts.stderr].map(text => {
      expect(text).not.toMatch(SECRETS)
      // A report says when it was made.
      return text
        .replaceAll(file, 'DB')
        .replaceAll(nameOfDatabase(db), 'DB')
        .replaceAll('claims.db', 'DB')
        .replace(/<time [^>]*>[^<]*<\/time>, by Hearsay/, 'by Hearsay')
    })
    return { status, stdout: stdout ?? '', stderr: stderr ?? '' }
  }

  it.each(COMMANDS.map(args => [args.join(' '), args] as const))('%s gives the same', async (_, args) => {
    const [sqlite, postgres] = [await run(args, file), await run(args, url)]
    expect(postgres).toEqual(sqlite)
    expect(sqlite.stdout + sqlite.stderr).not.toContain('A defect of Hearsay')
    expect(sqlite.stdout + sqlite.stderr).not.toBe('')
  })

  it('explain gives the same', async () => {
    const reader = await openReader(file)
    const claims = await findClaims(reader.database, { rejected: true })
    await reader.close()
    for (const { id } of claims.filter((_, index) => index % 15 === 0))
      expect(await run(['explain', id, '--json'], url)).toEqual(await run(['explain', id, '--json'], file))
  })

  it('doctor says what the server is and that all is well', async () => {
    const { status, stdout } = await run(['doctor', '--json'], url)
    expect(status).toBe(0)
    expect(JSON.parse(stdout).database).toMatchObject({
      path: 'DB',
      server: expect.stringMatching(/^PostgreSQL \d+/),
      bytes: expect.any(Number),
      integrity: 'ok',
    })
  })

  it('a bundle is refused, with what to do instead', async () => {
    const target = join(folder, 'bundle')
    const { status, stderr } = await run(['export', '--bundle', target], url)
    expect(status).toBe(2)
    expect(stderr).toBe(
      'hearsay: --bundle copies a SQLite file, and DB is none; copy it into one first: hearsay copy DB copy.db, and then bundle --db copy.db. [database-unsuitable]\n',
    )
    expect(readdirSync(folder)).not.toContain('bundle')
  })

  it('an export goes into a file and a folder', async () => {
    mkdirSync(join(folder, 'out'))
    for (const [index, db] of [file, url].entries()) {
      await run(['export', '--format', 'parquet', '-o', join(folder, `out/${index}.parquet`)], db)
      await run(['export', '--format', 'brat', '-o', join(folder, `out/${index}`)], db)
    }
    expect(readFileSync(join(folder, 'out/1.parquet')).equals(readFileSync(join(folder, 'out/0.parquet')))).toBe(true)
    expect(readdirSync(join(folder, 'out/1'))).toEqual(readdirSync(join(folder, 'out/0')))
  })

  it.each([
    ['SELECT 1; SELECT 2', 'Only one statement'],
    ['DELETE FROM claim', 'start it with SELECT'],
    ['WITH x AS (DELETE FROM claim RETURNING 1) SELECT * FROM x', 'does not work'],
    ["SELECT nextval('claim_rowid_seq')", 'Nothing can be changed here'],
    ["SELECT set_config('transaction_read_only', 'off', true)", 'does not work'],
    ['SELECT * FROM claim FOR UPDATE', 'Nothing can be changed here'],
    ['SELECT nothing FROM claim', 'column "nothing" does not exist'],
    ['COMMIT', 'start it with SELECT'],
    ['/* nothing */', 'There is no query'],
    ['', 'The argument "sql" is empty'],
  ])('query refuses %s', async (statement, words) => {
    const [before] = await query(url, 'SELECT count(*)::integer AS claims FROM claim')
    const { status, stdout, stderr } = await run(['query', statement], url)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(words)
    expect(await query(url, 'SELECT count(*)::integer AS claims FROM claim')).toEqual([before])
  })

  it('verify finds what was damaged behind its back, and so does doctor', async () => {
    const broken = await server().createDatabase()
    await fill(broken)
    await query(
      broken,
      "UPDATE claim_span SET text = 'never said' WHERE role = 'cue' AND claim_rowid = (SELECT min(rowid) FROM claim)",
    )
    await query(broken, 'DELETE FROM claim_search WHERE rowid = (SELECT min(rowid) FROM claim_search)')
    await query(broken, 'DELETE FROM claim WHERE rowid = (SELECT max(rowid) FROM claim)')
    await query(
      broken,
      "SET session_replication_role = 'replica'; DELETE FROM entity WHERE rowid = (SELECT max(entity_rowid) FROM source)",
    )
    const { status, stdout } = await run(['verify', '--no-files', '--json'], broken)
    expect(status).toBe(1)
    const kinds = new Set(JSON.parse(stdout).findings.map(({ kind }: { kind: string }) => kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['database', 'claim-span', 'search-index', 'claim-count']))
    expect(stdout).toContain('refer to a entity that is not there')
    expect((await run(['doctor', '--json'], broken)).status).toBe(4)
  })

  it('errors name the database without its password', async () => {
    const none = server().urlOf('nowhere')
    for (const args of [
      ['claims'],
      ['verify'],
      ['doctor'],
      ['query', 'SELECT 1'],
      ['serve'],
      ['mcp'],
      ['report'],
      ['check'],
    ]) {
      const { status, stderr } = await run(args, none)
      expect({ args, status, stderr: stderr.includes('is no database of that server') }).toEqual({
        args,
        status: 4,
        stderr: true,
      })
    }
    expect((await run(['claims'], 'mysql://ann:secret@db.example/news')).stderr).toBe(
      'hearsay: A database is the path of a SQLite file, or an address that begins with postgres://; --db has another address. [database-unsuitable]\n',
    )
  })

  it('as a process of its own, with the database from the environment', () => {
    const workspace = makeWorkspace()
    const { status, stdout, stderr } = workspace.hearsay(['claims', '--source', 'Roy', '--nl'], {
      env: { HEARSAY_DB: url },
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '13 claims.\n' })
    expect(stdout.trim().split('\n').length).toBeGreaterThan(3)
    expect(readdirSync(workspace.folder)).toEqual([])
  })

  it('mcp answers from it', async () => {
    const client = new Client({ name: 'test', version: '1' })
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp', '--db', url], stderr: 'ignore' }),
    )
    try {
      const { structuredContent } = await client.callTool({ name: 'search', arguments: { text: 'rents', limit: 3 } })
      expect(structuredContent).toMatchObject({ total: expect.any(Number), claims: { length: 3 } })
      const [{ id }] = (structuredContent as { claims: [{ id: string }] }).claims
      const verified = await client.callTool({ name: 'verify', arguments: { claim: id } })
      expect(verified.structuredContent).toMatchObject({ agrees: true })
    } finally {
      await client.close()
    }
  })
})
