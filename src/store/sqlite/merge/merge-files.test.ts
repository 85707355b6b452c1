import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { buildArticleRecord } from '../../../../test/support/article-record.ts'
import { correctNow } from '../../../../test/support/correct-now.ts'
import { readContent } from '../../../../test/support/database-content.ts'
import { changeDatabase, storeMachine } from '../../../../test/support/machine.ts'
import { makeFolder, readUntilTestEnds, storeRecords } from '../../../../test/support/stored-database.ts'
import { makeVariety } from '../../../../test/support/variety.ts'
import type { ArticleRecord } from '../../../domain/record.ts'
import { findRuns } from '../../queries/runs.ts'
import type { DeadLetter } from '../../store.ts'
import { migrate } from '../migrate.ts'
import { MIGRATIONS } from '../migrations/all-migrations.ts'
import { openForReading } from '../open-for-reading.ts'
import { mergeFiles } from './merge-files.ts'

const [TALKS, SUMS] = makeVariety() as [ArticleRecord, ArticleRecord]
const ROY = { id: 'roy', name: 'Ms Roy', kind: 'person' } as const
const TEXT = 'Ms Roy said rents rose. Mr Lim agreed.'

/** The same article as stages of this version read it: they find one more claim each. */
function readBy(version: number, overrides: Partial<ArticleRecord> = {}): ArticleRecord {
  const words = [
    { source: 'Ms Roy', cue: 'said', content: 'rents rose', describe: { entityId: 'roy' } },
    { source: 'Mr Lim', cue: 'agreed' },
  ]
  return buildArticleRecord(TEXT, words.slice(0, version), {
    stages: [
      { name: 'tokens', version: 1 },
      { name: 'claims', version },
    ],
    entities: [ROY],
    mentions: [
      { start: 0, end: 6, text: 'Ms Roy', type: 'person', entityId: 'roy', name: { start: 3, end: 6 }, chain: 1 },
    ],
    candidates: [{ start: 31, end: 37, text: 'agreed', stage: 'claims', rule: 'cue', reason: 'no content' }],
    ...overrides,
  })
}

function failure(record: ArticleRecord, version = 1): DeadLetter {
  const { article } = record
  return {
    articleId: article.id,
    uri: article.uri,
    stage: 'claims',
    stageVersion: version,
    kind: 'timeout',
    error: 'it took too long',
    article,
  }
}

const UNREADABLE: DeadLetter = {
  articleId: null,
  uri: 'news/talks.txt',
  stage: 'read',
  stageVersion: 1,
  kind: 'not-text',
  error: 'it is an image',
  article: null,
}

async function contentOf(path: string) {
  const reader = openForReading(path)
  try {
    expect(await reader.checkIntegrity()).toEqual([])
    return await readContent(reader.database)
  } finally {
    await reader.close()
  }
}

/** Every row as it lies there, numbers and all. */
function rowsOf(path: string): Record<string, unknown[]> {
  const tables: Record<string, unknown[]> = {}
  changeDatabase(path, database => {
    const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
    for (const name of names.filter(name => !name.startsWith('sqlite_stat')))
      tables[name] = database.prepare(`SELECT * FROM ${name}`).all()
    delete tables.migration
  })
  return tables
}

async function mergeAll(...paths: readonly string[]): Promise<string> {
  const into = join(makeFolder(), 'all.db')
  await mergeFiles(paths, into)
  return into
}

function correct(path: string, claimId: string, source: string, on: string): void {
  correctNow(path, [claimId], { verdict: null, source, note: null, correctedBy: 'desk' })
  changeDatabase(path, database => {
    // The ledger forbids it; a test has no days to wait.
    const [{ sql }] = database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'correction_update'").all() as [
      { sql: string },
    ]
    database.exec('DROP TRIGGER correction_update')
    database.prepare('UPDATE correction SET corrected_at = ? WHERE source = ?').run(`${on}T00:00:00.000Z`, source)
    database.exec(sql)
  })
}

