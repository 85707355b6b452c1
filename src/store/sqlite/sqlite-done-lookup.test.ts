import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { buildArticleRecord } from '../../../test/support/article-record.ts'
import { CONFIGURATION, makeFolder } from '../../../test/support/stored-database.ts'
import { SqliteDoneLookup } from './sqlite-done-lookup.ts'
import { SqliteStore } from './sqlite-store.ts'

const text = 'Ms Roy said the vote was lost.'
const record = buildArticleRecord(text, [{ source: 'Ms Roy', cue: 'said', content: 'the vote was lost' }])

function open() {
  const path = join(makeFolder(), 'claims.db')
  const store = SqliteStore.open(path)
  const lookup = SqliteDoneLookup.open(path)
  onTestFinished(async () => {
    await lookup.close()
    store.close()
  })
  const run = store.startRun(CONFIGURATION)
  return { path, store, lookup, write: (one = record) => store.write(run, { records: [one], dead: [], skipped: [] }) }
}

it('holds for exactly the stages that ran', async () => {
  const { lookup, write } = open()
  expect(await lookup.isDone(record.article.id, record.stages)).toBe(false)
  write()
  expect(await lookup.isDone(record.article.id, record.stages)).toBe(true)
  expect(await lookup.isDone(record.article.id, [...record.stages, { name: 'chains', version: 1 }])).toBe(false)
  expect(await lookup.isDone(record.article.id, record.stages.slice(0, 1))).toBe(false)
  expect(await lookup.isDone(record.article.id, [{ name: 'tokens', version: 2 }, ...record.stages.slice(1)])).toBe(
    false,
  )
  expect(await lookup.isDone('another', record.stages)).toBe(false)
})

it('tells engines of the same version apart, and models of the same engine', async () => {
  const { lookup, write } = open()
  const withEngine = (engine: string, model?: string) =>
    record.stages.map((stage, i) => (i === 0 ? { ...stage, engine, ...(model === undefined ? {} : { model }) } : stage))
  const stages = withEngine('linear', '0a1b')
  write({ ...record, stages })
  expect(await lookup.isDone(record.article.id, stages)).toBe(true)
  for (const others of [
    withEngine('linear', '2c3d'),
    withEngine('encoder', '0a1b'),
    withEngine('linear'),
    record.stages,
  ])
    expect(await lookup.isDone(record.article.id, others)).toBe(false)
})

it('says whether anything has been done', async () => {
  const { lookup, write } = open()
  expect(await lookup.isEmpty()).toBe(true)
  write()
  expect(await lookup.isEmpty()).toBe(false)
})

it('closed before the store leaves no log behind', async () => {
  const { path, store, lookup, write } = open()
  write()
  await lookup.isDone(record.article.id, record.stages)
  await lookup.close()
  store.close()
  expect([path, `${path}-wal`, `${path}-shm`].map(file => existsSync(file))).toEqual([true, false, false])
})
