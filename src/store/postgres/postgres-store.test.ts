import { describe, expect, it, onTestFinished } from 'vitest'
import { describePostgres } from '../../../test/postgres/describe-postgres.ts'
import { query } from '../../../test/postgres/start-postgres.ts'
import { buildArticleRecord } from '../../../test/support/article-record.ts'
import { CONFIGURATION, NO_COUNTS } from '../../../test/support/stored-database.ts'
import { EXIT } from '../../domain/errors.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import { appendCorrections } from '../correcting/correct-claims.ts'
import type { DeadLetter } from '../store.ts'
import { PostgresDoneLookup } from './postgres-done-lookup.ts'
import { PostgresStore } from './postgres-store.ts'

const text = 'Ms Roy said the vote was lost. It was late, officials said.'
const record = buildArticleRecord(text, [
  { source: 'Ms Roy', cue: 'said', content: 'the vote was lost' },
  { source: 'officials', cue: 'said', content: 'It was late', from: 'It', describe: { naming: 'unnamed' } },
])
const nothing = { records: [], dead: [], skipped: [] }

describePostgres('the store on PostgreSQL', server => {
  async function open(url?: string) {
    const db = url ?? (await server().createDatabase())
    const store = await PostgresStore.open(db)
    onTestFinished(() => store.close())
    const run = await store.startRun(CONFIGURATION)
    const select = (sql: string) => query(db, sql)
    const count = async (table: string) => Number((await select(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n)
    const write = (...records: ArticleRecord[]) => store.write(run, { ...nothing, records })
    return { db, store, run, select, count, write }
  }

  describe('write', () => {
    it('adds nothing the second time', async () => {
      const { write, count } = await open()
      await write(record)
      await write(record, record)
      const tables = ['article', 'claim', 'claim_span', 'claim_search', 'source', 'evidence', 'done', 'input']
      const counts = []
      for (const table of tables) counts.push(await count(table))
      expect(counts).toEqual([1, 2, 6, 2, 2, 4, 2, 1])
    })

    it('replaces all rows of an article that a newer stage analysed', async () => {
      const { write, count, select } = await open()
      await write(record)
      const stages = [{ name: 'claims', version: 2 }]
      await write(buildArticleRecord(text, [{ cue: 'said', content: 'It was late', from: 'It' }], { stages }))
      expect([await count('claim'), await count('source'), await count('evidence'), await count('done')]).toEqual([
        1, 0, 1, 1,
      ])
      const search = (word: string) => select(`SELECT rowid FROM claim_search WHERE words @@ '${word}'::tsquery`)
      expect(await search('vote')).toEqual([])
      expect(await search('late')).toHaveLength(1)
    })

    it('keeps texts with the signs that the way to the server is made of', async () => {
      const { write, select } = await open()
      const words = 'a\tb\r\nc\\.\\N\\n"\'{}, \u2028 \v'
      const candidates = [{ start: 0, end: 1, text: words, stage: '\\N', rule: '', reason: '\\.' }]
      await write(buildArticleRecord('Nobody spoke.', [], { candidates, article: { uri: words, title: words } }))
      expect(await select('SELECT uri, title FROM article')).toEqual([{ uri: words, title: words }])
      expect(await select('SELECT text, stage, rule, reason FROM candidate')).toEqual([
        { text: words, stage: '\\N', rule: '', reason: '\\.' },
      ])
    })

    it('leaves nothing of an article, a claim or a source that somebody deletes', async () => {
      const { write, select, count } = await open()
      const other = buildArticleRecord('Roy said so.', [{ source: 'Roy', cue: 'said', content: 'so' }])
      await write(record, other)
      const parts = ['claim_span', 'claim_search', 'source_span', 'evidence', 'done', 'claim', 'source']
      const counts = () => Promise.all(parts.map(count))
      await select(`DELETE FROM article WHERE id = '${record.article.id}'`)
      expect(await counts()).toEqual([3, 1, 1, 2, 2, 1, 1])
      await select('DELETE FROM source')
      expect(await counts()).toEqual([0, 0, 0, 0, 2, 0, 0])
    })

    it('lets what refers to a deleted claim or source go with it', async () => {
      const { write, select, count } = await open()
      await write(record)
      const link = (column: string, table: string) =>
        select(
          `UPDATE claim SET ${column} = (SELECT max(rowid) FROM ${table}) WHERE rowid = (SELECT min(rowid) FROM claim)`,
        )
      await link('corroborated_rowid', 'claim')
      await select('DELETE FROM claim WHERE rowid = (SELECT max(rowid) FROM claim)')
      expect(await select('SELECT corroborated_rowid FROM claim')).toEqual([{ corroborated_rowid: null }])
      for (const [column, table] of [
        ['parent_rowid', 'claim'],
        ['cited_rowid', 'source'],
        ['relayed_rowid', 'source'],
      ] as const) {
        await write(record)
        await link(column, table)
        await select(`DELETE FROM ${table} WHERE rowid = (SELECT max(rowid) FROM ${table})`)
        expect([column, await count('claim'), await count('claim_span')]).toEqual([column, 0, 0])
      }
      await write(record)
      await select('UPDATE source SET antecedent_rowid = (SELECT max(rowid) FROM source)')
      await select('DELETE FROM source WHERE rowid = (SELECT max(rowid) FROM source)')
      expect([await count('source'), await count('source_span')]).toEqual([0, 0])
    })

    it('writes a whole batch or none of it, and then says which record is to blame', async () => {
      const { store, run, count } = await open()
      const twice = { ...record, claims: [...record.claims, ...record.claims] }
      const other = buildArticleRecord('Nobody spoke.')
      const skipped = [{ uri: 'empty.txt', reason: 'empty file' }]
      await expect(store.write(run, { ...nothing, records: [other, twice], skipped })).rejects.toThrow(
        /^One of 2 records breaks the schema/,
      )
      await expect(store.write(run, { ...nothing, records: [twice] })).rejects.toThrow(
        /^The record of article .*news\/article\.txt.*breaks the schema/,
      )
      expect([await count('article'), await count('input')]).toEqual([0, 0])
      await store.write(run, { ...nothing, records: [other], skipped })
      expect([await count('article'), await count('input')]).toEqual([1, 2])
    })

    it('keeps an article whose words hold what no text of PostgreSQL can', async () => {
      const { write, select } = await open()
      const evidence = [{ stage: 'claims', version: 1, rule: 'a\0b', detail: { words: 'c\0d' } }]
      const [claim] = record.claims
      await write({ ...record, claims: claim === undefined ? [] : [{ ...claim, evidence }] })
      expect(await select('SELECT rule, detail FROM evidence WHERE claim_rowid IS NOT NULL')).toEqual([
        { rule: 'a\ufffdb', detail: '{"words":"c\\u0000d"}' },
      ])
      await expect(write(buildArticleRecord('Nothing\0 more.'))).rejects.toThrow('U+0000')
    })

    it('shares an entity between articles and drops it with the last that refers to it', async () => {
      const { write, select } = await open()
      const entities = [{ id: 'entity-roy', name: 'Arundhati Roy', kind: 'person' as const }]
      const mention = { start: 0, end: 3, type: 'person' as const, name: null, chain: 0, entityId: 'entity-roy' }
      const naming = (words: string) =>
        buildArticleRecord(words, [], { entities, mentions: [{ ...mention, text: words.slice(0, 3) }] })
      await write(naming('Roy spoke.'), naming('Roy left.'))
      await write(buildArticleRecord('Roy spoke.'))
      expect(await select('SELECT id FROM entity')).toEqual([{ id: 'entity-roy' }])
      await write(buildArticleRecord('Roy left.'))
      expect(await select('SELECT id FROM entity')).toEqual([])
    })
  })

  describe('several stores at once', () => {
    it('write the same articles and the same entities, and everything is there once', async () => {
      const first = await open()
      const others = [await open(first.db), await open(first.db)]
      const entities = Array.from({ length: 20 }, (_, n) => ({
        id: `e${n}`,
        name: `Name ${n}`,
        kind: 'person' as const,
      }))
      const records = Array.from({ length: 30 }, (_, n) =>
        buildArticleRecord(`${n}: ${text}`, [{ source: 'Ms Roy', cue: 'said', content: 'the vote was lost' }], {
          article: { uri: `${n}.txt` },
          entities: n % 2 === 0 ? entities : entities.toReversed(),
          mentions: entities.map(({ id }, chain) => ({
            ...{ start: 0, end: 1, text: `${n}`.slice(0, 1), type: 'person' as const },
            ...{ name: null, chain, entityId: id },
          })),
        }),
      )
      for (let round = 0; round < 3; round += 1) {
        const turned = [records, records.toReversed(), records.slice(15).concat(records.slice(0, 15))]
        await Promise.all([first, ...others].map(({ write }, i) => write(...(turned[i] ?? []))))
      }
      expect([await first.count('article'), await first.count('claim'), await first.count('entity')]).toEqual([
        30, 30, 20,
      ])
      expect([await first.count('mention'), await first.count('input')]).toEqual([600, 30])
    })

    it('each have a run, which fails when its connection has gone without ending it', async () => {
      const { db, select } = await open()
      const lost = await PostgresStore.open(db)
      await lost.startRun(CONFIGURATION)
      await select('SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = $$advisory$$ AND objid = 2')
      await open(db)
      expect(await select('SELECT id, status, note FROM run ORDER BY id')).toEqual([
        { id: '1', status: 'running', note: null },
        { id: '2', status: 'failed', note: `process ${process.pid} ended without ending the run` },
        { id: '3', status: 'running', note: null },
      ])
      // It was not dead after all: nobody else can have done its work, so it goes on.
      await lost.write(2, { ...nothing, records: [record] })
      await lost.endRun(2, 'finished', { ...NO_COUNTS, inputs: 1, done: 1, claims: 2 })
      await lost.close()
      expect(await select('SELECT status, done FROM run WHERE id = 2')).toEqual([{ status: 'finished', done: 1 }])
    })
  })

  it('blames no article for what the server refuses altogether', async () => {
    const { store, run, select, write } = await open()
    await select('ALTER TABLE done RENAME TO undone')
    await expect(write(record)).rejects.toMatchObject({
      exitCode: EXIT.database,
      message: expect.stringMatching(/refused what was to be written \(relation "done" does not exist, code 42P01\)/),
    })
    await select('ALTER TABLE undone RENAME TO done')
    await store.write(run, { ...nothing, records: [record] })
  })

  it('ends no run whose counts the inputs do not bear out', async () => {
    const { store, run, select, write } = await open()
    await write(record)
    await expect(store.endRun(run, 'finished', { ...NO_COUNTS, inputs: 2, done: 2 })).rejects.toThrow(
      /1 done, 0 dead, 0 skipped/,
    )
    await store.close()
    expect(await select('SELECT status FROM run')).toEqual([{ status: 'failed' }])
  })

  it('ends runs that met the same inputs at the same time, each by its own count', async () => {
    const first = await open()
    const second = await open(first.db)
    await first.write(record)
    await second.write(record)
    const counts = { ...NO_COUNTS, inputs: 1, done: 1, claims: 2 }
    for (const { store, run } of [first, second]) {
      await expect(store.endRun(run, 'finished', { ...counts, inputs: 2 })).rejects.toThrow(/counted/)
      await store.endRun(run, 'finished', counts)
    }
    expect(await first.select('SELECT status, done FROM run')).toEqual([
      { status: 'finished', done: 1 },
      { status: 'finished', done: 1 },
    ])
    expect(await first.count('input')).toBe(1)
  })

  it('counts the attempts of what fails, and forgets it when it succeeds', async () => {
    const { store, run, select, write } = await open()
    const { article } = record
    const letter: DeadLetter = {
      ...{ articleId: article.id, uri: article.uri, stage: 'claims', stageVersion: 1 },
      ...{ kind: 'timeout', error: 'took \0 long', article },
    }
    const unread = { ...letter, articleId: null, article: null, stage: 'read', kind: 'too-large' }
    await store.write(run, { ...nothing, dead: [unread] })
    await store.write(run, { ...nothing, dead: [letter] })
    const [row, ...others] = await select('SELECT article_id, kind, error, attempts, article FROM dead_letter')
    expect(others).toEqual([])
    expect(row).toMatchObject({ article_id: article.id, kind: 'timeout', error: 'took \ufffd long', attempts: 2 })
    expect(JSON.parse(row?.article as string)).toEqual(article)
    await write(record)
    expect(await select('SELECT attempts FROM dead_letter')).toEqual([])
  })

  it('knows what exactly these stages have done', async () => {
    const { db, write } = await open()
    const lookup = await PostgresDoneLookup.open(db)
    onTestFinished(() => lookup.close())
    expect([await lookup.isEmpty(), await lookup.isDone(record.article.id, record.stages)]).toEqual([true, false])
    await write(record)
    expect([await lookup.isEmpty(), await lookup.isDone(record.article.id, record.stages)]).toEqual([false, true])
    expect(await lookup.isDone(record.article.id, [...record.stages, { name: 'chains', version: 1 }])).toBe(false)
    expect(await lookup.isDone(record.article.id, [{ name: 'tokens', version: 2 }, ...record.stages.slice(1)])).toBe(
      false,
    )
    expect(await lookup.isDone('another', record.stages)).toBe(false)
  })

  describe('corrections', () => {
    it('are added, all of them or none, and neither edited nor deleted', async () => {
      const { db, write, select } = await open()
      await write(record)
      const [one, other] = record.claims.map(({ id }) => id) as [string, string]
      const correction = { verdict: null, source: 'Paul Osei', note: 'a\0b', correctedBy: 'ed' }
      await appendCorrections(db, [one], correction)
      await expect(appendCorrections(db, [other, 'gone'], correction)).rejects.toMatchObject({ exitCode: 2 })
      expect(
        await select('SELECT name, naming, machine_name, note FROM v_claim WHERE verdict IS NULL AND note <> $$$$'),
      ).toEqual([{ name: 'Paul Osei', naming: 'named', machine_name: null, note: 'a\ufffdb' }])
      expect(await select('SELECT claim_id, former_cue, cue_start FROM correction')).toEqual([
        { claim_id: one, former_cue: 'said', cue_start: 7 },
      ])
      for (const change of ["UPDATE correction SET note = 'c'", 'DELETE FROM correction', 'TRUNCATE correction'])
        await expect(select(change)).rejects.toThrow('never edited or deleted')
    })
  })
})
