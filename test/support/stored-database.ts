import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Article } from '../../src/domain/article.ts'
import type { ArticleRecord } from '../../src/domain/record.ts'
import type { StoreReader } from '../../src/store/reader.ts'
import { originOf, toldBy } from '../../src/store/runs/origins.ts'
import { openForReading } from '../../src/store/sqlite/open-for-reading.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import type { ArticleInput, RunConfiguration, RunCounts } from '../../src/store/store.ts'

export const CONFIGURATION: RunConfiguration = {
  hearsay: '0.1.0',
  node: process.version,
  libraries: { 'wink-nlp': '2.4.0' },
  stages: [
    { name: 'tokens', version: 1 },
    { name: 'claims', version: 1 },
  ],
  options: { threads: 2 },
}

export const NO_COUNTS: RunCounts = { inputs: 0, done: 0, unchanged: 0, skipped: 0, dead: 0, claims: 0 }

/** An empty folder that is gone when the test has ended. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Stores the records with one finished run, a batch each when `batches` is given, and gives the database's path. */
export function storeRecords(...batches: readonly (readonly ArticleRecord[])[]): string {
  const path = join(makeFolder(), 'claims.db')
  storeRecordsAt(path, ...batches)
  return path
}

/** The same in a place of the test's own. */
export function storeRecordsAt(path: string, ...batches: readonly (readonly ArticleRecord[])[]): void {
  const store = SqliteStore.open(path)
  const run = store.startRun(CONFIGURATION)
  for (const records of batches) store.write(run, { records, dead: [], skipped: [] })
  const done = batches.flat()
  store.endRun(run, 'finished', {
    ...NO_COUNTS,
    inputs: done.length,
    done: done.length,
    claims: done.reduce((sum, record) => sum + record.claims.length, 0),
  })
  store.close()
}

/** Adds places that gave stored articles, with what they say of them and what was left out there. */
export function storePlaces(path: string, inputs: readonly ArticleInput[]): void {
  const store = SqliteStore.open(path)
  const run = store.startRun(CONFIGURATION)
  store.write(run, { records: [], dead: [], skipped: [], inputs })
  store.endRun(run, 'finished', { ...NO_COUNTS, inputs: inputs.length, unchanged: inputs.length })
  store.close()
}

/** A place of an article that says the same in every field, and had that and the passages around the article. */
export function placeSaying(
  article: Article,
  location: string,
  words: string,
  passages: readonly string[],
): ArticleInput {
  const fields = { title: words, byline: words, publisher: words, section: words, language: words }
  const origins = { title: words, byline: words, publisher: words, section: words, publishedAt: words, uri: words }
  const leftOut = passages.map(text => ({ reason: words, text }))
  const origin = { ...originOf(article), location, uri: `${location}?` }
  return { articleId: article.id, origin, told: toldBy({ ...article, ...fields, origins }, leftOut) }
}

/** Opens a database for reading until the test has ended. */
export function readUntilTestEnds(path: string): StoreReader {
  const reader = openForReading(path)
  onTestFinished(() => reader.close())
  return reader
}
