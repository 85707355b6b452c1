import { expect, it } from 'vitest'
import { buildArticleRecord } from '../../../../test/support/article-record.ts'
import { readUntilTestEnds, storeRecords } from '../../../../test/support/stored-database.ts'
import { findArticles } from '../articles.ts'
import { countUndatedArticles } from './undated.ts'

it('counts the articles that no date finds', async () => {
  const dates = ['2026-02-28', '2026-02-30', 'last week', null]
  const records = dates.map((publishedAt, i) =>
    buildArticleRecord(`Ms Roy said ${i}.`, [], { article: { uri: `${i}.txt`, publishedAt } }),
  )
  const { database } = readUntilTestEnds(storeRecords(records))
  expect(await countUndatedArticles(database)).toBe(3)
  expect(await findArticles(database, { since: '2000-01-01' })).toMatchObject([{ uri: '0.txt' }])
})

it.each(['2026-02-30', '2025-02-29', '2026-04-31T08:00:00Z', '2026-13-01', '2026-00-10', '2026-01-00'])(
  'refuses %s, a day that no calendar has',
  async since => {
    const { database } = readUntilTestEnds(storeRecords([]))
    await expect(findArticles(database, { since })).rejects.toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining(since) }),
    )
  },
)
