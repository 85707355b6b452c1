import { join } from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { copyDatabase } from '../../src/store/copy-database.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { appendCorrections } from '../../src/store/open-store.ts'
import { clientConfig } from '../../src/store/postgres/client-config.ts'
import { writeArticles } from '../../src/store/postgres/write-articles.ts'
import { findClaims } from '../../src/store/queries/claims.ts'
import { makeWorkspace } from '../cli/hearsay.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { readContent } from '../support/database-content.ts'
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
      ],
      skipped: [{ uri: 'news/empty.txt', reason: 'empty' }],
    },
    { on: '2026-01-02', records: [sums] },
  )
  const [claim] = talks.claims
  const correction = { verdict: null, source: null, note: null, correctedBy: 'desk' }
  const correct = (change: object) => appendCorrections(path, [claim?.id as string], { ...correction, ...change })
  await correct({ source: 'Bo Li' })
  await correct({ verdict: 'rejected' })
  await correct({ verdict: 'accepted', note: 'she rang back — “yes”' })
  return path
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

describePostgres('copying', server => {
  it('to PostgreSQL and back gives the same rows, accounts, corrections and bytes of export', async () => {
    const original = await makeOriginal()
    const url = await server().createDatabase()
    const back = join(makeFolder(), 'back.db')
    expect(await copyDatabase(original, url)).toMatchObject({
      added: 3,
      runs: 2,
      failures: 1,
      inputs: 5,
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
    const stages = (version: number) => ({ stages: [{ name: 'claims', version }] })
    const entities = [{ id: 'lim', name: 'Mr Lim', kind: 'person' as const }]
    const lim = { start: 0, end: 6, text: 'Mr Lim', type: 'person' as const, entityId: 'lim', name: null, chain: 0 }
    const claim = { source: 'Mr Lim', cue: 'said', describe: { entityId: 'lim' } }
    const withLim = (text: string) =>
      buildArticleRecord(text, [claim], { ...stages(1), entities, mentions: [lim], article: { uri: text } })
    const first = 'Mr Lim said no.'
    const url = await server().createDatabase()
    await copyDatabase(storeMachine({ on: '2026-01-01', records: [withLim(first)] }), url)
    const newer = buildArticleRecord(first, [], { ...stages(2), article: { uri: first } })

    const worker = new pg.Client(clientConfig(url))
    await worker.connect()
    const [run] = await query(url, "UPDATE run SET status = 'running' RETURNING id")
    await worker.query('BEGIN')
    await writeArticles(worker, [withLim('Mr Lim said yes.')], Number(run?.id))
    const copied = copyDatabase(storeMachine({ on: '2026-01-02', records: [newer] }), url)
    const waiting = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    while ((await query(url, waiting)).length === 0);
    await worker.query('COMMIT')
    await worker.end()
    expect(await copied).toMatchObject({ replaced: 1 })
    expect((await contentOf(url)).articles).toHaveLength(2)
    expect(await query(url, 'SELECT id FROM entity')).toEqual([{ id: 'lim' }])
  })

  it('by the command line says what came, and no password', async () => {
    const workspace = makeWorkspace()
    const url = await server().createDatabase()
    const path = await makeOriginal()
    const copied = workspace.hearsay(['copy', path, url, '--json'])
    expect(copied.stderr).toMatch(/^3 articles \(3 added, .*\nCopied into postgres:.*: 3 corrections came\.\n$/)
    expect(JSON.parse(copied.stdout)).toMatchObject({ from: path, added: 3, runs: 2 })
    expect(copied.stdout + copied.stderr).not.toContain(new URL(url).password)
    expect(workspace.hearsay(['copy', url, url])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('into itself'),
    })
    expect(workspace.hearsay(['copy', server().urlOf('nowhere'), 'c.db'])).toMatchObject({
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
