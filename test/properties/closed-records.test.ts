import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verify } from '../../src/audit/verify.ts'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { analyseArticle } from '../../src/run/analyse-linear.ts'
import { analyseArticle as analyseByRules } from '../../src/run/analyse-rules.ts'
import { anyArticleText } from '../support/any-article-text.ts'
import { articleWith } from '../support/article.ts'
import { findOpenLinks } from '../support/open-links.ts'
import { proofSize } from '../support/proof-size.ts'
import { readUntilTestEnds, storeRecords } from '../support/stored-database.ts'

/** Articles stored and verified together. */
const BATCH = 25
const articles = proofSize(200, 10_000)
/** All of them take minutes, and longer where others work beside. */
const PATIENCE = 3_600_000

/** What stages left open although nothing needs closing where a link is made in the right way. */
function findBroken({ candidates }: ArticleRecord): string[] {
  return candidates.filter(({ rule }) => rule === 'broken').map(({ reason }) => reason)
}

describe('articles that nobody wrote', { timeout: PATIENCE }, () => {
  it('become closed records, and the stages left nothing to close', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticleText, async text => {
        const record = await analyseArticle(articleWith(text))
        expect(findOpenLinks(record)).toEqual([])
        expect(findBroken(record)).toEqual([])
      }),
      { numRuns: articles },
    )
  })

  it('become closed records by the rules alone, too', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticleText, async text => {
        const record = await analyseByRules(articleWith(text))
        expect(findOpenLinks(record)).toEqual([])
        expect(findBroken(record)).toEqual([])
      }),
      { numRuns: articles / 2 },
    )
  })

  it('are stored, and all that is stored is found in them again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyArticleText, { minLength: BATCH, maxLength: BATCH }), async texts => {
        const articles = [...new Set(texts)].map((text, i) => articleWith(text, `${i}.txt`))
        const records = await Promise.all(articles.map(article => analyseArticle(article)))
        const findings: string[] = []
        await verify(readUntilTestEnds(storeRecords(records)), { onFinding: ({ message }) => findings.push(message) })
        expect(findings).toEqual([])
      }),
      { numRuns: Math.ceil(articles / BATCH / 10) },
    )
  })
})
