import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { buildArticleRecord } from '../../test/support/article-record.ts'
import { storeMachine } from '../../test/support/machine.ts'
import { CONFIGURATION, makeFolder, readUntilTestEnds } from '../../test/support/stored-database.ts'
import { copyDatabase } from './copy-database.ts'
import { readToldPlaces } from './queries/articles/told-places.ts'
import { originOf, toldBy } from './runs/origins.ts'
import { mergeFiles } from './sqlite/merge/merge-files.ts'
import { SqliteStagingTarget } from './sqlite/merge/sqlite-staging-target.ts'
import { SqliteStore } from './sqlite/sqlite-store.ts'
import type { ArticleInput, Told } from './store.ts'
import { copyStore } from './transfer/copy-store.ts'

const record = buildArticleRecord('Ms Ode said the lock was shut.', [{ source: 'Ms Ode', cue: 'said' }], {
  article: { uri: 'news/lock.html' },
})
const { article } = record

/** What a place says, told apart by its title. */
function tell(title: string, ...texts: string[]): Told {
  const leftOut = texts.map(text => ({ reason: 'related links', text }))
  return toldBy({ ...article, title, section: 'Harbour', origins: { title: 'og:title' } }, leftOut)
}

function from(location: string, told: Told | undefined): ArticleInput {
  return { articleId: article.id, origin: { ...originOf(article), location, uri: location }, told }
}

/** A store that can be asked while it is open, with a run. */
function openStore() {
  const path = join(makeFolder(), 'claims.db')
  const store = SqliteStore.open(path)
  const run = store.startRun(CONFIGURATION)
  onTestFinished(() => store.close())
  const { database } = readUntilTestEnds(path)
  return { path, store, run, places: () => readToldPlaces(database, article.id) }
}

it('keeps of each place what it says, and what was left out of it', async () => {
  const { store, run, places } = openStore()
  const inputs = [from('a.html', tell('Lock shut', 'Tide times', 'Newsletter')), from('b.html', tell('A lock is shut'))]
  store.write(run, { records: [record], dead: [], skipped: [], inputs })
  expect(await places()).toEqual([
    expect.objectContaining({
      location: 'a.html',
      told: expect.objectContaining({ title: 'Lock shut', section: 'Harbour', origins: { title: 'og:title' } }),
      leftOut: [
        { reason: 'related links', text: 'Tide times' },
        { reason: 'related links', text: 'Newsletter' },
      ],
    }),
    expect.objectContaining({ location: 'b.html', leftOut: [] }),
  ])
})

it.each([
  ['more', ['Tide times', 'Newsletter', 'Comments']],
  ['fewer', ['Newsletter']],
  ['none', []],
  ['others', ['Ferry times', 'Podcast']],
])('puts %s in their place when it is read anew', async (_, texts) => {
  const { store, run, places } = openStore()
  const read = (told: Told) => store.write(run, { records: [], dead: [], skipped: [], inputs: [from('a.html', told)] })
  store.write(run, {
    records: [record],
    dead: [],
    skipped: [],
    inputs: [from('a.html', tell('Lock shut', 'Tide times', 'Newsletter'))],
  })
  read(tell('Lock shut again', ...texts))
  expect(await places()).toMatchObject([
    { told: { title: 'Lock shut again' }, leftOut: texts.map(text => ({ reason: 'related links', text })) },
  ])
})

it('leaves it alone when the article is analysed again from its stored text, or fails', async () => {
  const { store, run, places } = openStore()
  store.write(run, {
    records: [record],
    dead: [],
    skipped: [],
    inputs: [from('a.html', tell('Lock shut', 'Tide times'))],
  })
  const before = await places()
  store.write(run, { records: [record], dead: [], skipped: [], inputs: [from('a.html', undefined)] })
  expect(await places()).toEqual(before)
  const letter = {
    articleId: article.id,
    uri: article.uri,
    stage: 'claims',
    stageVersion: 1,
    kind: 'timeout',
    error: 'long',
    article,
  }
  store.write(run, { records: [], dead: [letter], skipped: [], inputs: [from('a.html', undefined)] })
  expect(await places()).toEqual(before)
})

it('writes nothing when an input is met again as it was', async () => {
  const { path, store, run } = openStore()
  const batch = { records: [], dead: [], skipped: [], inputs: [from('a.html', tell('Lock shut', 'Tide times'))] }
  store.write(run, { ...batch, records: [record] })
  const other = new Database(path)
  other.exec("CREATE TRIGGER watch BEFORE DELETE ON left_out BEGIN SELECT raise(ABORT, 'written again'); END")
  other.close()
  expect(() => store.write(run, batch)).not.toThrow()
})

it('goes with its input', async () => {
  const { path, store, run } = openStore()
  store.write(run, {
    records: [record],
    dead: [],
    skipped: [],
    inputs: [from('a.html', tell('Lock shut', 'Tide times'))],
  })
  const other = new Database(path)
  other.pragma('foreign_keys = ON')
  other.exec('DELETE FROM input')
  expect(other.prepare('SELECT count(*) FROM left_out').pluck().get()).toBe(0)
  other.close()
})

it.each<[string, (path: string, into: string) => Promise<unknown>]>([
  ['merging', (path, into) => mergeFiles([path], into)],
  [
    'copying',
    async (path, into) => {
      const target = SqliteStagingTarget.open(into)
      await copyStore(readUntilTestEnds(path).database, target).finally(() => target.close())
    },
  ],
  ['copying a file', copyDatabase],
])('%s takes it over, and of a place that both met what the later run read', async (_, take) => {
  const north = storeMachine({
    on: '2026-01-01',
    records: [record],
    inputs: [from('a.html', tell('First', 'Tide times', 'Podcast')), from('north.html', tell('North', 'Ferries'))],
  })
  const south = storeMachine({
    on: '2026-01-02',
    records: [record],
    inputs: [from('a.html', tell('Second', 'Newsletter')), from('south.html', tell('South'))],
  })
  for (const paths of [
    [north, south],
    [south, north, south],
  ]) {
    const into = join(makeFolder(), 'all.db')
    for (const path of paths) await take(path, into)
    const reader = readUntilTestEnds(into)
    const places = await readToldPlaces(reader.database, article.id)
    const told = places.map(place => [place.location, place.told?.title, ...place.leftOut.map(({ text }) => text)])
    expect(told.toSorted()).toEqual([
      ['a.html', 'Second', 'Newsletter'],
      ['north.html', 'North', 'Ferries'],
      ['south.html', 'South'],
    ])
    expect(await reader.checkIntegrity()).toEqual([])
  }
})
