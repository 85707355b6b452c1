import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { updateAcross } from '../../src/families/update.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { appendCorrections, openStore, undoCorrection } from '../../src/store/open-store.ts'
import { originOf } from '../../src/store/origins.ts'
import type { InputOrigin } from '../../src/store/store.ts'
import { type AcrossRows, readAcross } from '../support/across-rows.ts'
import { buildArticleRecord, groundedIn } from '../support/article-record.ts'
import { proofSize } from '../support/proof-size.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS } from '../support/stored-database.ts'

/** What is said: the same and nearly the same, generic phrases, and things of their own. */
const CONTENTS = [
  'the harbour tunnel will open in September after eleven years of delays and lawsuits',
  'The harbour tunnel will open in September, after eleven years of delays and lawsuits!',
  'the harbour tunnel will not open in September after eleven years of delays and lawsuits',
  'after eleven years of delays and lawsuits',
  'we are aware of the reports',
  'We are aware of the reports.',
  'no comment',
  'the ferry crews were never paid for the winter storms that wrecked their quarters',
  'ferry crews were never paid for winter storms that wrecked their quarters',
  'yes',
]
const SPEAKERS = ['Ada Roy', 'Ms Roy', 'Bo Li', 'Cem Oz', 'officials']
const DAYS = [1, 2, 3, 20, null]

interface Said {
  readonly content: number
  readonly speaker: number
}

function makeArticle(number: number, day: number | null, said: readonly Said[]): ArticleRecord {
  const lines = said.map(({ content, speaker }, at) => ({
    at,
    content: CONTENTS[content] as string,
    speaker: SPEAKERS[speaker] as string,
  }))
  const text = lines.map(line => `[${line.at}] ${line.speaker} said ${line.content}`).join('\n') || `${number}`
  return buildArticleRecord(
    `No. ${number}\n${text}`,
    lines.map(line => ({
      source: line.speaker,
      cue: 'said',
      content: line.content,
      from: `[${line.at}]`,
      claim: { quotation: line.at % 2 === 0 ? 'direct' : 'indirect' },
      ...(line.speaker === 'officials' ? {} : { describe: { name: groundedIn(line.speaker, line.speaker) } }),
    })),
    {
      article: {
        uri: `news/${number}.txt`,
        publisher: `Paper ${number % 3}`,
        publishedAt: day === null ? null : `2026-03-${String(day).padStart(2, '0')}T0${number % 10}:00:00Z`,
      },
    },
  )
}

const anyArticles = fc
  .array(
    fc.record({
      day: fc.constantFrom(...DAYS),
      said: fc.array(fc.record({ content: fc.nat(CONTENTS.length - 1), speaker: fc.nat(SPEAKERS.length - 1) }), {
        maxLength: 4,
      }),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map(articles => articles.map(({ day, said }, number) => makeArticle(number, day, said)))

/** Batches after each of which what waits is entered. */
async function enter(db: string, batches: readonly (readonly ArticleRecord[])[]): Promise<void> {
  const store = await openStore(db)
  for (const records of batches) {
    const run = await store.startRun(CONFIGURATION)
    const inputs = records.map(({ article }) => ({ articleId: article.id, origin: foundThatDay(article) }))
    await store.write(run, { records, dead: [], skipped: [], inputs })
    const claims = records.reduce((sum, record) => sum + record.claims.length, 0)
    await store.endRun(run, 'finished', { ...NO_COUNTS, inputs: records.length, done: records.length, claims })
    await updateAcross(db)
  }
  await store.close()
}

function foundThatDay(article: ArticleRecord['article']): InputOrigin {
  return { ...originOf(article), retrievedAt: '2026-03-02T12:00:00Z' }
}

async function readRows(db: string): Promise<AcrossRows> {
  const reader = await openReader(db)
  try {
    return await readAcross(reader.database)
  } finally {
    await reader.close()
  }
}

it('finds the same one by one, all at once, in any order, after corrections and after being written anew', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, fc.infiniteStream(fc.nat()), async (articles, chance) => {
      const folder = makeFolder()
      const pick = (most: number) => (chance.next().value as number) % most
      const [one, other] = [join(folder, 'one.db'), join(folder, 'other.db')]
      await enter(one, [articles])
      const shuffled = articles.toSorted(() => pick(3) - 1)
      const middle = pick(articles.length + 1)
      await enter(other, [shuffled.slice(0, 1), shuffled.slice(1, middle), shuffled.slice(Math.max(1, middle))])
      const claims = articles.flatMap(record => record.claims)
      const rejected = claims.length === 0 ? null : (claims[pick(claims.length)]?.id as string)
      if (rejected !== null) {
        await appendCorrections(other, [rejected], { verdict: 'rejected', source: null, note: null, correctedBy: null })
        await updateAcross(other)
        await undoCorrection(other, rejected, { correctedBy: null })
        await updateAcross(other)
      }
      await enter(other, [[articles[pick(articles.length)] as ArticleRecord]])
      const rows = await readRows(one)
      expect(await readRows(other)).toEqual(rows)
      await updateAcross(other, { rebuild: true, allAtOnceFrom: 1 })
      expect(await readRows(other)).toEqual(rows)
    }),
    { numRuns: proofSize(3, 100) },
  )
})
