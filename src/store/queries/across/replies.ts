import { isAmong } from '../../dialect/write-rows.ts'
import type { ReplyView, StoreDatabase } from '../../schema.ts'

/** An accusation's answer, which may stand in another article. */
export type AnsweredAccusation = {
  [Column in keyof ReplyView]: Column extends 'reply_id' | 'reply_article_uri' | 'kind' | 'replier' | 'reason'
    ? NonNullable<ReplyView[Column]>
    : ReplyView[Column]
}

/** What is known of a claim as an accusation, and as an answer to others. */
export interface RepliesOfClaim {
  /** Whom it accuses, and why it is held to; null where it accuses nobody. */
  readonly accuses: {
    readonly accused: string
    readonly start: number
    readonly end: number
    readonly reason: string
  } | null
  /** What answers it. */
  readonly replies: readonly AnsweredAccusation[]
  /** Accusations that it answers. */
  readonly answers: readonly AnsweredAccusation[]
}

/** Of a claim that accuses nobody and answers nothing. */
export const NO_REPLIES: RepliesOfClaim = { accuses: null, replies: [], answers: [] }

/** By the claim's id, of those claims of an article that accuse somebody or answer an accusation. */
export async function findRepliesIn(
  database: StoreDatabase,
  articleId: string,
): Promise<ReadonlyMap<string, RepliesOfClaim>> {
  const article = await database.selectFrom('article').select('rowid').where('id', '=', articleId).executeTakeFirst()
  if (article === undefined) return new Map()
  const accusations = await database
    .selectFrom('accusation')
    .select(['claim_id', 'accused', 'accused_start', 'accused_end', 'reason'])
    .where('article_rowid', '=', article.rowid)
    .execute()
  const answered = await database
    .selectFrom('reply')
    .select(['accusation_id', 'reply_id'])
    .where('reply_article_rowid', '=', article.rowid)
    .execute()
  const own = new Set(accusations.map(({ claim_id }) => claim_id))
  const links = await findLinks(database, [...new Set([...own, ...answered.map(({ accusation_id }) => accusation_id)])])
  const isOwnReply = new Set(answered.map(({ accusation_id, reply_id }) => `${accusation_id} ${reply_id}`))
  const found = new Map<
    string,
    { accuses: RepliesOfClaim['accuses']; replies: AnsweredAccusation[]; answers: AnsweredAccusation[] }
  >()
  const of = (id: string) => {
    const known = found.get(id) ?? { accuses: null, replies: [], answers: [] }
    found.set(id, known)
    return known
  }
  for (const { claim_id, accused, accused_start: start, accused_end: end, reason } of accusations)
    of(claim_id).accuses = { accused, start, end, reason }
  for (const link of links) {
    if (own.has(link.accusation_id)) of(link.accusation_id).replies.push(link)
    if (isOwnReply.has(`${link.accusation_id} ${link.reply_id}`)) of(link.reply_id).answers.push(link)
  }
  return found
}

async function findLinks(database: StoreDatabase, accusationIds: readonly string[]): Promise<AnsweredAccusation[]> {
  if (accusationIds.length === 0) return []
  const rows = await database
    .selectFrom('v_reply')
    .selectAll()
    .where(isAmong(database, 'accusation_id', accusationIds))
    .where('reply_id', 'is not', null)
    .orderBy('accusation_id')
    .orderBy('reply_article_uri')
    .orderBy('reply_id')
    .execute()
  return rows as AnsweredAccusation[]
}
