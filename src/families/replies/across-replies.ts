import type { Act } from '../../domain/labels.ts'
import { isAmong } from '../../store/dialect/write-rows.ts'
import type { ReplyTable, StoreDatabase } from '../../store/schema.ts'
import { saysNo } from './find-answers.ts'
import { findSameThing, isFullName, isWithinWindow, readTold, type Told } from './same-accusation.ts'

/** What was found across articles has one of these rules; what was found in one article has none. */
export const ACROSS_RULES = ['same-accusation', 'same-person'] as const

interface StoredAccusation {
  readonly id: string
  readonly articleRowid: number
  readonly accused: string
  readonly told: Told
  readonly seenAt: string | null
}

/** What somebody says by full name that says no. */
export interface NamedDenial {
  readonly id: string
  readonly articleRowid: number
  readonly name: string
  readonly content: string
}

interface StoredAnswer extends NamedDenial {
  readonly seenAt: string | null
}

/**
 * Answers to accusations of some articles in others, and the other way round. Each pair of articles is judged by itself, so that
 * the order in which they came decides nothing: who is accused by full name in both, of the same by words that tell; or who
 * denies by full name in one what the other says of them.
 */
export async function findAcross(
  database: StoreDatabase,
  rowids: readonly number[],
  denials: readonly NamedDenial[],
): Promise<ReplyTable[]> {
  const own = await readAccusations(database, { rowids })
  const speaking = await withTimes(database, denials)
  const names = new Set([...own.map(({ accused }) => accused), ...speaking.map(({ name }) => name)])
  const accusations = await readAccusations(database, { names: [...names] })
  const answers = await readAnswers(database, [...new Set(own.map(({ accused }) => accused))])
  const found = new Map<string, ReplyTable>()
  const add = (row: ReplyTable) => {
    const key = `${row.accusation_id} ${row.reply_id}`
    if (!found.has(key)) found.set(key, row)
  }
  const replies = Map.groupBy(await readReplies(database, accusations), ({ accusation_id }) => accusation_id)
  const byAccused = Map.groupBy(accusations, ({ accused }) => accused)
  for (const one of own)
    for (const other of byAccused.get(one.accused) ?? []) {
      if (!isPair(one, other)) continue
      for (const row of viaAccusation(one, other, replies.get(other.id) ?? [])) add(row)
      for (const row of viaAccusation(other, one, replies.get(one.id) ?? [])) add(row)
    }
  for (const denial of speaking)
    for (const accusation of byAccused.get(denial.name) ?? [])
      if (isPair(accusation, denial)) for (const row of viaPerson(accusation, denial)) add(row)
  const byName = Map.groupBy(answers, ({ name }) => name)
  for (const accusation of own)
    for (const denial of byName.get(accusation.accused) ?? [])
      if (isPair(accusation, denial)) for (const row of viaPerson(accusation, denial)) add(row)
  return [...found.values()]
}

type Placed = Pick<StoredAccusation, 'articleRowid' | 'seenAt'>

function isPair(one: Placed, other: Placed): boolean {
  return one.articleRowid !== other.articleRowid && isWithinWindow(one.seenAt, other.seenAt)
}

function viaAccusation(one: StoredAccusation, other: StoredAccusation, replies: readonly ReplyTable[]): ReplyTable[] {
  const shared = replies.length === 0 ? null : findSameThing(one.told, other.told)
  if (shared === null) return []
  const reason = `It answers the same accusation of ${one.accused} in another article (${shared.join(', ')}).`
  return replies.map(reply => ({
    ...reply,
    accusation_id: one.id,
    accusation_article_rowid: one.articleRowid,
    rule: 'same-accusation',
    reason,
  }))
}

function viaPerson(accusation: StoredAccusation, { id, articleRowid, name, content }: StoredAnswer): ReplyTable[] {
  const shared = findSameThing(accusation.told, readTold(content, name))
  if (shared === null) return []
  return [
    {
      accusation_id: accusation.id,
      reply_id: id,
      accusation_article_rowid: accusation.articleRowid,
      reply_article_rowid: articleRowid,
      kind: 'denial',
      replier: 'accused',
      start: null,
      end: null,
      rule: 'same-person',
      reason: `${name}, by full name, denies it in another article (${shared.join(', ')}).`,
    },
  ]
}

type Wanted = { readonly rowids: readonly number[] } | { readonly names: readonly string[] }

