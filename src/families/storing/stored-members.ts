import { type RawBuilder, sql } from 'kysely'
import { givenRows, insertRows, isAmong } from '../../store/dialect/write-rows.ts'
import type { QuotationMemberTable, StoreDatabase } from '../../store/schema.ts'
import type { Member } from '../grouping/member.ts'
import type { EnteredClaim } from './stored-claims.ts'

/** A member as it is kept. */
export interface StoredMember
  extends Omit<Member, 'wording'>,
    Pick<QuotationMemberTable, 'wording_rowid' | 'family_rowid' | 'variant' | 'score' | 'differs'> {
  readonly publisher: string | null
  /** As it is kept. */
  readonly seen: string | null
}

export const MEMBER_COLUMNS = {
  claim_id: 'text',
  article_rowid: 'bigint',
  wording_rowid: 'bigint',
  speaker: 'text',
  seen_at: 'text',
  seen_by: 'text',
  quotation: 'text',
} as const

export type MemberRow = [string, number, number, string | null, string | null, string | null, string]

export function memberRow(claim: EnteredClaim, wordingRowid: number): MemberRow {
  const { id, articleRowid, speaker, seenAt, seenBy, quotation } = claim
  return [id, articleRowid, wordingRowid, speaker, seenAt, seenBy, quotation]
}

export async function insertMembers(database: StoreDatabase, rows: readonly MemberRow[]): Promise<void> {
  await insertRows(database, 'quotation_member', MEMBER_COLUMNS, rows)
}

/** Members of some wordings, whoever says them. */
export async function findOfWordings(database: StoreDatabase, rowids: readonly number[]): Promise<StoredMember[]> {
  if (rowids.length === 0) return []
  return await findWhere(database, isAmong(database, 'member.wording_rowid', rowids))
}

/** Members of some articles. */
export async function findOfArticles(database: StoreDatabase, rowids: readonly number[]): Promise<StoredMember[]> {
  if (rowids.length === 0) return []
  return await findWhere(database, isAmong(database, 'member.article_rowid', rowids))
}

async function findWhere(database: StoreDatabase, condition: RawBuilder<boolean>): Promise<StoredMember[]> {
  const rows = await database
    .selectFrom('quotation_member as member')
    .innerJoin('article', 'article.rowid', 'member.article_rowid')
    .select(COLUMNS)
    .where(condition)
    .execute()
  return rows.map(toMember)
}

/** A wording, and the time within which its members are sought. */
export type Window = readonly [wordingRowid: number, from: string, to: string]

/** Members of wordings that somebody who is named said within a time. */
export async function findNear(database: StoreDatabase, windows: readonly Window[]): Promise<StoredMember[]> {
  if (windows.length === 0) return []
  const given = givenRows(database, ['bigint', 'text', 'text'], windows)
  const { rows } = await sql<Row>`
    select distinct ${sql.join(COLUMNS.map(column => sql.ref(column)))}
    from (${given}) as given cross join quotation_member as member join article on article.rowid = member.article_rowid
    where member.wording_rowid = given.c0 and member.seen_at between given.c1 and given.c2 and member.speaker is not null`.execute(
    database,
  )
  return rows.map(toMember)
}

const COLUMNS = [
  'member.claim_id',
  'member.wording_rowid',
  'member.family_rowid',
  'member.variant',
  'member.speaker',
  'member.seen_at',
  'member.quotation',
  'member.score',
  'member.differs',
  'article.uri',
  'article.publisher',
] as const

interface Row
  extends Pick<
    QuotationMemberTable,
    | 'claim_id'
    | 'wording_rowid'
    | 'family_rowid'
    | 'variant'
    | 'speaker'
    | 'seen_at'
    | 'quotation'
    | 'score'
    | 'differs'
  > {
  readonly uri: string
  readonly publisher: string | null
}

function toMember({ claim_id, uri, seen_at, ...row }: Row): StoredMember {
  return { ...row, id: claim_id, article: uri, seen: seen_at, seenAt: seen_at === null ? null : Date.parse(seen_at) }
}
