import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { describePostgres } from '../../../test/postgres/describe-postgres.ts'
import { PASSWORD, query } from '../../../test/postgres/start-postgres.ts'
import { startProxy } from '../../../test/postgres/start-proxy.ts'
import { CONFIGURATION } from '../../../test/support/stored-database.ts'
import { EXIT, HearsayError } from '../../domain/errors.ts'
import { appendCorrections } from '../correcting/correct-claims.ts'
import { migrateExisting } from './connect.ts'
import { clientConfig } from './connection/client-config.ts'
import { migrate, requireSchema } from './migrate.ts'
import { MIGRATIONS } from './migrations/all-migrations.ts'
import { PostgresDoneLookup } from './postgres-done-lookup.ts'
import { PostgresStore } from './postgres-store.ts'

const NEWEST = MIGRATIONS.length
const correction = { verdict: 'rejected', source: null, note: null, correctedBy: null } as const

describePostgres('a database of PostgreSQL', server => {
  const tablesOf = (url: string) =>
    query(url, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY relname")

  /** What opening it says, which must be one sentence without the password. */
  async function refusal(url: string, open: (url: string) => Promise<unknown> = PostgresStore.open): Promise<string> {
    const error = await open(url).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(HearsayError)
    const { message, exitCode } = error as HearsayError
    expect(exitCode).toBe(EXIT.database)
    expect(message).toMatch(/^[^\n]+[.A-Z]$|hearsay run PATH --db \S+$|NAME$/)
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), 'guessed']) expect(message).not.toContain(secret)
    return message
  }

  it('lets nobody in with a wrong password, or as somebody unknown', async () => {
    expect(await refusal(server().urlOf('postgres', 'hearsay', 'guessed'))).toContain('with that password')
    expect(await refusal(server().urlOf('postgres', 'stranger'))).toContain('does not let in that user')
    const bare = new URL(server().urlOf('postgres'))
    bare.password = ''
    expect(await refusal(bare.href)).toContain('asks for a password')
  })

  it('has to be there, and so has its server', async () => {
    expect(await refusal(server().urlOf('nowhere'))).toMatch(/\/nowhere is no database of that server/)
    const { port } = await startProxy(server().port, bytes => bytes)
    const gone = server()
      .urlOf('postgres')
      .replace(`:${server().port}/`, `:${port === 1 ? 2 : 1}/`)
    expect(await refusal(gone)).toMatch(/^No PostgreSQL answers at postgres:\/\/hearsay@127\.0\.0\.1:1\/postgres/)
    expect(await refusal('postgres://ann:guessed@no-such-host.invalid/news')).toContain('is not known')
    expect(await refusal('postgres://ann:guessed@host:port/news')).toContain('is no address of a PostgreSQL database')
  })

  it('is made once although several processes come at the same time, and only for writing', async () => {
    const url = await server().createDatabase()
    expect(await refusal(url, PostgresDoneLookup.open)).toMatch(/is empty; fill it first: hearsay run PATH --db/)
    expect(await refusal(url, one => appendCorrections(one, ['c1'], correction))).toContain('is empty')
    await migrateExisting(url)
    expect(await tablesOf(url)).toEqual([])
    const stores = await Promise.all([1, 2, 3].map(() => PostgresStore.open(url)))
    expect(await Promise.all(stores.map(store => store.startRun(CONFIGURATION)))).toHaveLength(3)
    await Promise.all(stores.map(store => store.close()))
    await migrateExisting(url)
    expect(await query(url, 'SELECT number FROM hearsay_schema ORDER BY number')).toEqual(
      MIGRATIONS.map(({ number }) => ({ number })),
    )
  })

  it('with a schema newer than the program stays as it is', async () => {
    const url = await server().createDatabase()
    await (await PostgresStore.open(url)).close()
    await query(url, `INSERT INTO hearsay_schema VALUES (${NEWEST + 1}, 'next', '0.9.0', 'now')`)
    const before = await tablesOf(url)
    const refused = `has schema ${NEWEST + 1}, and this Hearsay knows schemas up to ${NEWEST}: it needs Hearsay >= 0.9.0.`
    for (const open of [PostgresStore.open, PostgresDoneLookup.open, migrateExisting])
      expect(await refusal(url, open)).toContain(refused)
    expect(await tablesOf(url)).toEqual(before)
  })

  it('with an older schema is brought to the next one as a whole, or stays as it is', async () => {
    const url = await server().createDatabase()
    await (await PostgresStore.open(url)).close()
    const client = new pg.Client(clientConfig(url))
    await client.connect()
    onTestFinished(() => client.end())
    const step = { number: NEWEST + 1, name: 'next', since: '0.9.0' }
    const good = { ...step, sql: 'ALTER TABLE claim ADD COLUMN tone text' }
    const bad = { ...step, number: NEWEST + 2, sql: 'ALTER TABLE no_such_table ADD COLUMN tone text' }
    await expect(requireSchema(client, 'news', [...MIGRATIONS, good])).rejects.toThrow(
      `news has schema ${NEWEST}, and this Hearsay reads schema ${NEWEST + 1}; bring it up to date with: hearsay run PATH --db news`,
    )
    const before = await tablesOf(url)
    await expect(migrate(client, 'news', [...MIGRATIONS, good, bad])).rejects.toThrow('no_such_table')
    expect(await tablesOf(url)).toEqual(before)
    await migrate(client, 'news', [...MIGRATIONS, good])
    await requireSchema(client, 'news', [...MIGRATIONS, good])
    expect(await query(url, 'SELECT tone FROM claim')).toEqual([])
    expect(await tablesOf(url)).toEqual(before)
  })

  it('with tables of somebody else stays as it is', async () => {
    const url = await server().createDatabase()
    await query(url, 'CREATE TABLE article (headline text)')
    expect(await refusal(url)).toContain('holds a table "article" that is none of Hearsay\'s')
    expect(await tablesOf(url)).toEqual([{ relname: 'article' }])
  })

  it.each([
    ['table', 'CREATE TABLE claim_span (width integer)'],
    ['view', 'CREATE VIEW v_claim AS SELECT 1 AS mine'],
    ['table of a later migration', 'CREATE TABLE queued_article (place integer)'],
  ])('with a %s of somebody else that is in the way later stays as it is', async (_, sql) => {
    const url = await server().createDatabase()
    await query(url, sql)
    const before = await tablesOf(url)
    expect(await refusal(url)).toMatch(/holds something that is none of Hearsay's \(relation "\w+" already exists\)/)
    expect(await tablesOf(url)).toEqual(before)
  })

  it('with a view of somebody else over one of its own is not migrated away from under it', async () => {
    const url = await server().createDatabase()
    await (await PostgresStore.open(url)).close()
    await query(url, 'CREATE VIEW mine AS SELECT act FROM v_claim')
    await query(url, `DELETE FROM hearsay_schema WHERE number = ${NEWEST}`)
    expect(await refusal(url)).toMatch(/rests on a view of Hearsay's \(view mine depends on view v_claim\)/)
    expect(await query(url, 'SELECT act FROM mine')).toEqual([])
  })

  it('must have a schema for the tables', async () => {
    const url = `${await server().createDatabase()}?options=-c%20search_path%3Dnowhere`
    expect(await refusal(url)).toContain('has no schema to make tables in')
  })

  it('may hold other tables beside', async () => {
    const url = await server().createDatabase()
    await query(url, 'CREATE TABLE subscriber (name text)')
    await (await PostgresStore.open(url)).close()
    expect(await tablesOf(url)).toContainEqual({ relname: 'claim' })
  })

  it('must hold every character', async () => {
    const url = await server().createDatabase()
    await query(url, "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'")
    expect(await refusal(server().urlOf('latin'))).toContain('has the encoding LATIN1, and Hearsay needs UTF8')
    expect(await tablesOf(server().urlOf('latin'))).toEqual([])
  })

  it('must be open to change, and the user must have the right', async () => {
    const url = await server().createDatabase()
    const readOnly = `${url}?options=-c%20default_transaction_read_only%3Don`
    expect(await refusal(readOnly)).toContain('can only be read')
    await query(url, `CREATE ROLE guest LOGIN PASSWORD 'guessed'`)
    const guest = url.replace(/\/\/.*@/, '//guest:guessed@')
    expect(await refusal(guest)).toContain('does not allow it')
    expect(await tablesOf(url)).toEqual([])
  })

  it('needs a server of version 15 or later', async () => {
    const url = await server().createDatabase()
    // The real server, with another version number on the wire.
    const [{ number } = { number: '' }] = await query(url, "SELECT current_setting('server_version_num') AS number")
    const proxy = await startProxy(server().port, bytes =>
      Buffer.from(bytes.toString('latin1').replace(String(number), '140019'), 'latin1'),
    )
    const old = url.replace(`:${server().port}/`, `:${proxy.port}/`)
    for (const open of [PostgresStore.open, PostgresDoneLookup.open, migrateExisting])
      expect(await refusal(old, open)).toMatch(/is PostgreSQL 14, and Hearsay needs 15 or later/)
    expect(await tablesOf(url)).toEqual([])
  })
})
