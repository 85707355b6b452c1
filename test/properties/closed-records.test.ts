import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verify } from '../../src/audit/verify.ts'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { analyseArticle as analyseByEncoder } from '../../src/run/analyse-encoder.ts'
import { analyseArticle } from '../../src/run/analyse-linear.ts'
import { analyseArticle as analyseByRules } from '../../src/run/analyse-rules.ts'
import { anyArticleText, anyCutText } from '../support/any-article-text.ts'
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
  // The encoder takes longest and the rules least: what engines share, the quicker try in place of the slower.
  it.each([
    ['encoder', analyseByEncoder, articles / 40],
    ['linear', analyseArticle, articles / 4],
    ['rules', analyseByRules, (articles * 29) / 40],
  ] as const)(
    'become closed records by %s, and the stages left nothing to close',
    async (_engine, analyse, numRuns) => {
      await fc.assert(
        fc.asyncProperty(anyArticleText, async text => {
          const record = await analyse(articleWith(text))
          expect(findOpenLinks(record)).toEqual([])
          expect(findBroken(record)).toEqual([])
        }),
        { numRuns },
      )
    },
  )

  it.each([
    ['encoder', analyseByEncoder, articles / 50],
    ['linear', analyseArticle, articles / 10],
    ['rules', analyseByRules, articles / 5],
  ] as const)('may break off after any word, by %s', async (_engine, analyse, numRuns) => {
    await fc.assert(
      fc.asyncProperty(anyCutText, async text => {
        expect(findOpenLinks(await analyse(articleWith(text)))).toEqual([])
      }),
      { numRuns },
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
      { numRuns: Math.ceil(articles / BATCH / 20) },
    )
  })
})
