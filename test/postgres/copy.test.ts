import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { expect, it } from 'vitest'
import type { Article } from '../../src/domain/article.ts'
import { copyDatabase } from '../../src/store/copy-database.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { appendCorrections } from '../../src/store/open-store.ts'
import { clientConfig } from '../../src/store/postgres/connection/client-config.ts'
import { PostgresStagingTarget } from '../../src/store/postgres/postgres-staging-target.ts'
import { writeArticles } from '../../src/store/postgres/write/write-articles.ts'
import { findClaims } from '../../src/store/queries/claims.ts'
import { originOf, toldBy } from '../../src/store/runs/origins.ts'
import type { ArticleInput } from '../../src/store/store.ts'
import { copyStore } from '../../src/store/transfer/copy-store.ts'
import { makeWorkspace } from '../cli/hearsay.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { readContent } from '../support/database-content.ts'
import { failedAlike, skippedAlike } from '../support/failed-alike.ts'
import { storeMachine } from '../support/machine.ts'
import { makeFolder } from '../support/stored-database.ts'
import { makeVariety } from '../support/variety.ts'
import { describePostgres } from './describe-postgres.ts'
import { query } from './start-postgres.ts'

/** A database with everything: several runs, failures, skipped inputs, entities, corrections that follow one another. */
async function makeOriginal(): Promise<string> {
  const [talks, sums] = makeVariety() as [ReturnType<typeof makeVariety>[0], ReturnType<typeof makeVariety>[0]]
  const text = 'Ms Roy said rents rose.'
  const entity = { id: 'roy', name: 'Ms Roy', kind: 'person' } as const
  const roy = buildArticleRecord(
    text,
    [{ source: 'Ms Roy', cue: 'said', content: 'rents rose', describe: { entityId: 'roy' } }],
    {
      entities: [entity],
      mentions: [
        { start: 0, end: 6, text: 'Ms Roy', type: 'person', entityId: 'roy', name: { start: 3, end: 6 }, chain: 1 },
      ],
      candidates: [{ start: 7, end: 11, text: 'said', stage: 'claims', rule: 'cue', reason: 'no content' }],
      article: { uri: 'news/roy.txt', warnings: ['1 NUL'] },
    },
  )
  const { article } = buildArticleRecord('😀 Poison.', [], { article: { uri: 'news/poison.txt' } })
  const path = storeMachine(
    {
      on: '2026-01-01',
      records: [talks, roy],
      dead: [
        {
          articleId: article.id,
          uri: article.uri,
          stage: 'claims',
          stageVersion: 1,
          kind: 'exit',
          error: '“it”',
          article,
        },
        failedAlike('news/wire.jsonl', 50),
      ],
      skipped: [{ uri: 'news/empty.txt', reason: 'empty' }, skippedAlike('news/wire.jsonl', 7)],
    },
    { on: '2026-01-02', records: [sums], inputs: inTwoPlaces(sums.article) },
  )
  const [claim] = talks.claims
  const correction = { verdict: null, source: null, note: null, correctedBy: 'desk' }
  const correct = (change: object) => appendCorrections(path, [claim?.id as string], { ...correction, ...change })
  await correct({ source: 'Bo Li' })
  await correct({ verdict: 'rejected' })
  await correct({ verdict: 'accepted', note: 'she rang back — “yes”' })
  return path
}

/** In one place with a headline of its own, and comments and links below it; in the other with nothing. */
function inTwoPlaces(article: Article): ArticleInput[] {
  const at = (uri: string) => ({ ...originOf(article), location: uri, uri })
  const leftOut = Array.from({ length: 30 }, (_, n) => ({
    reason: n % 2 === 0 ? 'comments' : 'related links',
    text: `“${n}”\t\\ 😀 \u202e\n second line`,
  }))
  const told = { title: 'Sums', modifiedAt: '2026-01-03T10:00:00Z', section: 'Money', origins: { title: 'og:title' } }
  return [
    { articleId: article.id, origin: at('news/sums.html'), told: toldBy({ ...article, ...told }, leftOut) },
    { articleId: article.id, origin: at('wire/sums.xml'), told: toldBy(article, []) },
  ]
}

