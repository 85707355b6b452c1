import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { QuotationFamilyView, StoreDatabase, StoreSchema, VariantView } from '../../schema.ts'
import { rangeOfPrefix, requireOne } from '../references/find-by-prefix.ts'
import { containsWords } from '../search/contains-words.ts'
import { readSince } from '../search/since.ts'

export interface FamilyFilter {
  /** Words in any of its wordings, as these are compared. */
  readonly words?: string | undefined
  /** At least so many articles. */
  readonly minArticles?: number | undefined
  /** Seen then or later. */
  readonly since?: string | undefined
  /** Words in the name of somebody to whom it is given. */
  readonly speaker?: string | undefined
  /** Only those whose variants differ in so: a kind of difference, or `speaker` or `meaning` of the family as a whole. */
  readonly differs?: string | undefined
}

export const FAMILY_ORDERS = ['spread', 'claims', 'latest'] as const
/** By most articles, by most claims, or by what was seen last. */
export type FamilyOrder = (typeof FAMILY_ORDERS)[number]

export interface FamilyPage {
  readonly order?: FamilyOrder | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

/** What `differs` may also ask: of the family as a whole. */
export const FAMILY_DIFFERENCES = ['speakers', 'meaning'] as const

const COLUMN_OF_ORDER = { spread: 'articles', claims: 'claims', latest: 'last_seen' } as const

/**
 * Quotation families, those of most articles first unless another order is asked for, and of as many those of most publishers.
 *
 * @throws HearsayError (2) when the date is none
 */
export async function findQuotationFamilies(
  database: StoreDatabase,
  filter: FamilyFilter = {},
  { order = 'spread', offset = 0, limit = Number.MAX_SAFE_INTEGER }: FamilyPage = {},
): Promise<QuotationFamilyView[]> {
  const chosen = await choose(database, filter)
    .select('family.id')
    .orderBy(`family.${COLUMN_OF_ORDER[order]}`, by => by.desc().nullsLast())
    .orderBy('family.publishers', 'desc')
    .orderBy('family.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const ids = chosen.map(({ id }) => id)
  const found = new Map<string, QuotationFamilyView>()
  for (let from = 0; from < ids.length; from += PORTION) {
    const rows = await database
      .selectFrom('v_quotation_family')
      .selectAll()
      .where('family_id', 'in', ids.slice(from, from + PORTION))
      .execute()
    for (const row of rows) found.set(row.family_id, row)
  }
  return ids.flatMap(id => found.get(id) ?? [])
}

/** SQLite takes at most 32,766 parameters in one query. */
const PORTION = 10_000

/** How many there are. */
export async function countQuotationFamilies(database: StoreDatabase, filter: FamilyFilter = {}): Promise<number> {
  const { count } = await choose(database, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/**
 * While all families are found at once, and where that was broken off, there are parts of some: they are none yet. What
 * `across_entry` has of an article then is below 0.
 */
const ARE_WHOLE = sql<boolean>`not exists (select 1 from across_entry where version = -1)`

type Families = SelectQueryBuilder<StoreSchema & { family: StoreSchema['quotation_family'] }, 'family', unknown>

function choose(database: StoreDatabase, { words, minArticles, since, speaker, differs }: FamilyFilter): Families {
  let families = database.selectFrom('quotation_family as family').where(ARE_WHOLE) as unknown as Families
  if (words !== undefined) families = families.where(query => hasWording(query, words))
  if (minArticles !== undefined) families = families.where('family.articles', '>=', minArticles)
  if (since !== undefined) families = families.where('family.last_seen', '>=', readSince(since))
  if (speaker !== undefined) families = families.where(query => hasMember(query, 'speaker', speaker.toLowerCase()))
  if (differs === 'speakers') families = families.where('family.speakers_differ', '=', 1)
  else if (differs === 'meaning') families = families.where('family.meaning_differs', '=', 1)
  else if (differs !== undefined) families = families.where(query => hasMember(query, 'differs', differs))
  return families
}

function hasMember(
  { exists, selectFrom }: ExpressionBuilder<StoreSchema & { family: StoreSchema['quotation_family'] }, 'family'>,
  column: 'speaker' | 'differs',
  words: string,
) {
  return exists(
    selectFrom('quotation_member as member')
      .select('member.claim_id')
      .whereRef('member.family_rowid', '=', 'family.rowid')
      .where(`member.${column}`, 'like', `%${words.replaceAll(/[%_\\]/g, '')}%`),
  )
}

function hasWording(
  { exists, selectFrom }: ExpressionBuilder<StoreSchema & { family: StoreSchema['quotation_family'] }, 'family'>,
  words: string,
) {
  return exists(
    selectFrom('quotation_member as member')
      .innerJoin('wording', 'wording.rowid', 'member.wording_rowid')
      .select('member.claim_id')
      .whereRef('member.family_rowid', '=', 'family.rowid')
      .where(({ ref }) => containsWords(ref('wording.words'), words)),
  )
}

/**
 * The family whose id is, or alone begins with, `reference`, or that a claim of such an id is in.
 *
 * @throws HearsayError (2) when there is none, or more than one
 */
export async function resolveQuotationFamily(database: StoreDatabase, reference: string): Promise<string> {
  const { from, to } = rangeOfPrefix(reference.toLowerCase())
  const own = await database
    .selectFrom('quotation_family')
    .select('id')
    .where(ARE_WHOLE)
    .where('id', '>=', from)
    .where('id', '<', to)
    .orderBy('id')
    .limit(4)
    .execute()
  const ofClaims = await database
    .selectFrom('quotation_member as member')
    .innerJoin('quotation_family as family', 'family.rowid', 'member.family_rowid')
    .select('family.id')
    .distinct()
    .where(ARE_WHOLE)
    .where('member.claim_id', '>=', from)
    .where('member.claim_id', '<', to)
    .orderBy('family.id')
    .limit(4)
    .execute()
  const found = [...new Set((reference === '' ? [] : [...own, ...ofClaims]).map(({ id }) => id))]
  return requireOne(found, 'quotation', reference, id => id)
}

/** The family that a claim is in; null where its words stand in no other article. */
export async function findFamilyOfClaim(database: StoreDatabase, claimId: string): Promise<QuotationFamilyView | null> {
  const family = await database
    .selectFrom('quotation_member as member')
    .innerJoin('quotation_family as family', 'family.rowid', 'member.family_rowid')
    .select('family.id')
    .where(ARE_WHOLE)
    .where('member.claim_id', '=', claimId)
    .executeTakeFirst()
  return family === undefined ? null : await readFamily(database, family.id)
}

async function readFamily(database: StoreDatabase, id: string): Promise<QuotationFamilyView | null> {
  const query = database.selectFrom('v_quotation_family').selectAll().where('family_id', '=', id)
  return (await query.executeTakeFirst()) ?? null
}

/** The family with its claims, the first seen first and what nobody dates last; null where there is none of that id. */
export async function readQuotationFamily(
  database: StoreDatabase,
  id: string,
  limit = Number.MAX_SAFE_INTEGER,
): Promise<{ readonly family: QuotationFamilyView; readonly variants: readonly VariantView[] } | null> {
  const family = await readFamily(database, id)
  if (family === null) return null
  const variants = await database
    .selectFrom('v_variant')
    .selectAll()
    .where('family_id', '=', id)
    .orderBy('seen_at', by => by.asc().nullsLast())
    .orderBy('claim_id')
    .limit(limit)
    .execute()
  return { family, variants }
}
