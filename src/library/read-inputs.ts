import process from 'node:process'
import { Readable } from 'node:stream'
import { discover } from '../read/discover.ts'
import type { InputOutcome } from '../read/format.ts'
import { DEFAULT_LIMITS } from '../read/limits/limits.ts'
import { readArticles } from '../read/read-articles.ts'
import { ThreadReader } from '../run/reading/thread-reader.ts'
import { moduleBeside } from './module-beside.ts'

export interface ReadInputsOptions {
  /** What paths are relative to; the working folder of the process unless given. */
  readonly workingFolder?: string
  /** Name of a format, as `--format` takes it, where inputs do not say themselves what they are. */
  readonly format?: string
  /** Keeps all of a plain text, with what stands around its article. */
  readonly whole?: boolean
  /** Takes articles in other languages than English too. */
  readonly anyLanguage?: boolean
  /** Largest memory in MB that reading may take. */
  readonly heapMb?: number
  /** Ends reading at once. */
  readonly signal?: AbortSignal
}

const HEAP_MB = 2048

/**
 * Reads articles from files, folders and glob patterns in every format that Hearsay knows, in a thread of its own: no input
 * can hold your program up. Every input gives at least one outcome, an article, why it was passed over or what is wrong with
 * it, and every entry of an archive or feed exactly one.
 *
 * @param paths as `hearsay run` takes them, without `-`
 * @throws HearsayError (2) for a path that does not exist, or when not one of the inputs is text
 *
 * @example
 * for await (const outcome of readInputs(['corpus/ferry-fire-search.txt']))
 *   if (outcome.outcome === 'article') console.log(outcome.article.title)
 */
export async function* readInputs(
  paths: readonly string[],
  options: ReadInputsOptions = {},
): AsyncGenerator<InputOutcome, void, undefined> {
  const { workingFolder = process.cwd(), format, whole = false, anyLanguage = false, heapMb = HEAP_MB } = options
  const over = new AbortController()
  const signal = options.signal === undefined ? over.signal : AbortSignal.any([options.signal, over.signal])
  const reader = new ThreadReader({
    format,
    whole,
    anyLanguage,
    fields: {},
    limits: DEFAULT_LIMITS,
    heapMb,
    signal,
    readerModule: moduleBeside('../read/read-discovered'),
    standardInput: Readable.from([]),
  })
  try {
    yield* readArticles(discover(paths, workingFolder, format), reader)
  } finally {
    over.abort()
    await reader.close()
  }
}
