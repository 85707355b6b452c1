import { type Columns, insertRows, isAmong } from '../../store/dialect/write-rows.ts'
import { joinParts } from '../../store/rows/record-columns.ts'
import type { AccusationTable, ReplyTable, StoreDatabase } from '../../store/schema.ts'
import type { AcrossStep, EnteredArticle } from '../across-step.ts'
import { STEP_VERSIONS } from '../entry-versions.ts'
import { findAcross, isNamedDenial, type NamedDenial } from './across-replies.ts'
import { linkReplies } from './link-replies.ts'
import type { AnswerableArticle } from './said-claims.ts'
import { readAnswerable } from './stored-articles.ts'

/** Who is accused, and which claims answer that. */
export const repliesStep: AcrossStep = {
  name: 'replies',
  version: STEP_VERSIONS.replies,
  enter: async (database, articles) => {
    if (articles.length === 0) return
    const rowids = articles.map(({ rowid }) => rowid)
    await forget(database, rowids)
    const { accusations, within, denials } = await linkWithin(database, articles)
    await insertRows(database, 'accusation', ACCUSATION, accusations.map(toAccusationValues))
    await insertRows(database, 'reply', REPLY, within.map(toReplyValues))
    await insertRows(database, 'reply', REPLY, (await findAcross(database, rowids, denials)).map(toReplyValues))
  },
  clear: async database => {
    await database.deleteFrom('reply').execute()
    await database.deleteFrom('accusation').execute()
  },
}

/** What entering these articles writes, by what is stored of all others. */
export async function findReplyRows(
  database: StoreDatabase,
  articles: readonly EnteredArticle[],
): Promise<Omit<LinkedArticles, 'denials'> & { readonly across: readonly ReplyTable[] }> {
  const { denials, ...linked } = await linkWithin(database, articles)
  const rowids = articles.map(({ rowid }) => rowid)
  return { ...linked, across: await findAcross(database, rowids, denials) }
}

/** What other articles answer, and what is answered in others, goes too: it is found anew from either side. */
async function forget(database: StoreDatabase, rowids: readonly number[]): Promise<void> {
  await database
    .deleteFrom('accusation')
    .where(isAmong(database, 'article_rowid', rowids))
    .execute()
  await database
    .deleteFrom('reply')
    .where(isAmong(database, 'accusation_article_rowid', rowids))
    .execute()
  await database
    .deleteFrom('reply')
    .where(isAmong(database, 'reply_article_rowid', rowids))
    .execute()
}

interface LinkedArticles {
  readonly accusations: readonly AccusationTable[]
  readonly within: readonly ReplyTable[]
  readonly denials: readonly NamedDenial[]
}

async function linkWithin(database: StoreDatabase, articles: readonly EnteredArticle[]): Promise<LinkedArticles> {
  const read = await readAnswerable(database, articles)
  const accusations: AccusationTable[] = []
  const within: ReplyTable[] = []
  const denials: NamedDenial[] = []
  for (const { id, rowid } of articles) {
    const article = read.get(id)
    if (article === undefined) continue
    const linked = linkReplies(article)
    denials.push(...denialsIn(article, rowid))
    for (const { claimId, accused, name, chain, rule, reason } of linked.accusations)
      accusations.push({
        claim_id: claimId,
        article_rowid: rowid,
        accused: name ?? accused.text,
        accused_start: accused.start,
        accused_end: accused.end,
        accused_chain: chain,
        rule,
        reason,
      })
    for (const { accusationId, replyId, kind, replier, span, rule, reason } of linked.replies)
      within.push({
        accusation_id: accusationId,
        reply_id: replyId,
        accusation_article_rowid: rowid,
        reply_article_rowid: rowid,
        kind,
        replier,
        start: span.start,
        end: span.end,
        rule,
        reason,
      })
  }
  return { accusations, within, denials }
}

function denialsIn({ claims, sources }: AnswerableArticle, articleRowid: number): NamedDenial[] {
  const nameOf = new Map(sources.map(({ id, name }) => [id, name?.value ?? null]))
  return claims.flatMap(({ id, act, negated: isNegated, spans, sourceId }) => {
    const name = nameOf.get(sourceId ?? '') ?? null
    const content = joinParts(spans.filter(({ role }) => role === 'content'))
    return name !== null && isNamedDenial({ name, act, isNegated, content })
      ? [{ id, articleRowid, name, content }]
      : []
  })
}

const ACCUSATION = {
  claim_id: 'text',
  article_rowid: 'bigint',
  accused: 'text',
  accused_start: 'integer',
  accused_end: 'integer',
  accused_chain: 'integer',
  rule: 'text',
  reason: 'text',
} as const satisfies Columns<'accusation'>

const REPLY = {
  accusation_id: 'text',
  reply_id: 'text',
  accusation_article_rowid: 'bigint',
  reply_article_rowid: 'bigint',
  kind: 'text',
  replier: 'text',
  start: 'integer',
  end: 'integer',
  rule: 'text',
  reason: 'text',
} as const satisfies Columns<'reply'>

function toAccusationValues(row: AccusationTable): (string | number | null)[] {
  return Object.keys(ACCUSATION).map(column => row[column as keyof AccusationTable])
}

function toReplyValues(row: ReplyTable): (string | number | null)[] {
  return Object.keys(REPLY).map(column => row[column as keyof ReplyTable])
}