async function contentOf(db: string) {
  const reader = await openReader(db)
  try {
    expect(await reader.checkIntegrity()).toEqual([])
    return await readContent(reader.database)
  } finally {
    await reader.close()
  }
}

async function search(db: string, text: string): Promise<string[]> {
  const reader = await openReader(db)
  try {
    return (await findClaims(reader.database, { text })).map(({ id }) => id)
  } finally {
    await reader.close()
  }
}

const NO = 'Mr Lim said no.'
const stages = (version: number) => ({ stages: [{ name: 'claims', version }] })

/** An article of old stages that refers to the entity `lim`. */
function quoteLim(text: string) {
  const entities = [{ id: 'lim', name: 'Mr Lim', kind: 'person' as const }]
  const lim = { start: 0, end: 6, text: 'Mr Lim', type: 'person' as const, entityId: 'lim', name: null, chain: 0 }
  const claim = { source: 'Mr Lim', cue: 'said', describe: { entityId: 'lim' } }
  return buildArticleRecord(text, [claim], { ...stages(1), entities, mentions: [lim], article: { uri: text } })
}

/** The same article as newer stages read it, with no entity. */
function withoutClaims(text: string) {
  return buildArticleRecord(text, [], { ...stages(2), article: { uri: text } })
}

/** In a transaction, and with the run that it writes for. */
async function startWorker(url: string) {
  const worker = new pg.Client(clientConfig(url))
  await worker.connect()
  const [run] = await query(url, "UPDATE run SET status = 'running' RETURNING id")
  await worker.query('BEGIN')
  return { worker, run: Number(run?.id) }
}

async function untilOneWaits(url: string): Promise<void> {
  const waiting = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
  while ((await query(url, waiting)).length === 0);
}

function rowsOf(path: string, sql: string, ...values: unknown[]) {
  const database = new Database(path, { readonly: true })
  try {
    return database.prepare<unknown[], Record<string, unknown>>(sql).all(...values)
  } finally {
    database.close()
  }
}

