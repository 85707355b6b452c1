import process from 'node:process'
import { it } from 'vitest'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { requireOneExport } from './one-export.ts'

/** `HEARSAY_ARTICLES=200` makes it quicker. */
const ARTICLES = Number(process.env.HEARSAY_ARTICLES ?? 2_000)

describePostgres('many articles', server => {
  it('give the same export on every store, with any number of threads and processes', {
    timeout: 3_600_000,
  }, async () => {
    await requireOneExport(server(), { articles: ARTICLES, threads: [1, 2], workers: [2, 4] })
  })
})
