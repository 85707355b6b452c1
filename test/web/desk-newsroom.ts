import type { ArticleRecord, ClaimRecord } from '../../src/domain/record.ts'
import { buildArticleRecord, groundedIn, spanOf } from '../support/article-record.ts'
import { storeRecords } from '../support/stored-database.ts'
import { startSite, type TestSite, wordsOf } from './site.ts'

const TEXT = [
  'Council 😀 row',
  'Donald Trump praised the deal. He said that jobs would come, and that taxes would fall.',
  'An official, who asked not to be named, accused the mayor of theft. “Nobody asked us,” one shopkeeper wrote.',
].join('\n\n')

/** An article with a claim by “He” and one of an accusation by nobody who is named. */
export function newsroom(): { record: ArticleRecord; he: ClaimRecord; official: ClaimRecord } {
  const record = buildArticleRecord(
    TEXT,
    [
      {
        source: 'He',
        cue: 'said',
        content: 'that jobs would come, and that taxes would fall',
        from: 'He said',
        describe: { name: groundedIn(TEXT, 'Donald Trump') },
      },
      {
        source: 'An official',
        cue: 'accused',
        content: 'the mayor of theft',
        claim: { act: 'accusation' },
        describe: { naming: 'anonymous' },
      },
    ],
    { article: { title: 'Council 😀 row' } },
  )
  const [he, official] = record.claims as [ClaimRecord, ClaimRecord]
  return { record, he, official }
}

export type Desk = Awaited<ReturnType<typeof startDesk>>

/** A site of its own, on which claims can be corrected. */
export async function startDesk() {
  const { record, he, official } = newsroom()
  const site = await startSite(storeRecords([record]), { isEditable: true })
  const desk = `/articles/${record.article.id}`
  return { site, desk, he, official }
}

/** Where words stand in the article, as a form says it. */
export const at = (words: string) => {
  const { start, end } = spanOf(TEXT, words)
  return { start: String(start), end: String(end) }
}

/** What `v_claim` says of a claim. */
export async function stands(site: TestSite, id: string, columns: string): Promise<unknown[]> {
  const { body } = await site.get(
    `/sql.json?q=${encodeURIComponent(`select ${columns} from v_claim where id = '${id}'`)}`,
  )
  return JSON.parse(body).rows[0]
}

/** The words of a claim’s card. */
export function cardOf(body: string, id: string): string {
  const from = body.indexOf(`id="claim-${id}"`)
  return wordsOf(body.slice(from, body.indexOf('</li>', from)))
}
