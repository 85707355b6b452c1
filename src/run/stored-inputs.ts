import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Article } from '../domain/article.ts'
import type { StageInfo } from '../domain/stage.ts'
import type { Discovered } from '../read/discover.ts'
import type { ReadOutcome } from '../read/format.ts'
import type { InputReader } from '../read/input-reader.ts'
import { readArticles } from '../read/read-articles.ts'
import { readRetry } from '../store/queries/dead-letters.ts'
import { streamStaleArticles } from '../store/queries/stale-articles.ts'
import { readOrigin } from '../store/queries/versions.ts'
import type { StoreDatabase } from '../store/schema.ts'

/** The stored articles that older stages analysed: from their stored text, whether their inputs are there or not. */
export async function* readStaleArticles(
  database: StoreDatabase,
  stages: readonly StageInfo[],
): AsyncGenerator<ReadOutcome> {
  for await (const article of streamStaleArticles(database, stages)) yield await toOutcome(database, article)
}

export interface RetryOptions {
  readonly reader: InputReader
  /** What the locations of inputs are relative to. */
  readonly workingFolder: string
}

/**
 * What failed, to be run again: articles from their stored text, and what never became one from where it lay. Every
 * dead letter gives an outcome, if only another failure.
 *
 * @param letters ids of dead letters
 */
export async function* readDeadLetters(
  database: StoreDatabase,
  letters: readonly number[],
  options: RetryOptions,
): AsyncGenerator<ReadOutcome> {
  /** Places to read again, with the URI that each goes by, in each file. */
  const placesOf = new Map<string, Map<string, string>>()
  for (const id of letters) {
    const retry = await readRetry(database, id)
    if (retry === null) continue
    const { uri, article, location } = retry
    if (article !== null) yield await toOutcome(database, article)
    else {
      const file = fileOf(location, options.workingFolder)
      placesOf.set(file, (placesOf.get(file) ?? new Map()).set(location, uri))
    }
    if (options.reader.signal.aborted) return
  }
  for (const [file, places] of placesOf) {
    yield* readPlaces(file, places, options)
    if (options.reader.signal.aborted) return
  }
}

/** Reads a file again, for some of what is in it; for all when it failed as a whole. */
async function* readPlaces(
  file: string,
  places: Map<string, string>,
  options: RetryOptions,
): AsyncGenerator<ReadOutcome> {
  if (file === '-') {
    const error = 'standard input cannot be read again: pipe it to hearsay run - once more'
    yield { outcome: 'failed', uri: '-', kind: 'unreadable', error }
    return
  }
  if (isNoFile(resolve(options.workingFolder, file))) {
    // A pipe would be waited for, and a device read for ever.
    const error = 'it is no longer a regular file: give it to hearsay run by its name'
    for (const [location, uri] of places)
      yield { outcome: 'failed', uri, kind: 'unreadable', error, origin: { location } }
    return
  }
  const input: Discovered = { kind: 'file', uri: file, path: resolve(options.workingFolder, file) }
  const isWhole = places.has(file)
  for await (const outcome of readArticles([input], options.reader, { keepNotText: true })) {
    if (isWhole || places.has(outcome.origin.location)) yield outcome
    places.delete(outcome.origin.location)
  }
  if (isWhole || options.reader.signal.aborted) return
  for (const [location, uri] of places) {
    const error = `nothing is at that place of ${file} any more: run the whole file again`
    yield { outcome: 'failed', uri, kind: 'unreadable', error, origin: { location } }
  }
}

/** Whether something else is there than a file. */
function isNoFile(path: string): boolean {
  try {
    return statSync(path).isFile() === false
  } catch {
    // Reading it says why.
    return false
  }
}

/** `a.jsonl#L12` → `a.jsonl`, unless a file is called so. */
function fileOf(location: string, workingFolder: string): string {
  const hash = location.lastIndexOf('#')
  return hash <= 0 || existsSync(resolve(workingFolder, location)) ? location : location.slice(0, hash)
}

/** As its input gave it, so that it is counted as that input and no other. */
async function toOutcome(database: StoreDatabase, article: Article): Promise<ReadOutcome> {
  const origin = await readOrigin(database, article.id)
  return origin === null ? { outcome: 'article', article } : { outcome: 'article', article, origin }
}