describePostgres('copying', server => {
  it('to PostgreSQL and back gives the same rows, accounts, corrections and bytes of export', async () => {
    const original = await makeOriginal()
    const url = await server().createDatabase()
    const back = join(makeFolder(), 'back.db')
    expect(await copyDatabase(original, url)).toMatchObject({
      added: 3,
      runs: 2,
      failures: 2,
      inputs: 8,
      corrections: 3,
    })
    await copyDatabase(url, back)
    const content = await contentOf(original)
    expect(content.claims).toContain('she rang back')
    expect(await contentOf(url)).toEqual(content)
    expect(await contentOf(back)).toEqual(content)
    const found = await search(original, 'rents')
    expect(found).toHaveLength(3)
    for (const db of [url, back]) expect(await search(db, 'rents')).toEqual(found)
  })

  it('replaces what newer stages analysed, and keeps to it whichever way it goes', async () => {
    const stages = (version: number) => [{ name: 'claims', version }]
    const older = storeMachine({
      on: '2026-01-02',
      records: [buildArticleRecord('Mr Lim said no.', [], { stages: stages(1) })],
    })
    const claims = [{ source: 'Mr Lim', cue: 'said', content: 'no' }]
    const newer = storeMachine({
      on: '2026-01-01',
      records: [buildArticleRecord('Mr Lim said no.', claims, { stages: stages(2) })],
    })
    const url = await server().createDatabase()
    await copyDatabase(older, url)
    expect(await copyDatabase(newer, url)).toMatchObject({ replaced: 1, conflicts: [{ kept: 'theirs' }] })
    expect(await copyDatabase(older, url)).toMatchObject({ known: 1, conflicts: [{ kept: 'ours' }] })
    expect((await contentOf(url)).articles).toEqual((await contentOf(newer)).articles)
  })

  it('waits for a worker that is about to refer to what it would delete', async () => {
    const url = await server().createDatabase()
    await copyDatabase(storeMachine({ on: '2026-01-01', records: [quoteLim(NO)] }), url)
    const { worker, run } = await startWorker(url)
    await writeArticles(worker, [quoteLim('Mr Lim said yes.')], run)
    const copied = copyDatabase(storeMachine({ on: '2026-01-02', records: [withoutClaims(NO)] }), url)
    await untilOneWaits(url)
    await worker.query('COMMIT')
    await worker.end()
    expect(await copied).toMatchObject({ replaced: 1 })
    expect((await contentOf(url)).articles).toHaveLength(2)
    expect(await query(url, 'SELECT id FROM entity')).toEqual([{ id: 'lim' }])
  })

  it('makes an entity again that a worker deletes while it would refer to it', async () => {
    const url = await server().createDatabase()
    await copyDatabase(storeMachine({ on: '2026-01-01', records: [quoteLim(NO)] }), url)
    const { worker, run } = await startWorker(url)
    const ask = worker.query.bind(worker) as (...query: unknown[]) => Promise<unknown>
    const coming = storeMachine({ on: '2026-01-02', records: [quoteLim('Mr Lim said yes.')] })
    const copies: Promise<unknown>[] = []
    const askBetween = async (...query: unknown[]) => {
      const answer = await ask(...query)
      // The worker has locked the entity that nothing refers to any more, and has not deleted it yet.
      if (String(query[0]).includes('SKIP LOCKED')) {
        copies.push(copyDatabase(coming, url))
        await untilOneWaits(url)
      }
      return answer
    }
    Object.assign(worker, { query: askBetween })
    await writeArticles(worker, [withoutClaims(NO)], run)
    await ask('COMMIT')
    await worker.end()
    expect(await Promise.all(copies)).toMatchObject([{ added: 1 }])
    const linked = 'SELECT entity.id FROM entity JOIN'
    expect(await query(url, `${linked} source ON source.entity_rowid = entity.rowid`)).toEqual([{ id: 'lim' }])
    expect(await query(url, `${linked} mention ON mention.entity_rowid = entity.rowid`)).toEqual([{ id: 'lim' }])
    await contentOf(url)
  })

  it('leaves alone an article that a worker writes at the same moment, and takes its input by the rule', async () => {
    const url = await server().createDatabase()
    await copyDatabase(storeMachine({ on: '2026-01-01', records: [quoteLim(NO)] }), url)
    const { worker, run } = await startWorker(url)
    const yes = quoteLim('Mr Lim said yes.')
    await writeArticles(worker, [withoutClaims(yes.article.uri)], run)
    const others = [quoteLim('Mr Lim said so.'), quoteLim('Mr Lim said why.')]
    const machine = storeMachine({ on: '2026-01-02', records: [...others, yes] })
    const [input] = rowsOf(machine, 'SELECT location, uri, article_id FROM input WHERE article_id = ?', yes.article.id)
    await worker.query(
      "INSERT INTO input (location, uri, article_id, status, run_id, first_run_id) VALUES ($1, $2, $3, 'done', $4, $4)",
      [input?.location, input?.uri, input?.article_id, run],
    )
    const copied = copyDatabase(machine, url)
    await untilOneWaits(url)
    await worker.query('COMMIT')
    await worker.end()
    expect(await copied).toMatchObject({ added: 2, replaced: 0, known: 1, claims: 2, inputs: 2 })
    const last = await query(url, 'SELECT run_id FROM input WHERE article_id = $1', [yes.article.id])
    expect(last).toEqual(await query(url, 'SELECT max(id) AS run_id FROM run'))
    await contentOf(url)
    expect(await copyDatabase(machine, url)).toMatchObject({ added: 0, known: 3, inputs: 0 })
  })

  it('gives the same when two copy the same at the same time', async () => {
    const original = await makeOriginal()
    const url = await server().createDatabase()
    await copyDatabase(storeMachine({ on: '2026-02-01', records: [quoteLim(NO)] }), url)
    const [one, other] = await Promise.all([copyDatabase(original, url), copyDatabase(original, url)])
    const sum = (count: 'added' | 'known' | 'runs' | 'inputs' | 'failures' | 'corrections') => one[count] + other[count]
    expect([sum('added'), sum('known')]).toEqual([3, 3])
    expect([sum('runs'), sum('inputs'), sum('failures'), sum('corrections')]).toEqual([2, 8, 2, 3])
    expect((await contentOf(url)).articles).toHaveLength(4)
  })

  it('keeps what is on its way as small as one batch', async () => {
    const records = Array.from({ length: 1_001 }, (_, n) => {
      const entities = [{ id: `lim-${n}`, name: 'Mr Lim', kind: 'person' as const }]
      const claim = { source: 'Mr Lim', cue: 'said', describe: { entityId: `lim-${n}` } }
      return buildArticleRecord(`Mr Lim said ${n}.`, [claim], { entities, article: { uri: `news/${n}.txt` } })
    })
    const reader = await openReader(storeMachine({ on: '2026-01-01', records }))
    const target = await PostgresStagingTarget.open(await server().createDatabase())
    try {
      expect(await copyStore(reader.database, target)).toMatchObject({ added: 1_001 })
      const sizes = await target.all<{ relname: string; size: number }>(
        `SELECT relname, pg_relation_size(oid) AS size FROM pg_class
         WHERE relpersistence = 't' AND relkind = 'r' AND relname <> 'staged_input'`,
      )
      expect(sizes.map(({ relname }) => relname)).toEqual(expect.arrayContaining(['incoming', 'entity_map']))
      // The last batch had one article.
      expect(sizes.filter(({ size }) => size > 8_192)).toEqual([])
    } finally {
      await target.close()
      await reader.close()
    }
  })

  it('says in one sentence what the server refuses before the first batch', async () => {
    const url = await server().createDatabase()
    const original = await makeOriginal()
    await copyDatabase(original, url)
    const database = new URL(url).pathname.slice(1)
    await query(
      url,
      `CREATE ROLE clerk LOGIN PASSWORD 'clerk'; GRANT ALL ON ALL TABLES IN SCHEMA public TO clerk;
       GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO clerk; REVOKE TEMP ON DATABASE "${database}" FROM public`,
    )
    await expect(copyDatabase(original, server().urlOf(database, 'clerk', 'clerk'))).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining('give the user the rights'),
    })
  })

  it('by the command line says what came, and no password', async () => {
    const workspace = makeWorkspace()
    const url = await server().createDatabase()
    const path = await makeOriginal()
    const copied = await workspace.run(['copy', path, url, '--json'])
    expect(copied.stderr).toMatch(/^3 articles \(3 added, .*\nCopied into postgres:.*: 3 corrections came\.\n$/)
    expect(JSON.parse(copied.stdout)).toMatchObject({ from: path, added: 3, runs: 2 })
    expect(copied.stdout + copied.stderr).not.toContain(new URL(url).password)
    expect(await workspace.run(['copy', url, url])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('into itself'),
    })
    expect(await workspace.run(['copy', server().urlOf('nowhere'), 'c.db'])).toMatchObject({
      status: 4,
      stderr: expect.stringMatching(/^hearsay: [^\n]*nowhere[^\n]*\n$/),
    })
    expect(workspace.rows('SELECT 1', 'c.db')).toEqual([])
  })

  it('changes nothing when it is done again, and then goes on with what is new', async () => {
    const original = await makeOriginal()
    const url = await server().createDatabase()
    await copyDatabase(original, url)
    const rows = () =>
      query(
        url,
        'SELECT (SELECT json_agg(run) FROM run), (SELECT json_agg(article) FROM article), (SELECT json_agg(claim) FROM claim), (SELECT json_agg(input) FROM input), (SELECT json_agg(correction) FROM correction), (SELECT json_agg(dead_letter) FROM dead_letter)',
      )
    const before = await rows()
    expect(await copyDatabase(original, url)).toMatchObject({
      added: 0,
      replaced: 0,
      known: 3,
      runs: 0,
      inputs: 0,
      corrections: 0,
    })
    expect(await rows()).toEqual(before)
    const more = storeMachine({
      on: '2026-02-01',
      records: [buildArticleRecord('Mr Lim said no.', [{ source: 'Mr Lim', cue: 'said', content: 'no' }])],
    })
    expect(await copyDatabase(more, url)).toMatchObject({ added: 1, runs: 1 })
    expect((await contentOf(url)).articles).toHaveLength(4)
  })
})
