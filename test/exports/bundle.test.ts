import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DATASETTE_CONFIGURATION, DATASETTE_METADATA } from '../../src/export/bundle/datasette.ts'
import { makeWorkspace } from '../cli/hearsay.ts'
import { readExportedClaims } from '../support/exported-claims.ts'
import { readUntilTestEnds } from '../support/stored-database.ts'
import { storeVariety } from '../support/variety.ts'

/** A bundle, made by the real command line from a database whose log still holds all of it. */
async function makeBundle() {
  const workspace = makeWorkspace()
  const original = storeVariety()
  const outcome = await workspace.run(['export', '--db', original, '--bundle', 'archive'])
  expect(outcome.status).toBe(0)
  return { workspace, original, folder: join(workspace.folder, 'archive'), outcome }
}

describe('export --bundle', () => {
  it('holds the same claims, and says so', async () => {
    const { original, folder, outcome } = await makeBundle()
    const claims = await readExportedClaims(readUntilTestEnds(original).database)
    const bundled = readUntilTestEnds(join(folder, 'hearsay.db'))
    expect(await readExportedClaims(bundled.database)).toEqual(claims)
    expect(await bundled.checkIntegrity()).toEqual([])
    expect(outcome.stderr).toBe(`2 articles and ${claims.length} claims in archive.\n`)
  })

  it('has checksums of every file, which hold until one is changed', async () => {
    const { folder } = await makeBundle()
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
    expect(sums.map(line => line.slice(66)).toSorted()).toEqual(
      readdirSync(folder)
        .filter(name => name !== 'SHA256SUMS')
        .toSorted(),
    )
    for (const line of sums)
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, line.slice(66))))
          .digest('hex'),
      ).toBe(line.slice(0, 64))
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ format: 'hearsay-bundle-1', articles: 2, claims: 6 })
    for (const { name, bytes, sha256 } of manifest.files) {
      expect(readFileSync(join(folder, name))).toHaveLength(bytes)
      expect(sums).toContain(`${sha256}  ${name}`)
    }
    const check = () => spawnSync('sh', ['-c', 'sha256sum -c SHA256SUMS'], { cwd: folder })
    const { status } = check()
    // The shell's word for a command that there is not.
    if (status === 127) return console.warn('Not checked with sha256sum: it is not installed.')
    expect(status).toBe(0)
    writeFileSync(join(folder, 'metadata.json'), '{}')
    expect(check().status).toBe(1)
  })

  it.skipIf(process.getuid === undefined)(
    'opens in a folder where nothing can be written, and leaves nothing',
    async () => {
      const { folder } = await makeBundle()
      const before = readdirSync(folder)
      // Root may write everywhere, so root becomes nobody.
      const script = `
      import process from 'node:process'
      const { default: Database } = await import(${JSON.stringify(import.meta.resolve('better-sqlite3'))})
      new Database(':memory:').close()
      if (process.getuid() === 0) process.setuid(65534)
      const database = new Database(process.argv[1], { readonly: true })
      console.log(database.pragma('journal_mode', { simple: true }), database.prepare('SELECT count(*) FROM v_claim').pluck().get())`
      chmodSync(join(folder, '..'), 0o755)
      chmodSync(folder, 0o555)
      onTestFinished(() => chmodSync(folder, 0o755))
      const path = join(folder, 'hearsay.db')
      const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, path], {
        encoding: 'utf8',
      })
      expect([stdout, stderr]).toEqual(['delete 6\n', ''])
      expect(readdirSync(folder)).toEqual(before)
    },
  )

  it('saved queries and facets of Datasette fit the database', async () => {
    const { folder } = await makeBundle()
    const database = new Database(join(folder, 'hearsay.db'), { readonly: true })
    onTestFinished(() => void database.close())
    const { queries, tables } = DATASETTE_METADATA.databases.hearsay
    const values: Readonly<Record<string, string>> = { words: 'talks', name: 'Paul Osei', claim: firstClaim(database) }
    for (const [name, { sql }] of Object.entries(queries)) {
      const parameters = [...sql.matchAll(/:(\w+)/g)].map(([, parameter = '']) => [parameter, values[parameter]])
      expect(database.prepare(sql).all(Object.fromEntries(parameters)), name).not.toEqual([])
    }
    for (const [table, settings] of Object.entries(tables)) {
      const columns = database
        .prepare(`SELECT * FROM ${table}`)
        .columns()
        .map(({ name }) => name)
      const {
        facets = [],
        label_column = null,
        columns: described = {},
      } = settings as {
        facets?: readonly string[]
        label_column?: string
        columns?: Readonly<Record<string, string>>
      }
      const named = [...facets, ...Object.keys(described), ...(label_column === null ? [] : [label_column])]
      expect(
        named.filter(column => !columns.includes(column)),
        table,
      ).toEqual([])
    }
    expect(Object.keys(DATASETTE_CONFIGURATION.databases.hearsay.tables)).toEqual(Object.keys(tables))
  })

  it('refuses a folder that holds something, and options that choose claims; what stood there stays', async () => {
    const { workspace, original } = await makeBundle()
    mkdirSync(join(workspace.folder, 'full'))
    workspace.write('full/mine.txt', 'mine')
    const refused = async (args: readonly string[]) => await workspace.run(['export', '--db', original, ...args])
    expect(await refused(['--bundle', 'full'])).toMatchObject({
      status: 2,
      stderr: 'hearsay: full is there already and not empty; give a folder that is not there yet. [output-exists]\n',
    })
    expect(readdirSync(join(workspace.folder, 'full'))).toEqual(['mine.txt'])
    expect(await refused(['--bundle', 'other', '--naming', 'anonymous'])).toMatchObject({
      status: 2,
      stderr: 'hearsay: --bundle takes the whole database; leave --naming out. [argument-conflict]\n',
    })
    expect(await refused(['--bundle', 'no/such'])).toMatchObject({
      status: 74,
      stderr: expect.stringContaining('ENOENT'),
    })
    expect((await refused(['--bundle', 'other', '--db', 'none.db'])).status).toBe(4)
    expect(readdirSync(workspace.folder).toSorted()).toEqual(['archive', 'full'])
    mkdirSync(join(workspace.folder, 'empty'))
    expect((await refused(['--bundle', 'empty'])).status).toBe(0)
    expect(existsSync(join(workspace.folder, 'empty/hearsay.db'))).toBe(true)
  })
})

function firstClaim(database: Database.Database): string {
  return database.prepare<[], string>('SELECT id FROM v_claim LIMIT 1').pluck().get() ?? ''
}
