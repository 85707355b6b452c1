import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyDatabase } from '../../src/store/copy-database.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { streamArticleLeaves, streamSeals } from '../../src/store/queries/seals/seals.ts'
import { makeWorkspace } from '../cli/hearsay.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { collect } from '../support/collect.ts'
import { fillSealed } from '../support/sealed-database.ts'
import { makeFolder } from '../support/stored-database.ts'
import { storeVariety } from '../support/variety.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')
const page = readFileSync(join(import.meta.dirname, '../../docs/reference/seals.md'), 'utf8')
const scripts = [...page.matchAll(/```python\n([\s\S]+?)```/g)].map(([, script = '']) => script)

const hasPython =
  spawnSync('python3', ['-c', 'import sqlite3; sqlite3.connect(":memory:").execute("SELECT 1")']).status === 0
if (!hasPython)
  console.warn(
    'Skipped: there is no python3 with sqlite3, so nobody else computes the digests of docs/reference/seals.md.',
  )

/** What the page's Python computes from a SQLite database. */
function compute(path: string): string[] {
  const run = spawnSync('python3', ['-c', scripts.join(''), path], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  expect(run.stderr).toBe('')
  return run.stdout.trimEnd().split('\n')
}

/** What stands in a database of either kind, as the Python prints it. */
async function readSealed(db: string) {
  const reader = await openReader(db)
  const articles = await collect(streamArticleLeaves(reader.database))
  const seals = await collect(streamSeals(reader.database))
  await reader.close()
  return [
    ...articles.map(({ id, digest }) => `article ${id} ${digest}`),
    ...seals.map(({ number, digest }) => `seal ${number} ${digest}`),
  ]
}

it('the Python of docs/reference/seals.md has twenty-two lines, and thirteen', () => {
  expect(scripts.map(script => script.trimEnd().split('\n').length)).toEqual([22, 13])
})

it.skipIf(!hasPython)('it computes the digests of a database with everything', async () => {
  const path = storeVariety()
  const sealed = await readSealed(path)
  expect(sealed.length).toBeGreaterThan(2)
  expect(compute(path)).toEqual(sealed)
  const corrected = join(makeFolder(), 'corrected.db')
  await fillSealed(corrected)
  expect(compute(corrected)).toEqual(await readSealed(corrected))
})

it.skipIf(!hasPython)('it computes the digests of the sample corpus', async () => {
  const workspace = makeWorkspace()
  expect((await workspace.run(['run', CORPUS])).status).toBe(0)
  const path = join(workspace.folder, 'out/hearsay.db')
  const sealed = await readSealed(path)
  expect(sealed.length).toBeGreaterThan(30)
  expect(compute(path)).toEqual(sealed)
})

describePostgres('the Python of docs/reference/seals.md', server => {
  it.skipIf(!hasPython)('computes the digests of a copy from PostgreSQL', async () => {
    const url = await server().createDatabase()
    const workspace = makeWorkspace()
    expect((await workspace.run(['run', CORPUS, '--db', url])).status).toBe(0)
    const path = join(makeFolder(), 'copy.db')
    await copyDatabase(url, path)
    const sealed = await readSealed(path)
    expect(sealed.length).toBeGreaterThan(30)
    expect(compute(path)).toEqual(sealed)
    const onServer = await readSealed(url)
    expect(sealed.slice(0, onServer.length)).toEqual(onServer)
  })
})
