import type { ArticleRecord } from '../../src/domain/record.ts'
import { updateAcross } from '../../src/families/update.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { openStore } from '../../src/store/open-store.ts'
import { originOf } from '../../src/store/runs/origins.ts'
import type { InputOrigin } from '../../src/store/store.ts'
import { type AcrossRows, readAcross } from './across-rows.ts'
import { buildArticleRecord, groundedIn } from './article-record.ts'
import { CONFIGURATION, NO_COUNTS } from './stored-database.ts'

/** What is said: the same and nearly the same, generic phrases, and things of their own. */
export const CONTENTS = [
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
export const SPEAKERS = ['Ada Roy', 'Ms Roy', 'Bo Li', 'Cem Oz', 'officials']

export interface Said {
  readonly content: number
  readonly speaker: number
}

/** An article of such claims, on a day of one month. */
export function makeArticle(number: number, day: number | null, said: readonly Said[]): ArticleRecord {
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

/** Batches after each of which what waits is entered. */
export async function enterTogether(db: string, batches: readonly (readonly ArticleRecord[])[]): Promise<void> {
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

export async function readRows(db: string): Promise<AcrossRows> {
  const reader = await openReader(db)
  try {
    return await readAcross(reader.database)
  } finally {
    await reader.close()
  }
}
