import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyRecord } from '../../test/support/any-record.ts'
import { readUntilTestEnds, storeRecords } from '../../test/support/stored-database.ts'
import { updateAcross } from '../families/update.ts'
import { type ArticleWithClaims, streamArticlesWithClaims } from '../store/queries/stream-articles-with-claims.ts'
import { toArticleWithClaims } from './article-of-record.ts'

/** Stored together: each record has a text, and so an id, of its own. */
const RECORDS = 60

it('gives rules of a draft what they get of it once it is stored', async () => {
  const [sampled = []] = fc.sample(
    fc.tuple(...Array.from({ length: RECORDS }, (_, n) => anyRecord(`“One” said 😀 number ${n}.`))),
    { numRuns: 1, seed: 7 },
  )
  // Whatever the pipeline finds some rule has found.
  const found = { stage: 'attributions', version: 1, rule: 'somebody-said-clause', detail: {} }
  const records = sampled.map(record => ({
    ...record,
    claims: record.claims.map(claim => ({ ...claim, evidence: [found, ...claim.evidence] })),
  }))
  const db = storeRecords(records)
  await updateAcross(db)
  const { database } = readUntilTestEnds(db)
  const stored: ArticleWithClaims[] = []
  for await (const article of streamArticlesWithClaims(database)) stored.push(article)
  const drafts = new Map(records.map(record => [record.article.id, toArticleWithClaims(record)]))
  expect(stored).toHaveLength(RECORDS)
  expect(stored.some(({ claims }) => claims.some(({ voiceId }) => voiceId !== null))).toBe(true)
  // A draft has no versions before it; some of these records share an address.
  for (const article of stored) expect(drafts.get(article.id)).toEqual({ ...article, edits: [] })
})
