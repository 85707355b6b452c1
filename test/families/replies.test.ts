import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { linkReplies } from '../../src/families/replies/link-replies.ts'
import { updateAcross } from '../../src/families/update.ts'
import { analyseArticle } from '../../src/run/analyse-linear.ts'
import { appendCorrections } from '../../src/store/correcting/correct-claims.ts'
import { articleWith } from '../support/article.ts'
import { readUntilTestEnds, storeRecords } from '../support/stored-database.ts'

const analyse = (uri: string, publishedAt: string, text: string) =>
  analyseArticle({ ...articleWith(text, uri), publishedAt })
const ours = (name: string, at: string) => analyse(name, at, readFileSync(`test/gold/replies/${name}`, 'utf8'))

const accusing = await analyse(
  'monday.txt',
  '2026-05-04T08:00:00Z',
  'The Harbour Union accused Quayside Cranes Ltd of forging the safety certificates of eleven gantries. Its chairman, Owen Tarrant, said the company had lied to inspectors.\n\nPort fees will rise in June, officials said.',
)
const answering = await analyse(
  'tuesday.txt',
  '2026-05-05T08:00:00Z',
  'Inspectors have accused Quayside Cranes Ltd of forging safety certificates of gantries.\n\nQuayside Cranes Ltd denied the allegation.',
)
const stranger = await analyse(
  'other.txt',
  '2026-05-06T08:00:00Z',
  'Parents accused Quayside Cranes Ltd of ignoring noise at the school.\n\nQuayside Cranes Ltd denied the allegation.',
)
const late = await analyse(
  'autumn.txt',
  '2026-10-05T08:00:00Z',
  'Inspectors have accused Quayside Cranes Ltd of forging safety certificates of gantries. Quayside Cranes Ltd dismissed the allegation.',
)

async function rowsOf(db: string) {
  const { database } = readUntilTestEnds(db)
  const accusations = await database.selectFrom('accusation').selectAll().orderBy('claim_id').execute()
  const replies = await database.selectFrom('reply').selectAll().orderBy('accusation_id').orderBy('reply_id').execute()
  const articles = new Map(
    (await database.selectFrom('article').select(['rowid', 'uri']).execute()).map(({ rowid, uri }) => [rowid, uri]),
  )
  // Row numbers follow the order of arrival, which is no matter here.
  return {
    accusations: accusations.map(({ article_rowid, ...row }) => ({ ...row, article: articles.get(article_rowid) })),
    replies: replies.map(({ accusation_article_rowid, reply_article_rowid, ...row }) => ({
      ...row,
      from: articles.get(accusation_article_rowid),
      to: articles.get(reply_article_rowid),
    })),
  }
}

const said = (verdict: 'accepted' | 'rejected') => ({ verdict, source: null, note: null, correctedBy: null })

async function entered(...batches: readonly ArticleRecord[][]) {
  const db = storeRecords(...batches)
  await updateAcross(db)
  return db
}

describe('replies across articles', () => {
  it('are those to the same accusation of the same body, within weeks', async () => {
    const { replies } = await rowsOf(await entered([accusing, answering, stranger, late]))
    const across = replies.filter(({ rule }) => rule === 'same-accusation')
    expect(new Set(across.map(({ from, to }) => `${from} ← ${to}`))).toEqual(new Set(['monday.txt ← tuesday.txt']))
    expect(across[0]?.reason).toMatch(/certificat/)
  })

  it('are the same in whatever order the articles come', async () => {
    const records = [accusing, answering, stranger, late]
    const expected = await rowsOf(await entered(records))
    for (const order of [records.toReversed(), [answering, late, accusing, stranger]]) {
      const db = storeRecords(...order.map(record => [record]))
      expect((await updateAcross(db)).entered).toBe(4)
      expect(await rowsOf(db)).toEqual(expected)
    }
  })

  it('go with a claim that somebody rejects, and come back with it', async () => {
    const db = await entered([accusing, answering])
    const before = await rowsOf(db)
    const denial = before.replies.find(({ from }) => from === 'tuesday.txt')?.reply_id ?? ''
    await appendCorrections(db, [denial], said('rejected'))
    await updateAcross(db)
    expect((await rowsOf(db)).replies.filter(({ reply_id }) => reply_id === denial)).toEqual([])
    await appendCorrections(db, [denial], said('accepted'))
    await updateAcross(db)
    expect((await rowsOf(db)).replies).toEqual(before.replies)
  })

  it('are, within an article, those of its record', async () => {
    const records = [
      await ours('clinic-billing-suit.txt', '2026-03-02T00:00:00Z'),
      await ours('rowing-academy-claims.txt', '2026-03-02T00:00:00Z'),
    ]
    const { accusations, replies } = await rowsOf(await entered(records))
    const linked = records.map(record => linkReplies(record))
    expect(
      accusations.map(({ claim_id, accused_start, accused_end, rule }) => [claim_id, accused_start, accused_end, rule]),
    ).toEqual(
      linked
        .flatMap(({ accusations }) => accusations)
        .map(({ claimId, accused, rule }) => [claimId, accused.start, accused.end, rule])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    )
    expect(
      replies.map(({ accusation_id, reply_id, kind, replier }) => [accusation_id, reply_id, kind, replier].join()),
    ).toEqual(
      linked
        .flatMap(({ replies }) => replies)
        .map(({ accusationId, replyId, kind, replier }) => [accusationId, replyId, kind, replier].join())
        .sort(),
    )
    expect(replies.length).toBeGreaterThan(5)
  })
})
