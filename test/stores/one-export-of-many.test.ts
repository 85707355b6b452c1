import process from 'node:process'
import { it } from 'vitest'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { requireOneExport } from './one-export.ts'

/** Few, so that the whole check stays quick: `HEARSAY_ARTICLES=2000` is the measure. */
const ARTICLES = Number(process.env.HEARSAY_ARTICLES ?? 60)

describePostgres('many articles', server => {
  it('give the same export on every store, with any number of threads and processes', {
    timeout: 3_600_000,
  }, async () => {
    await requireOneExport(server(), { articles: ARTICLES, threads: [1, 2], workers: [2, 4] })
  })
})
