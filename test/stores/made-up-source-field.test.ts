import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPipeline } from '../../src/run/create-pipeline.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { storeRecordsAt } from '../support/stored-database.ts'
import { copyCheckout, EDITS, edit } from './made-up-source-field.ts'

/*
 * One more field of sources, made up and added in a copy of the checkout: how many files it takes, and that it comes through
 * the pipeline into both stores and out again on every way.
 */

const root = join(import.meta.dirname, '../..')
const TEXT =
  'The council closed the yard on Monday.\n\n“Nobody asked us,” an angry neighbour who spoke on condition of anonymity said.\n'
/** Of "angry", in code points. */
const PLACE = { start: TEXT.indexOf('angry'), end: TEXT.indexOf('angry') + 5 }

/** Runs in the copy, on its own code. */
const PROBE = `
import { verify } from './src/audit/verify.ts'
import { explainClaims } from './src/audit/explain.ts'
import { csv } from './src/export/tables/csv.ts'
import { jsonl } from './src/export/jsonl.ts'
import { createPipeline } from './src/run/create-pipeline.ts'
import { copyDatabase } from './src/store/copy-database.ts'
import { openReader } from './src/store/open-reader.ts'
import { migrateExisting, openStore } from './src/store/open-store.ts'
import { readArticleRecord } from './src/store/queries/article-record.ts'

const { text, older, sqlite, server, copied } = JSON.parse(process.argv[2])
const record = await (await createPipeline({ engine: 'linear' })).analyse(text)
const configuration = { hearsay: '99.0.0', node: process.version, libraries: {}, stages: record.stages, options: {} }

async function store(db) {
  const store = await openStore(db)
  const run = await store.startRun(configuration)
  await store.write(run, { records: [record], dead: [], skipped: [] })
  await store.endRun(run, 'finished', { inputs: 1, done: 1, unchanged: 0, skipped: 0, dead: 0, claims: record.claims.length })
  await store.close()
}

async function tell(db) {
  const reader = await openReader(db)
  const { database } = reader
  const stored = await readArticleRecord(database, record.article.id)
  const pieces = { csv: '', jsonl: '' }
  for (const format of [csv, jsonl]) await format.export(database, {}, piece => void (pieces[format.name] += piece))
  const findings = []
  await verify(reader, { folder: null, onFinding: finding => findings.push(finding.message) })
  const told = {
    record: stored.sources.map(source => source.mood ?? null),
    source: (await database.selectFrom('v_source').selectAll().execute()).map(row => row.mood ?? null),
    claim: (await database.selectFrom('v_claim').selectAll().execute()).map(row => row.mood ?? null),
    ledger: (await database.selectFrom('v_anonymous').selectAll().execute()).map(row => [row.mood, row.mood_start, row.mood_end]),
    header: pieces.csv.split('\\r\\n')[0],
    row: pieces.csv.split('\\r\\n')[1],
    jsonl: JSON.parse(pieces.jsonl.split('\\n')[0]).source.mood ?? null,
    findings,
  }
  await reader.close()
  return told
}

await store(sqlite)
await migrateExisting(older)
const told = { sqlite: await tell(sqlite), older: await tell(older) }
if (server !== null) {
  await store(server)
  await copyDatabase(sqlite, copied)
  Object.assign(told, { server: await tell(server), copied: await tell(copied) })
}
console.log(JSON.stringify(told))
`

interface Told {
  readonly record: readonly unknown[]
  readonly source: readonly unknown[]
  readonly claim: readonly unknown[]
  readonly ledger: readonly unknown[]
  readonly header: string
  readonly row: string
  readonly jsonl: string | null
  readonly findings: readonly string[]
}

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-made-up-'))
  copyCheckout(root, folder, ['src/domain/source-fields.ts'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(args: readonly string[]): Promise<{ readonly output: string; readonly status: number | null }> {
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (output += piece))
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  return { output, status }
}

it('takes at most six files', () => {
  expect(Object.keys(EDITS).length).toBeLessThanOrEqual(6)
})

it('leads from the catalogue to where the field is read, and nowhere else, by types that fail', async () => {
  const { output } = await run([join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', '.'])
  const files = [...output.matchAll(/^([\w./-]+)\(\d+,\d+\): error/gm)].map(([, file]) => file)
  expect([...new Set(files)]).toEqual(['pipeline/sources/finish-source.ts'])
}, 600_000)

describePostgres('a field that was made up', server => {
  it('comes through the pipeline into both stores, and out by record, view and export', async () => {
    edit(
      folder,
      Object.keys(EDITS).filter(path => path !== 'src/domain/source-fields.ts'),
    )
    // As it was stored and sealed before there was such a field.
    const pipeline = await createPipeline({ engine: 'linear' })
    const older = join(folder, 'older.db')
    storeRecordsAt(older, [await pipeline.analyse(TEXT)])
    writeFileSync(join(folder, 'probe.mjs'), PROBE)
    const databases = { sqlite: join(folder, 'new.db'), older, server: await server().createDatabase() }
    const given = { ...databases, text: TEXT, copied: await server().createDatabase() }
    const { output, status } = await run(['probe.mjs', JSON.stringify(given)])
    expect(status, output).toBe(0)
    const { older: migrated, ...others } = JSON.parse(output) as Record<'sqlite' | 'older' | 'server' | 'copied', Told>
    for (const [store, told] of Object.entries(others)) {
      expect(told, store).toMatchObject({
        record: [{ value: 'angry', span: PLACE }],
        source: ['angry'],
        claim: ['angry'],
        ledger: [['angry', PLACE.start, PLACE.end]],
        jsonl: 'angry',
        findings: [],
      })
      expect(told.header, store).toMatch(/,publisher,byline,mood$/)
      expect(told.row, store).toMatch(/,angry$/)
    }
    // Its seals hold although the table has more columns now.
    expect(migrated).toMatchObject({ record: [null], source: [null], claim: [null], jsonl: null, findings: [] })
  }, 600_000)
})
