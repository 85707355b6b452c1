import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { clientConfig } from '../../src/store/postgres/connection/client-config.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { makeFolder } from '../support/stored-database.ts'
import { storeVariety } from '../support/variety.ts'
import { runCommand } from './run-command.ts'

interface Told {
  readonly name: string
  readonly type: string
  readonly gloss: string | null
  readonly columns: readonly { readonly name: string; readonly type: string; readonly gloss: string | null }[]
}

async function schema(db: string, ...args: readonly string[]) {
  return await runCommand(['schema', ...args, '--db', db], import.meta.dirname)
}

async function told(db: string): Promise<readonly Told[]> {
  const { status, stdout, stderr } = await schema(db, '--json')
  expect(status, stderr).toBe(0)
  return JSON.parse(stdout)
}

function expectAllGlossed(items: readonly Told[]): void {
  expect(items.length).toBeGreaterThan(50)
  const silent = items.flatMap(({ name, gloss, columns }) => [
    ...(gloss ? [] : [name]),
    ...columns.filter(column => !column.gloss || column.type === '').map(column => `${name}.${column.name}`),
  ])
  expect(silent).toEqual([])
}

it('says of every table and view, and of each of their columns, what it is', async () => {
  const db = storeVariety()
  const items = await told(db)
  expectAllGlossed(items)
  expect(items.map(({ type }) => type)).toEqual(
    items
      .map(({ type }) => type)
      .toSorted()
      .toReversed(),
  )
  const { stdout } = await schema(db, 'v_claim', 'reply')
  expect(stdout).toMatch(/^v_claim \(view\): One flat row a claim/)
  expect(stdout).toMatch(/^ {2}confidence +REAL +How sure Hearsay is, from 0 to 1$/m)
  expect(stdout).toMatch(/\n\nreply \(table\): What answers an accusation/)
  expect(stdout).not.toContain('v_source (view)')
})

it('prints SQL that makes a database that Hearsay takes for its own', async () => {
  const { stdout } = await schema(storeVariety(), '--sql')
  const path = join(makeFolder(), 'again.db')
  const again = new Database(path)
  again.exec(stdout)
  again.close()
  expect((await schema(path, '--sql')).stdout).toBe(stdout)
  expect((await runCommand(['claims', '--db', path], import.meta.dirname)).status).toBe(0)
})

it('prints with a table its indexes', async () => {
  const { stdout } = await schema(storeVariety(), 'claim', '--sql')
  expect(stdout).toContain('CREATE TABLE claim')
  expect(stdout).toMatch(/CREATE INDEX .* ON claim\b/)
  expect(stdout).not.toContain('CREATE VIEW')
})

it('names what is not there, and refuses two forms at once', async () => {
  const db = storeVariety()
  const missing = await schema(db, 'v_clam')
  expect([missing.status, missing.stderr]).toEqual([
    2,
    'hearsay: There is no table or view "v_clam"; hearsay schema without a name lists all. [value-unknown]\n',
  ])
  expect((await schema(db, '--sql', '--json')).status).toBe(2)
})

describePostgres('on PostgreSQL', server => {
  it('it says the same, and its SQL makes the same schema again', async () => {
    const [db, other] = [await server().createDatabase(), await server().createDatabase()]
    expect((await runCommand(['copy', storeVariety(), db], import.meta.dirname)).status).toBe(0)
    const items = await told(db)
    expectAllGlossed(items)
    const { stdout } = await schema(db, '--sql')
    const client = new pg.Client(clientConfig(other))
    await client.connect()
    onTestFinished(() => client.end())
    await client.query(stdout)
    expect(await told(other)).toEqual(items)
    // The server words the columns of a view anew when it is made of its own words.
    const withoutViews = (text: string) => text.split(/;\n\n/).filter(statement => !statement.startsWith('CREATE VIEW'))
    expect(withoutViews((await schema(other, '--sql')).stdout)).toEqual(withoutViews(stdout))
  })
})