async function readAccusations(database: StoreDatabase, wanted: Wanted): Promise<StoredAccusation[]> {
  const rows = await database
    .selectFrom('accusation')
    .select(['claim_id', 'article_rowid', 'accused'])
    .where(
      'rowids' in wanted
        ? isAmong(database, 'article_rowid', wanted.rowids)
        : isAmong(database, 'accused', wanted.names),
    )
    .orderBy('claim_id')
    .execute()
  const full = rows.filter(({ accused }) => isFullName(accused))
  const contents = await readContents(
    database,
    full.map(({ claim_id }) => claim_id),
  )
  const seenAt = await readSeen(database, [...new Set(full.map(({ article_rowid }) => article_rowid))])
  return full.map(({ claim_id: id, article_rowid: articleRowid, accused }) => ({
    id,
    articleRowid,
    accused,
    told: readTold(contents.get(id)?.content ?? '', accused),
    seenAt: seenAt.get(articleRowid) ?? null,
  }))
}

/** Whether a claim is a denial that may answer in another article. */
export function isNamedDenial(claim: {
  readonly name: string | null
  readonly act: Act
  readonly isNegated: boolean
  readonly content: string
}): boolean {
  return claim.name !== null && isFullName(claim.name) && !claim.isNegated && isDenyingAct(claim.act) && saysNo(claim)
}

function isDenyingAct(act: Act): boolean {
  return act === 'denial' || act === 'statement'
}

async function readAnswers(database: StoreDatabase, names: readonly string[]): Promise<StoredAnswer[]> {
  const found = await database
    .selectFrom('entity')
    .innerJoin('source', 'source.entity_rowid', 'entity.rowid')
    .innerJoin('claim', 'claim.source_rowid', 'source.rowid')
    .select('claim.id')
    .where(isAmong(database, 'entity.name', names))
    .where('claim.act', 'in', ['denial', 'statement'])
    .execute()
  const given = await database
    .selectFrom('standing')
    .select('claim_id as id')
    .where(isAmong(database, 'source', names))
    .execute()
  const claims = await readContents(database, [...new Set([...found, ...given].map(({ id }) => id))])
  const wanted = new Set(names)
  const fitting = [...claims.values()].filter(
    ({ name, act, negated, content }) =>
      wanted.has(name ?? '') && isNamedDenial({ name, act, isNegated: negated === 1, content: content ?? '' }),
  )
  const rowidOf = await readRowids(database, [...new Set(fitting.map(({ article_id }) => article_id))])
  const denials = fitting.flatMap(({ id, article_id, name, content }) => {
    const articleRowid = rowidOf.get(article_id)
    return articleRowid === undefined || name === null ? [] : [{ id, articleRowid, name, content: content ?? '' }]
  })
  return await withTimes(database, denials)
}

async function withTimes(database: StoreDatabase, denials: readonly NamedDenial[]): Promise<StoredAnswer[]> {
  const seenAt = await readSeen(database, [...new Set(denials.map(({ articleRowid }) => articleRowid))])
  return denials.map(denial => ({ ...denial, seenAt: seenAt.get(denial.articleRowid) ?? null }))
}

async function readContents(database: StoreDatabase, ids: readonly string[]) {
  const rows = await database
    .selectFrom('v_claim')
    .select(['id', 'article_id', 'name', 'act', 'negated', 'content'])
    .where(isAmong(database, 'id', ids))
    .where('status', '=', 'accepted')
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

async function readRowids(database: StoreDatabase, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await database
    .selectFrom('article')
    .select(['id', 'rowid'])
    .where(isAmong(database, 'id', ids))
    .execute()
  return new Map(rows.map(({ id, rowid }) => [id, rowid]))
}

/** When articles were published, else first retrieved. */
async function readSeen(database: StoreDatabase, rowids: readonly number[]): Promise<Map<number, string | null>> {
  const rows = await database
    .selectFrom('article')
    .leftJoin('input', join =>
      join.onRef('input.article_id', '=', 'article.id').on('input.retrieved_at', 'is not', null),
    )
    .select(({ fn }) => ['article.rowid', 'article.published_utc', fn.min('input.retrieved_at').as('retrieved_at')])
    .where(isAmong(database, 'article.rowid', rowids))
    .groupBy(['article.rowid', 'article.published_utc'])
    .execute()
  return new Map(rows.map(({ rowid, published_utc, retrieved_at }) => [rowid, published_utc ?? retrieved_at]))
}

/** The replies that these accusations have in their own articles. */
async function readReplies(database: StoreDatabase, accusations: readonly StoredAccusation[]): Promise<ReplyTable[]> {
  return await database
    .selectFrom('reply')
    .selectAll()
    .where(
      isAmong(
        database,
        'accusation_id',
        accusations.map(({ id }) => id),
      ),
    )
    .where('rule', 'not in', ACROSS_RULES)
    .orderBy('accusation_id')
    .orderBy('reply_id')
    .execute()
}
