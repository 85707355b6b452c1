import { it } from 'vitest'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { requireOneExport } from './one-export.ts'

describePostgres('the same articles', server => {
  it('give the same export on both stores, whole, in halves and from several processes', async () => {
    await requireOneExport(server(), { articles: 16, threads: [1], workers: [2], flags: ['--rules'] })
  })
})
