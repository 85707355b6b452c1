import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { describePostgres } from '../../../test/postgres/describe-postgres.ts'
import { clientConfig } from './connection/client-config.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/all-migrations.ts'

/** What a release left that knew no more than these; its views are of no account, for they are made anew. */
async function makeOlder(client: pg.Client, schema: number): Promise<void> {
  await client.query(
    'CREATE TABLE hearsay_schema (number integer PRIMARY KEY, name text NOT NULL, since text NOT NULL, applied_at text NOT NULL)',
  )
  for (const { number, name, since, sql } of MIGRATIONS.slice(0, schema)) {
    await client.query(sql)
    await client.query("INSERT INTO hearsay_schema VALUES ($1, $2, $3, '2026-01-01')", [number, name, since])
  }
}

describePostgres('a database of schema 5', server => {
  it('takes what an only place says from its article, and says nothing of several', async () => {
    const client = new pg.Client(clientConfig(await server().createDatabase()))
    await client.connect()
    onTestFinished(() => client.end())
    await makeOlder(client, 5)
    await client.query(`
      INSERT INTO article (id, uri, raw_sha256, title, publisher, published_at, published_utc, language, decoded_as, warnings, text)
        VALUES ('once', 'news/a.txt', 'raw', 'A title', 'The Post', '2026-01-01T12:00:00+02:00', '2026-01-01T10:00:00.000Z', 'en', 'utf-8', '[]', 'Once.'),
          ('twice', 'news/x.txt', 'raw', 'One of two', NULL, NULL, NULL, NULL, 'utf-8', '[]', 'Twice.');
      INSERT INTO input (location, uri, status, article_id) VALUES ('news/a.txt', 'news/a.txt', 'done', 'once'),
        ('news/x.txt', 'news/x.txt', 'done', 'twice'), ('news/y.txt', 'news/y.txt', 'done', 'twice')`)
    await migrate(client, 'news', MIGRATIONS)
    const told = await client.query({
      text: 'SELECT location, title, publisher, published_at, published_utc, language, origins FROM input ORDER BY location',
      rowMode: 'array',
    })
    expect(told.rows).toEqual([
      ['news/a.txt', 'A title', 'The Post', '2026-01-01T12:00:00+02:00', '2026-01-01T10:00:00.000Z', 'en', '{}'],
      ['news/x.txt', null, null, null, null, null, null],
      ['news/y.txt', null, null, null, null, null, null],
    ])
    await client.query("INSERT INTO left_out SELECT id, 0, 'comments', 'Well said' FROM input")
    const articles = await client.query('SELECT id, section, left_out FROM v_article ORDER BY id')
    expect(articles.rows).toEqual([
      { id: 'once', section: null, left_out: 1 },
      { id: 'twice', section: null, left_out: 2 },
    ])
    await client.query("DELETE FROM input WHERE article_id = 'twice'")
    expect((await client.query('SELECT location FROM v_left_out')).rows).toEqual([{ location: 'news/a.txt' }])
  })
})
