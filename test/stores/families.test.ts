import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { updateAcross } from '../../src/families/update.ts'
import { appendCorrections, undoCorrection } from '../../src/store/open-store.ts'
import { proofSize } from '../support/proof-size.ts'
import { CONTENTS, enterTogether, makeArticle, readRows, SPEAKERS } from '../support/said-articles.ts'
import { makeFolder } from '../support/stored-database.ts'

const anyArticles = fc
  .array(
    fc.record({
      day: fc.constantFrom(1, 2, 3, 20, null),
      said: fc.array(fc.record({ content: fc.nat(CONTENTS.length - 1), speaker: fc.nat(SPEAKERS.length - 1) }), {
        maxLength: 4,
      }),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map(articles => articles.map(({ day, said }, number) => makeArticle(number, day, said)))

it('finds the same one by one, all at once, in any order, after corrections and after being written anew', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, fc.infiniteStream(fc.nat()), async (articles, chance) => {
      const folder = makeFolder()
      const pick = (most: number) => (chance.next().value as number) % most
      const [one, other] = [join(folder, 'one.db'), join(folder, 'other.db')]
      await enterTogether(one, [articles])
      const shuffled = articles.toSorted(() => pick(3) - 1)
      const middle = pick(articles.length + 1)
      await enterTogether(other, [shuffled.slice(0, 1), shuffled.slice(1, middle), shuffled.slice(Math.max(1, middle))])
      const claims = articles.flatMap(record => record.claims)
      const rejected = claims.length === 0 ? null : (claims[pick(claims.length)]?.id as string)
      if (rejected !== null) {
        await appendCorrections(other, [rejected], { verdict: 'rejected', source: null, note: null, correctedBy: null })
        await updateAcross(other)
        await undoCorrection(other, rejected, { correctedBy: null })
        await updateAcross(other)
      }
      await enterTogether(other, [[articles[pick(articles.length)] as ArticleRecord]])
      const rows = await readRows(one)
      expect(await readRows(other)).toEqual(rows)
      await updateAcross(other, { rebuild: true, allAtOnceFrom: 1 })
      expect(await readRows(other)).toEqual(rows)
    }),
    { numRuns: proofSize(3, 100) },
  )
})
