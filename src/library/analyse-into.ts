import { availableParallelism } from 'node:os'
import process from 'node:process'
import { updateAcross } from '../families/update.ts'
import type { ReadOutcome } from '../read/format.ts'
import { DEFAULT_ENGINE, type EngineName } from '../run/engines.ts'
import { readEngine } from '../run/model/read-engine.ts'
import { runArticles } from '../run/run-articles.ts'
import { readLibraryVersions, readVersion } from '../run/version.ts'
import type { RunCounts } from '../store/store.ts'
import { moduleBeside } from './module-beside.ts'

export interface AnalyseIntoOptions {
  /** What finds attributions beside the rules; the encoder unless told otherwise. */
  readonly engine?: EngineName
  /** Whether a first name may tell a gender where nothing else does; true unless told otherwise. */
  readonly nameGender?: boolean
  /** Worker threads; one for each core unless given. */
  readonly threads?: number
  /** Most processor time for one article, in milliseconds. */
  readonly timeoutMs?: number
  /** Largest memory of one thread in MB. */
  readonly heapMb?: number
  /** Whether the same words are looked for in other articles that are stored; true unless told otherwise. */
  readonly quotations?: boolean
  /** Told after every article. */
  readonly onProgress?: (counts: RunCounts) => void
  /** Ends the run early: what is done by then is stored, and the next run does the rest. */
  readonly signal?: AbortSignal
}

/** What came of a run. */
export interface AnalysisReport {
  /** Null when there was nothing to store. */
  readonly runId: number | null
  readonly status: 'finished' | 'stopped'
  readonly counts: RunCounts
  /** Inputs that had been read when the run was stopped, and were left: the next run does them. */
  readonly left: number
  /** Why the same words were not looked for in other articles, which is done with the next run; null where nothing went wrong. */
  readonly quotationsError: string | null
  /** The first of what failed; all of it is in the database. */
  readonly failures: readonly { readonly uri: string; readonly kind: string; readonly error: string }[]
}

const [TIMEOUT_MS, HEAP_MB] = [60_000, 2048]

/**
 * Analyses articles on worker threads and stores what comes of it, as `hearsay run` does: articles that are known are left
 * alone, and one that fails stops no other.
 *
 * @param database a path, made where there is none, or the address of a PostgreSQL database
 * @param inputs of `readInputs`, or of your own
 * @throws HearsayError 2 (the encoder's runtime cannot be loaded), 4 (database not usable) or 74 (disk full)
 *
 * @example
 * const { counts } = await analyseInto('claims.db', readInputs(['corpus/ferry-fire-search.txt']), { threads: 1 })
 * counts.done // → 1
 */
export async function analyseInto(
  database: string,
  inputs: AsyncIterable<ReadOutcome>,
  options: AnalyseIntoOptions = {},
): Promise<AnalysisReport> {
  const {
    engine = DEFAULT_ENGINE,
    threads = availableParallelism(),
    timeoutMs = TIMEOUT_MS,
    heapMb = HEAP_MB,
    nameGender = true,
    quotations = true,
  } = options
  const { engine: facts, shared } = await readEngine(engine)
  const { runId, status, counts, left, failures } = await runArticles(inputs, database, {
    analyser: moduleBeside(`../run/analyse-${engine}`),
    threads,
    timeoutMs,
    heapMb,
    nameGender,
    ...(shared === null ? {} : { shared }),
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    signal: options.signal ?? new AbortController().signal,
    configuration: {
      hearsay: readVersion(),
      node: process.versions.node,
      libraries: readLibraryVersions(),
      options: { ...facts, ...(nameGender ? {} : { nameGender }), threads, timeoutMs, heapMb },
    },
  })
  const quotationsError = quotations && runId !== null && status === 'finished' ? await enter(database) : null
  return {
    runId,
    status,
    counts,
    left,
    failures: failures.map(({ uri, kind, error }) => ({ uri, kind, error })),
    quotationsError,
  }
}

/** Why articles were not entered across articles, which fails no run: they wait for the next one. */
async function enter(database: string): Promise<string | null> {
  try {
    await updateAcross(database)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