describe('merging', () => {
  it('keeps everything that the files held', async () => {
    const skipped = [{ uri: 'news/empty.txt', reason: 'empty' }]
    const north = storeMachine({ on: '2026-01-01', records: [TALKS], skipped })
    const south = storeMachine({
      on: '2026-01-02',
      records: [SUMS, readBy(1)],
      dead: [failure(buildArticleRecord('…'))],
    })
    correct(north, TALKS.claims[0]?.id as string, 'Bo Li', '2026-01-03')
    const [one, other, all] = [
      await contentOf(north),
      await contentOf(south),
      await contentOf(await mergeAll(north, south)),
    ]
    for (const table of ['articles', 'entities', 'runs', 'letters', 'texts', 'inputs', 'corrections'] as const) {
      expect(all[table]).toHaveLength(one[table].length + other[table].length)
      expect(all[table]).toEqual(expect.arrayContaining([...one[table], ...other[table]]))
    }
    const lines = (...exports: readonly { readonly claims: string }[]) =>
      exports.flatMap(({ claims }) => claims.trimEnd().split('\n')).toSorted()
    expect(lines(all)).toEqual(lines(one, other))
  })

  it('lets the merged claims be searched', async () => {
    const all = await mergeAll(
      storeMachine({ on: '2026-01-01', records: [TALKS] }),
      storeMachine({ on: '2026-01-02', records: [readBy(1)] }),
    )
    changeDatabase(all, database => {
      database.exec("INSERT INTO claim_search (claim_search) VALUES ('integrity-check')")
      expect(database.prepare("SELECT count(*) FROM claim_search WHERE claim_search MATCH 'rents'").pluck().get()).toBe(
        3,
      )
    })
  })

  it('changes nothing when it is done again, and does not depend on the order of the files', async () => {
    const north = storeMachine({ on: '2026-01-01', records: [TALKS, readBy(1)], dead: [failure(SUMS)] })
    const south = storeMachine({ on: '2026-01-02', records: [readBy(2), SUMS], dead: [UNREADABLE] })
    correct(north, TALKS.claims[0]?.id as string, 'Bo Li', '2026-01-04')
    const all = await mergeAll(north, south)
    const rows = rowsOf(all)
    expect(rowsOf(await mergeAll(south, north, north))).toEqual(rows)
    for (const paths of [[north, south], [south], [north]]) {
      await mergeFiles(paths, all)
      expect(rowsOf(all)).toEqual(rows)
    }
    const content = await contentOf(all)
    for (const [first, second] of [
      [north, south],
      [south, north],
    ] as const) {
      const other = await mergeAll(first)
      await mergeFiles([second], other)
      expect(await contentOf(other)).toEqual(content)
    }
  })

  it('puts corrections of one claim in the order of time', async () => {
    const [north, south] = ['2026-01-01', '2026-01-02'].map(on => storeMachine({ on, records: [TALKS] })) as [
      string,
      string,
    ]
    const claim = TALKS.claims[0]?.id as string
    correct(north, claim, 'Second', '2026-02-02')
    correct(south, claim, 'First', '2026-02-01')
    correct(south, claim, 'Third', '2026-02-03')
    const { claims } = await contentOf(await mergeAll(north, south))
    expect(claims).toContain('"name":"Third"')
    expect(claims).not.toContain('"name":"Second"')
  })

  it('takes more files than can be attached at once', async () => {
    const paths = Array.from({ length: 12 }, (_, i) =>
      storeMachine({
        on: `2026-01-${10 + i}`,
        records: [buildArticleRecord(`Ms Roy said ${i}.`, [], { article: { uri: `${i}` } })],
      }),
    )
    expect((await contentOf(await mergeAll(...paths))).articles).toHaveLength(12)
  })

  it('does not change the files', async () => {
    const path = storeMachine({ on: '2026-01-01', records: [TALKS] })
    const before = readFileSync(path)
    await mergeAll(path)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(dirname(path))).toEqual(['machine.db'])
  })

  it('takes a file of an older schema as it would be when brought up to date, and leaves it as it is', async () => {
    const path = join(makeFolder(), 'machine.db')
    changeDatabase(path, database => {
      migrate(database, path, MIGRATIONS.slice(0, 4))
      database.exec(`INSERT INTO article (id, uri, raw_sha256, decoded_as, warnings, text)
        VALUES ('old', 'old.txt', 'bytes', 'utf-8', '[]', 'Aides said no.')`)
    })
    const before = readFileSync(path)
    const into = await mergeAll(path, storeMachine({ on: '2026-01-01', records: [TALKS] }))
    expect((await contentOf(into)).inputs).toMatchObject([
      { uri: 'news/talks.txt' },
      { uri: 'old.txt', status: 'done' },
    ])
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(dirname(into))).toEqual(['all.db'])
  })

  it('brings a run up to date that had not ended when it was merged', async () => {
    const path = storeMachine({ on: '2026-01-01', records: [TALKS] })
    const [ended] = (await contentOf(path)).runs
    const copy = storeMachine()
    writeFileSync(copy, readFileSync(path))
    changeDatabase(copy, database =>
      database.exec(
        "UPDATE run SET status = 'running', ended_at = NULL, process_started = 'another boot:1', inputs = 0",
      ),
    )
    changeDatabase(path, database => database.exec("UPDATE run SET process_started = 'another boot:1'"))
    const all = await mergeAll(copy)
    expect((await contentOf(all)).runs).toMatchObject([
      { status: 'failed', note: expect.stringContaining('had not ended') },
    ])
    await mergeFiles([path], all)
    expect((await contentOf(all)).runs).toEqual([ended])
  })
})

