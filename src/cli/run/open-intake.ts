import { Readable } from 'node:stream'
import { Intake } from '../../intake/intake.ts'
import { DEFAULT_LIMITS } from '../../read/limits/limits.ts'
import { readArticles } from '../../read/read-articles.ts'
import { ThreadReader } from '../../run/reading/thread-reader.ts'
import { runArticles } from '../../run/run-articles.ts'
import { findStoredArticles } from '../../store/queries/articles/stored-articles.ts'
import { withReader } from '../options/database-option.ts'
import type { Surroundings } from '../surroundings.ts'
import { type AnalysisOptions, poolOptions, readRunConfiguration } from './perform-run.ts'
import { updateQuotations } from './update-quotations.ts'

/** Takes articles in through the site, in the ways of `hearsay run`: the same readers, the same run. Always `close` it. */
export function openIntake(db: string, options: AnalysisOptions, surroundings: Surroundings): Intake {
  const { readerModule } = surroundings
  return new Intake({
    async *read(inputs, choices, signal) {
      const reader = new ThreadReader({
        ...choices,
        readerModule,
        heapMb: options.maxHeap,
        standardInput: Readable.from([]),
        signal,
      })
      try {
        yield* readArticles(inputs, reader, { keepNotText: true })
      } finally {
        await reader.close()
      }
    },
    async analyse(articles, choices, { signal, onProgress, onHeld }) {
      const reading = { format: null, fields: {}, ...choices, limits: DEFAULT_LIMITS }
      const { configuration, ...shared } = await readRunConfiguration(options, 'given', reading, surroundings)
      const failures = new Map<string, string>()
      const report = await runArticles(each(articles), db, {
        ...poolOptions({ ...options, threads: Math.min(options.threads, articles.length) }, surroundings),
        ...shared,
        configuration,
        signal,
        onHeld,
        onProgress: ({ inputs }) => onProgress(inputs),
        onFailure: ({ articleId, error }) => articleId !== null && failures.set(articleId, error),
      })
      if (report.runId !== null) await updateQuotations(db, { ...options, quiet: true, isService: true }, surroundings)
      const ids = articles.map(({ article }) => article.id)
      const stored = await withReader(db, ({ database }) => findStoredArticles(database, ids))
      return { runId: report.runId, stored, failures }
    },
  })
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}
