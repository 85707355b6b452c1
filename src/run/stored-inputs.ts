import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Article } from '../domain/article.ts'
import type { StageInfo } from '../domain/stage.ts'
import type { Discovered } from '../read/discover.ts'
import type { ReadOutcome } from '../read/format.ts'
import type { InputReader } from '../read/input-reader.ts'
import { readArticles } from '../read/read-articles.ts'
import { isInput, readOrigin } from '../store/queries/across/versions.ts'
import { readRetry } from '../store/queries/runs/dead-letters.ts'
import { streamStaleArticles } from '../store/queries/runs/stale-articles.ts'
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
  const files = new Set<string>()
  for (const id of letters) {
    const retry = await readRetry(database, id)
    if (retry === null) continue
    if (retry.article !== null) yield await toOutcome(database, retry.article)
    else files.add(retry.location)
    if (options.reader.signal.aborted) return
  }
  for (const file of files) {
    yield* readAgain(database, file, options)
    if (options.reader.signal.aborted) return
  }
}

/**
 * Reads a file to its end again. Entries that gave an article before are passed over, unless there is nothing else to
 * tell of it.
 */
async function* readAgain(database: StoreDatabase, file: string, options: RetryOptions): AsyncGenerator<ReadOutcome> {
  if (file === '-') {
    const error = 'standard input cannot be read again: pipe it to hearsay run - once more'
    yield { outcome: 'failed', uri: '-', kind: 'unreadable', error }
    return
  }
  if (isNoFile(resolve(options.workingFolder, file))) {
    // A pipe would be waited for, and a device read for ever.
    const error = 'it is no longer a regular file: give it to hearsay run by its name'
    yield { outcome: 'failed', uri: file, kind: 'unreadable', error, origin: { location: file, file } }
    return
  }
  const input: Discovered = { kind: 'file', uri: file, path: resolve(options.workingFolder, file) }
  let known: ReadOutcome | null = null
  let isTold = false
  for await (const outcome of readArticles([input], options.reader, { keepNotText: true })) {
    const { location } = outcome.origin
    if (outcome.outcome === 'article' && (await isInput(database, location, outcome.article.id))) known = outcome
    else {
      isTold = true
      yield outcome
    }
  }
  if (!isTold && known !== null) yield known
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

/** As its input gave it, so that it is counted as that input and no other. */
async function toOutcome(database: StoreDatabase, article: Article): Promise<ReadOutcome> {
  const origin = await readOrigin(database, article.id)
  return origin === null ? { outcome: 'article', article } : { outcome: 'article', article, origin }
}
