import { join } from 'node:path'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { updateAcross } from '../../src/families/update.ts'
import { analyseArticle } from '../../src/run/analyse-linear.ts'
import { openStore } from '../../src/store/open-store.ts'
import { originOf } from '../../src/store/runs/origins.ts'
import { articleWith } from './article.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS } from './stored-database.ts'

/** Where each text was found, when it was published, and what it says: a quotation in three articles, versions, accusations and replies. */
const ARTICLES = [
  [
    'https://post.example/dam',
    '2026-05-04T08:00:00Z',
    '😀 “The spillway of the Ardon dam will hold until the rains have ended in late October,” said Ana Petrov, an engineer.\n\nThe Harbour Union accused Quayside Cranes Ltd of forging the safety certificates of eleven gantries. The paper was unable to reach Quayside Cranes Ltd.',
  ],
  [
    'https://sun.example/dam',
    '2026-05-05T08:00:00Z',
    '“The spillway of the Ardon dam will not hold until the rains have ended in late October,” said Ana Petrov.',
  ],
  [
    'https://sun.example/dam',
    '2026-05-05T08:00:00Z',
    'Bo Lund was there. “The spillway of the Ardon dam will hold until the rains have ended,” said Bo Lund.',
  ],
  [
    'https://wire.example/cranes',
    '2026-05-06T08:00:00Z',
    '😀 Inspectors have accused Quayside Cranes Ltd of forging safety certificates of gantries.\n\nQuayside Cranes Ltd denied the allegation.',
  ],
] as const

const records: ArticleRecord[] = []
for (const [uri, publishedAt, text] of ARTICLES)
  records.push(await analyseArticle({ ...articleWith(text, uri), publishedAt }))

/** A database with something of all that is found across articles, made in an order of its own. */
export async function storeAcross(db = join(makeFolder(), 'across.db'), order = [0, 1, 2, 3]): Promise<string> {
  const store = await openStore(db)
  const run = await store.startRun(CONFIGURATION)
  const chosen = order.map(number => ({ record: records[number] as ArticleRecord, number }))
  const inputs = chosen.map(({ record: { article }, number }) => ({
    articleId: article.id,
    origin: {
      ...originOf(article),
      location: `${article.uri}#${number}`,
      retrievedAt: `2026-05-0${number + 5}T12:00:00.000Z`,
    },
  }))
  await store.write(run, { records: chosen.map(({ record }) => record), dead: [], skipped: [], inputs })
  const claims = records.reduce((sum, record) => sum + record.claims.length, 0)
  await store.endRun(run, 'finished', { ...NO_COUNTS, inputs: order.length, done: order.length, claims })
  await store.close()
  await updateAcross(db)
  return db
}