describe('an article that two files hold', () => {
  it.each([
    ['newer stages', readBy(2), readBy(1)],
    ['a later run of the same stages', readBy(1, { candidates: [] }), readBy(1)],
  ])('is kept as %s read it, whichever file comes first', async (_, kept, passedOver) => {
    const later = storeMachine({ on: '2026-01-02', records: [kept] })
    const earlier = storeMachine({ on: '2026-01-01', records: [passedOver] })
    const expected = (await contentOf(later)).articles
    for (const [first, second] of [
      [later, earlier],
      [earlier, later],
    ] as const) {
      const into = await mergeAll(first)
      await mergeFiles([second], into)
      expect((await contentOf(into)).articles).toEqual(expected)
      expect((await contentOf(into)).entities).toHaveLength(1)
    }
  })

  it('is named when an analysis by older stages was passed over', async () => {
    const older = storeMachine({ on: '2026-01-02', records: [readBy(1), SUMS] })
    const newer = storeMachine({ on: '2026-01-01', records: [readBy(2)] })
    const into = join(makeFolder(), 'all.db')
    const report = await mergeFiles([older, newer], into)
    const conflict = { id: readBy(1).article.id, uri: 'news/article.txt' }
    expect(report.files).toMatchObject([
      { path: newer, added: 1, conflicts: [] },
      { path: older, added: 1, replaced: 0, known: 1, conflicts: [{ ...conflict, kept: 'ours' }] },
    ])
    const other = await mergeAll(older)
    expect((await mergeFiles([newer], other)).files).toMatchObject([
      { replaced: 1, conflicts: [{ ...conflict, kept: 'theirs' }] },
    ])
  })

  it('takes entities along that nothing mentions any more', async () => {
    const bare = readBy(2, { entities: [], mentions: [], claims: [], sources: [] })
    const into = await mergeAll(storeMachine({ on: '2026-01-01', records: [readBy(1)] }))
    await mergeFiles([storeMachine({ on: '2026-01-02', records: [bare] })], into)
    expect((await contentOf(into)).entities).toEqual([])
  })
})

describe('a failure', () => {
  it('gives way to a later analysis of its article, and its inputs are done', async () => {
    const failed = storeMachine({ on: '2026-01-01', dead: [failure(TALKS)] })
    const done = storeMachine({ on: '2026-01-02', records: [TALKS] })
    for (const paths of [
      [failed, done],
      [done, failed],
    ]) {
      const { letters, inputs } = await contentOf(await mergeAll(...paths))
      expect(letters).toEqual([])
      expect(inputs).toMatchObject([{ status: 'done', reason: null }])
    }
  })

  it('stays beside an analysis by older stages, and its inputs are dead', async () => {
    const failed = storeMachine({ on: '2026-01-02', dead: [failure(readBy(2), 2)] })
    const done = storeMachine({ on: '2026-01-01', records: [readBy(1)] })
    for (const paths of [
      [failed, done],
      [done, failed],
    ]) {
      const { letters, inputs, articles } = await contentOf(await mergeAll(...paths))
      expect([letters, articles]).toMatchObject([{ length: 1 }, { length: 1 }])
      expect(inputs).toMatchObject([{ status: 'dead', reason: 'timeout: it took too long' }])
    }
  })

  it('of an input gives way when a later run could read it', async () => {
    const unreadable = storeMachine({ on: '2026-01-01', dead: [UNREADABLE] })
    const read = storeMachine({ on: '2026-01-02', records: [TALKS] })
    const { letters, inputs } = await contentOf(await mergeAll(unreadable, read))
    expect(letters).toEqual([])
    expect(inputs).toMatchObject([{ status: 'done' }])
  })

  it('of the same article is kept as it came last', async () => {
    const twice = storeMachine(
      { on: '2026-01-01', dead: [failure(TALKS)] },
      { on: '2026-01-02', dead: [failure(TALKS)] },
    )
    const once = storeMachine({ on: '2026-01-03', dead: [{ ...failure(TALKS), kind: 'exit' }] })
    for (const paths of [
      [once, twice],
      [twice, once],
    ])
      expect((await contentOf(await mergeAll(...paths))).letters).toMatchObject([{ kind: 'exit', attempts: 1 }])
  })
})

it('merges in a process that connected to SQLite before it loaded Hearsay', async () => {
  const files = [storeRecords([TALKS]), storeRecords([SUMS])]
  const into = join(makeFolder(), 'merged.db')
  const program = `
    import Database from 'better-sqlite3'
    new Database(':memory:').close()
    const { mergeFiles } = await import('./src/store/sqlite/merge/merge-files.ts')
    await mergeFiles(${JSON.stringify(files)}, ${JSON.stringify(into)})`
  const { SQLITE_USE_URI: _, ...env } = process.env
  const root = join(import.meta.dirname, '../../../..')
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: root, env })
  expect(status, String(stderr)).toBe(0)
  const { database } = readUntilTestEnds(into)
  expect(await findRuns(database)).toHaveLength(2)
})
