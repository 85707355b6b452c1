import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildArticle, buildArticleRecord } from '../../../test/support/article-record.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS, storeRecords } from '../../../test/support/stored-database.ts'
import { ACTS, MENTION_TYPES, NAMINGS, QUOTATION_TYPES, SOURCE_KINDS } from '../../domain/labels.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import type { DeadLetter, InputOrigin, RunCounts } from '../store.ts'
import { SqliteStore } from './sqlite-store.ts'

const text = 'Ms Roy said the vote was lost. It was late, officials said.'
const record = buildArticleRecord(text, [
  { source: 'Ms Roy', cue: 'said', content: 'the vote was lost' },
  { source: 'officials', cue: 'said', content: 'It was late', from: 'It', describe: { naming: 'unnamed' } },
])

describe('write', () => {
  it('adds nothing the second time', () => {
    const { store, run, rows } = open()
    store.write(run, { records: [record], dead: [], skipped: [] })
    const once = rows()
    store.write(run, { records: [record], dead: [], skipped: [] })
    // But another leaf of the same: the last one counts; and that what was found of its claims across articles has gone.
    expect({ ...rows(), seal_leaf: once.seal_leaf, across_gone: once.across_gone }).toEqual(once)
    expect(once).toMatchObject({ article: 1, claim: 2, claim_span: 6, source: 2, evidence: 4, done: 2 })
  })

  it('replaces all rows of an article that a newer stage analysed', () => {
    const { store, run, rows, select } = open()
    store.write(run, { records: [record], dead: [], skipped: [] })
    const stages = [{ name: 'claims', version: 2 }]
    const upgraded = buildArticleRecord(text, [{ cue: 'said', content: 'It was late', from: 'It' }], { stages })
    store.write(run, { records: [upgraded], dead: [], skipped: [] })
    expect(rows()).toMatchObject({ article: 1, claim: 1, claim_span: 2, source: 0, evidence: 1, done: 1 })
    expect(select("SELECT rowid FROM claim_search WHERE claim_search MATCH 'vote'")).toEqual([])
    expect(select("SELECT rowid FROM claim_search WHERE claim_search MATCH 'late'")).toHaveLength(1)
  })

  it('writes a whole batch or none of it', () => {
    const { store, run, rows } = open()
    const broken: ArticleRecord = { ...buildArticleRecord('Nobody spoke.'), sources: [], claims: record.claims }
    const batch = { records: [record, broken], dead: [], skipped: [{ uri: 'empty.txt', reason: 'empty file' }] }
    expect(() => store.write(run, batch)).toThrow(/news\/article\.txt.*breaks the schema/)
    expect(rows()).toMatchObject({ article: 0, claim: 0, done: 0, input: 0 })
  })

  it('keeps claims whose parent or antecedent comes later in the record', () => {
    const { store, run, select } = open()
    const [outer, inner] = record.claims as [ArticleRecord['claims'][0], ArticleRecord['claims'][0]]
    const [first, second] = record.sources as [ArticleRecord['sources'][0], ArticleRecord['sources'][0]]
    const nested: ArticleRecord = {
      ...record,
      claims: [{ ...outer, parentId: inner.id }, inner],
      sources: [{ ...first, antecedentId: second.id }, second],
    }
    store.write(run, { records: [nested], dead: [], skipped: [] })
    expect(select('SELECT parent_id FROM v_claim WHERE parent_id IS NOT NULL')).toEqual([{ parent_id: inner.id }])
    expect(select('SELECT antecedent_id FROM v_source WHERE antecedent_id IS NOT NULL')).toEqual([
      { antecedent_id: second.id },
    ])
  })

  it('shares an entity between articles and drops it with the last that refers to it', () => {
    const { store, run, select } = open()
    const entities = [{ id: 'entity-roy', name: 'Arundhati Roy', kind: 'person' as const }]
    const naming = (words: string) =>
      buildArticleRecord(`${words} spoke.`, [], {
        entities,
        mentions: [
          { start: 0, end: words.length, text: words, type: 'person', name: null, chain: 0, entityId: 'entity-roy' },
        ],
      })
    const write = (...records: ArticleRecord[]) => store.write(run, { records, dead: [], skipped: [] })
    write(naming('Ms Roy'), naming('Roy'))
    expect(select('SELECT id, name FROM entity')).toEqual([{ id: 'entity-roy', name: 'Arundhati Roy' }])
    write(buildArticleRecord('Ms Roy spoke.'))
    expect(select('SELECT id FROM entity')).toHaveLength(1)
    write(buildArticleRecord('Roy spoke.'))
    expect(select('SELECT id FROM entity')).toEqual([])
  })

  it('accepts every label', () => {
    const { store, run, rows } = open()
    const words = { source: 'Ms Roy', cue: 'said', content: 'the vote was lost' }
    const acts = ACTS.map(act => buildArticleRecord(`${text} ${act}`, [{ ...words, claim: { act } }]))
    const quotations = QUOTATION_TYPES.map(quotation =>
      buildArticleRecord(`${text} ${quotation}`, [{ ...words, claim: { quotation } }]),
    )
    const namings = NAMINGS.map(naming => buildArticleRecord(`${text} ${naming}`, [{ ...words, describe: { naming } }]))
    const kinds = SOURCE_KINDS.map(kind => buildArticleRecord(`${text} ${kind}`, [{ ...words, describe: { kind } }]))
    const mentions = buildArticleRecord(`${text} mentions`, [], {
      mentions: MENTION_TYPES.map(type => ({
        start: 0,
        end: 2,
        text: 'Ms',
        type,
        name: null,
        chain: null,
        entityId: null,
      })),
    })
    const records = [...acts, ...quotations, ...namings, ...kinds, mentions]
    store.write(run, { records, dead: [], skipped: [] })
    expect(rows().article).toBe(records.length)
  })
})

