import { placeOfWords } from '../../domain/text/unclaimed-words.ts'
import { isAmong } from '../../store/dialect/write-rows.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { EnteredArticle } from '../across-step.ts'
import { findReplyRows } from '../replies/replies-step.ts'
import { compareRows, keyRows, type RowDifference } from './row-differences.ts'

/** Accusations and replies of some articles against those that are found anew; each reply is its accusation's. */
export async function checkReplies(
  database: StoreDatabase,
  articles: readonly EnteredArticle[],
): Promise<{ readonly accusations: number; readonly differences: readonly RowDifference[] }> {
  const rowids = new Set(articles.map(({ rowid }) => rowid))
  const found = await findReplyRows(database, articles)
  const accusations = await database
    .selectFrom('accusation')
    .selectAll()
    .where(isAmong(database, 'article_rowid', [...rowids]))
    .execute()
  const replies = await database
    .selectFrom('reply')
    .selectAll()
    .where(isAmong(database, 'accusation_article_rowid', [...rowids]))
    .execute()
  const own = [...found.within, ...found.across].filter(row => rowids.has(row.accusation_article_rowid))
  return {
    accusations: accusations.length,
    differences: [
      ...compareRows(
        'accusation',
        keyRows(found.accusations, ({ claim_id }) => claim_id),
        keyRows(accusations, ({ claim_id }) => claim_id),
        ({ claim_id }) => claimsAmong(claim_id),
      ),
      ...compareRows(
        'reply',
        keyRows(own, ({ accusation_id, reply_id }) => `${accusation_id} ${reply_id}`),
        keyRows(replies, ({ accusation_id, reply_id }) => `${accusation_id} ${reply_id}`),
        ({ accusation_id, reply_id }) => claimsAmong(accusation_id, reply_id),
      ),
    ],
  }
}

/** Without words that are no claim's. */
function claimsAmong(...ids: readonly (string | number | null | undefined)[]): string[] {
  return ids.map(String).filter(id => placeOfWords(id) === null)
}
