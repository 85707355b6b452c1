import type { QuotationFamilyView, VariantView } from '../across-tables.ts'
import type { StoreDatabase } from '../schema.ts'
import { containsWords } from './contains-words.ts'

export const FAMILY_ORDERS = ['spread', 'claims', 'latest'] as const
export type FamilyOrder = (typeof FAMILY_ORDERS)[number]

export interface FamilyFilter {
  /** Words in any of its wordings. */
  readonly words?: string | undefined
  /** Least number of articles. */
  readonly articles?: number | undefined
  /** Whether its claims are given to several speakers, or differ in what they mean. */
  readonly differ?: 'speakers' | 'meaning' | undefined
}

export interface FamilyPage extends FamilyFilter {
  readonly order: FamilyOrder
  readonly offset: number
  readonly limit: number
}

/** Families in the order asked for, those of most articles first, and how many there are in all. */
export async function listFamilies(
  database: StoreDatabase,
  { order, offset, limit, ...filter }: FamilyPage,
): Promise<{ readonly total: number; readonly families: QuotationFamilyView[] }> {
  const chosen = chooseFamilies(database, filter)
  const { total } = await chosen.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const by = { spread: 'articles', claims: 'claims', latest: 'last_seen' } as const
  const ids = await chosen
    .select('family.id')
    .orderBy(`family.${by[order]}`, order => order.desc().nullsLast())
    .orderBy('family.claims', 'desc')
    .orderBy('family.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return {
    total: Number(total),
    families: await findFamilies(
      database,
      ids.map(({ id }) => id),
    ),
  }
}

function chooseFamilies(database: StoreDatabase, { words, articles, differ }: FamilyFilter) {
  let query = database.selectFrom('quotation_family as family')
  if (articles !== undefined) query = query.where('family.articles', '>=', articles)
  if (differ === 'speakers') query = query.where('family.speakers_differ', '=', 1)
  if (differ === 'meaning') query = query.where('family.meaning_differs', '=', 1)
  if (words !== undefined)
    query = query.where('family.rowid', 'in', within =>
      within
        .selectFrom('quotation_member as member')
        .innerJoin('wording', 'wording.rowid', 'member.wording_rowid')
        .select(({ ref }) => ref('member.family_rowid').$notNull().as('family_rowid'))
        .where('member.family_rowid', 'is not', null)
        .where(({ ref }) => containsWords(ref('wording.words'), words)),
    )
  return query
}

/** Families in the order of their ids. */
async function findFamilies(database: StoreDatabase, ids: readonly string[]): Promise<QuotationFamilyView[]> {
  if (ids.length === 0) return []
  const rows = await database.selectFrom('v_quotation_family').selectAll().where('family_id', 'in', ids).execute()
  const byId = new Map(rows.map(row => [row.family_id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** The family of that id, or the one that holds the claim of that id; null where there is none. */
export async function findFamily(database: StoreDatabase, id: string): Promise<QuotationFamilyView | null> {
  const own = await findFamilies(database, [id])
  if (own[0] !== undefined) return own[0]
  const holding = await database
    .selectFrom('quotation_member as member')
    .innerJoin('quotation_family as family', 'family.rowid', 'member.family_rowid')
    .select('family.id')
    .where('member.claim_id', '=', id)
    .executeTakeFirst()
  return holding === undefined ? null : ((await findFamilies(database, [holding.id]))[0] ?? null)
}

/** The claims of a family, the first seen first. */
export async function findVariants(database: StoreDatabase, familyId: string, limit: number): Promise<VariantView[]> {
  return await database
    .selectFrom('v_variant')
    .selectAll()
    .where('family_id', '=', familyId)
    .orderBy('seen_at', order => order.asc().nullsLast())
    .orderBy('claim_id')
    .limit(limit)
    .execute()
}