describe('dead letters', () => {
  const letter: DeadLetter = {
    articleId: record.article.id,
    uri: record.article.uri,
    stage: 'claims',
    stageVersion: 1,
    kind: 'timeout',
    error: 'took more than 30 s',
    article: record.article,
  }

  it('keep the article, and count attempts instead of doubling', () => {
    const { store, run, select } = open()
    store.write(run, { records: [], dead: [letter], skipped: [] })
    store.write(run, { records: [], dead: [{ ...letter, kind: 'throw', error: 'broke' }], skipped: [] })
    const [row, ...others] = select('SELECT kind, error, attempts, article FROM dead_letter')
    expect(others).toEqual([])
    expect(row).toMatchObject({ kind: 'throw', error: 'broke', attempts: 2 })
    expect(JSON.parse(row?.article as string)).toEqual(record.article)
  })

  it('stay one when what could not be read is read and fails later', () => {
    const { store, run, select } = open()
    const unreadable = { ...letter, articleId: null, article: null, stage: 'read', kind: 'too-large' }
    store.write(run, { records: [], dead: [unreadable], skipped: [] })
    store.write(run, { records: [], dead: [letter], skipped: [] })
    expect(select('SELECT article_id, kind, attempts FROM dead_letter')).toEqual([
      { article_id: record.article.id, kind: 'timeout', attempts: 2 },
    ])
  })

  it('go when the article succeeds', () => {
    const { store, run, rows } = open()
    const unreadable = { ...letter, articleId: null, article: null, kind: 'not-text' }
    const other = { ...letter, ...{ articleId: 'other', uri: 'news/other.txt' }, article: buildArticle('Other.') }
    store.write(run, { records: [], dead: [letter, unreadable, other], skipped: [] })
    expect(rows().dead_letter).toBe(3)
    store.write(run, { records: [record], dead: [], skipped: [] })
    expect(rows().dead_letter).toBe(1)
  })
})

describe('a run', () => {
  it('keeps its configuration and counts', () => {
    const { store, run, select } = open()
    store.write(run, {
      records: [record],
      dead: [],
      skipped: [{ uri: 'empty.txt', reason: 'empty file' }],
      inputs: ['a.txt', 'b.txt'].map(uri => ({ articleId: record.article.id, origin: origin(uri) })),
    })
    expect(select('SELECT status, done, skipped, claims FROM run')).toEqual([
      { status: 'running', done: 1, skipped: 1, claims: 2 },
    ])
    store.endRun(run, 'stopped', { inputs: 3, done: 1, unchanged: 1, skipped: 1, dead: 0, claims: 2 })
    const [row] = select('SELECT * FROM run')
    expect(row).toMatchObject({ status: 'stopped', inputs: 3, unchanged: 1, hearsay: '0.1.0', process: process.pid })
    expect(JSON.parse(row?.stages as string)).toEqual(CONFIGURATION.stages)
    expect(select("SELECT uri, reason FROM input WHERE status = 'skipped'")).toEqual([
      { uri: 'empty.txt', reason: 'empty file' },
    ])
  })
})

describe('offsets', () => {
  it('are what substr counts, behind an emoji too', () => {
    const path = storeRecords([
      buildArticleRecord('😀 “Nie wieder”, sagte Frau Öz 👩‍⚖️ gestern.', [
        { source: 'Frau Öz 👩‍⚖️', cue: 'sagte', content: 'Nie wieder' },
      ]),
    ])
    const database = new Database(path, { readonly: true })
    onTestFinished(() => void database.close())
    const spans = database
      .prepare(
        `SELECT substr(article.text, claim_span.start + 1, claim_span.end - claim_span.start) AS found, claim_span.text
         FROM claim_span JOIN claim ON claim.rowid = claim_rowid JOIN article ON article.rowid = article_rowid`,
      )
      .all() as { found: string; text: string }[]
    expect(spans.map(span => span.found)).toEqual(spans.map(span => span.text))
    expect(spans).toHaveLength(3)
  })
})

/** A store with an open run, and a second connection to look at what it committed. */
function open() {
  const path = join(makeFolder(), 'claims.db')
  const store = SqliteStore.open(path)
  const run = store.startRun(CONFIGURATION)
  const database = new Database(path, { readonly: true })
  onTestFinished(() => {
    database.close()
    store.close()
  })
  const select = (sql: string) => database.prepare<[], Record<string, unknown>>(sql).all()
  const tables = select("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'claim_search%'")
  const rows = (): Record<string, number> =>
    Object.fromEntries(tables.map(({ name }) => [name, Number(select(`SELECT count(*) AS n FROM ${name}`)[0]?.n)]))
  return { store, run, select, rows }
}

