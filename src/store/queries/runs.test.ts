import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildArticleRecord } from '../../../test/support/article-record.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS, readUntilTestEnds } from '../../../test/support/stored-database.ts'
import { SqliteStore } from '../sqlite/sqlite-store.ts'
import { findDeadLetters, findInputs, findRuns, findStagesDone } from './runs.ts'

it('tells every run with its configuration, counts and failures', async () => {
  const path = join(makeFolder(), 'claims.db')
  const record = buildArticleRecord('Nobody spoke.')
  const store = SqliteStore.open(path)
  const first = store.startRun(CONFIGURATION)
  const dead = [
    {
      articleId: null,
      uri: 'news/broken.txt',
      stage: 'read',
      stageVersion: 1,
      kind: 'not-text',
      error: 'no text',
      article: null,
    },
  ]
  store.write(first, { records: [record], dead, skipped: [{ uri: 'news/empty.txt', reason: 'empty file' }] })
  store.endRun(first, 'finished', { ...NO_COUNTS, inputs: 3, done: 1, skipped: 1, dead: 1 })
  const second = store.startRun({ ...CONFIGURATION, hearsay: '0.2.0' })
  store.endRun(second, 'stopped', NO_COUNTS)
  store.close()

  const { database } = readUntilTestEnds(path)
  const runs = await findRuns(database)
  expect(runs.map(run => [run.id, run.status, run.configuration.hearsay])).toEqual([
    [2, 'stopped', '0.2.0'],
    [1, 'finished', '0.1.0'],
  ])
  expect(runs[1]).toMatchObject({
    configuration: CONFIGURATION,
    counts: { inputs: 3, done: 1, unchanged: 0, skipped: 1, dead: 1, claims: 0 },
    note: null,
  })
  expect(await findRuns(database, 1)).toHaveLength(1)
  expect(await findStagesDone(database, record.article.id)).toMatchObject([
    { name: 'tokens', version: 1, run: { id: 1 } },
    { name: 'claims', version: 1, run: { id: 1 } },
  ])
  expect(await findDeadLetters(database)).toMatchObject([{ uri: 'news/broken.txt', kind: 'not-text', attempts: 1 }])
  expect(await findDeadLetters(database, 2)).toEqual([])
  expect(await findInputs(database, { runId: 1, status: 'skipped' })).toMatchObject([
    { uri: 'news/empty.txt', reason: 'empty file' },
  ])
})