describe('inputs', () => {
  const inputs = 'SELECT location, status, reason, article_id, times FROM input ORDER BY location, id'
  const give = (uri: string, of = record) => ({ articleId: of.article.id, origin: origin(uri) })
  const nothing = { records: [], dead: [], skipped: [] }
  const done = (location: string, times = 1) => ({ ...dead(location, null, times), status: 'done' })
  const dead = (location: string, reason: string | null, times = 1) => ({
    location,
    status: 'dead',
    reason,
    article_id: record.article.id,
    times,
  })
  const letter: DeadLetter = {
    articleId: record.article.id,
    uri: 'a.txt',
    stage: 'claims',
    stageVersion: 1,
    kind: 'timeout',
    error: 'took long',
    article: record.article,
  }

  it('are two of one article when the same text comes from two places', () => {
    const { store, run, select, rows } = open()
    store.write(run, { ...nothing, records: [record], inputs: [give('a.txt')] })
    store.write(run, { ...nothing, inputs: [give('b.txt'), give('a.txt')] })
    expect(select(inputs)).toEqual([done('a.txt', 2), done('b.txt')])
    expect(rows().article).toBe(1)
  })

  it('add no row when they come again, and count for the last run', () => {
    const { store, run, select } = open()
    store.write(run, { ...nothing, records: [record], inputs: [give('a.txt')] })
    store.endRun(run, 'finished', { ...NO_COUNTS, inputs: 1, done: 1 })
    const second = store.startRun(CONFIGURATION)
    store.write(second, { ...nothing, inputs: [give('a.txt')] })
    store.endRun(second, 'finished', { ...NO_COUNTS, inputs: 1, unchanged: 1 })
    expect(select(inputs)).toEqual([done('a.txt')])
    expect(select('SELECT first_run_id, run_id FROM input')).toEqual([{ first_run_id: run, run_id: second }])
  })

  it('all share the fate of their article, from run to run', () => {
    const { store, run, select } = open()
    store.write(run, { ...nothing, dead: [letter], inputs: [give('a.txt')] })
    store.write(run, { ...nothing, inputs: [give('b.txt')] })
    const reason = 'timeout: took long'
    expect(select(inputs)).toEqual([dead('a.txt', reason), dead('b.txt', reason)])
    store.write(run, { ...nothing, records: [record], inputs: [give('a.txt')] })
    expect(select(inputs)).toEqual([done('a.txt', 2), done('b.txt')])
  })

  it('that could not be read lose that row in the run that can read them', () => {
    const { store, run, select } = open()
    const unreadable = { ...letter, articleId: null, article: null, kind: 'unreadable', error: 'no permission' }
    store.write(run, { ...nothing, dead: [unreadable] })
    store.endRun(run, 'finished', { ...NO_COUNTS, inputs: 1, dead: 1 })
    const second = store.startRun(CONFIGURATION)
    store.write(second, { ...nothing, records: [record], inputs: [give('a.txt')] })
    expect(select(inputs)).toEqual([done('a.txt')])
  })

  it('with new text under a known address are a new version, linked to the old', () => {
    const { store, run, select } = open()
    const [first, second] = ['Roy said no.', 'Roy said yes.'].map(words => buildArticleRecord(words))
    for (const version of [first, second, first] as ArticleRecord[])
      store.write(run, { ...nothing, records: [version], inputs: [give('https://news.example/1', version)] })
    const [one, two] = [first?.article.id, second?.article.id]
    expect(select('SELECT * FROM v_version ORDER BY version')).toMatchObject([
      { version: 1, versions: 2, article_id: one, previous_id: null, next_id: two },
      { version: 2, versions: 2, article_id: two, previous_id: one, next_id: null },
    ])
    expect(select('SELECT count(*) AS current FROM v_version WHERE is_current')).toEqual([{ current: 1 }])
  })

  it.each<[string, Partial<RunCounts>]>([
    ['an input was lost', { inputs: 2, done: 2 }],
    ['an input was doubled', { inputs: 0 }],
    ['one was taken for skipped', { inputs: 1, skipped: 1 }],
    ['the sum is wrong', { inputs: 1, done: 1, dead: 1 }],
  ])('end no run whose counts they do not bear out: %s', (_, counts) => {
    const { store, run, select } = open()
    store.write(run, { ...nothing, records: [record] })
    expect(() => store.endRun(run, 'finished', { ...NO_COUNTS, ...counts })).toThrow(/1 done, 0 dead, 0 skipped/)
    store.close()
    expect(select('SELECT status FROM run')).toEqual([{ status: 'failed' }])
  })
})

function origin(uri: string): InputOrigin {
  return { location: uri, uri, rawSha256: null, decodedHow: 'text; charset=utf-8', retrievedAt: null }
}
