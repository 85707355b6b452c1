import { isAmong } from '../../dialect/write-rows.ts'
import type { QuotationFamilyTable, StoreDatabase, VariantView, VersionChangeView } from '../../schema.ts'
import type { AccusationTable, ReplyTable } from '../../tables/across-tables.ts'

/*
 * All that was found across articles, a page after another, each by ids, so that equal databases give equal pages. A page is
 * read from one snapshot.
 */

/** Where it stands. */
interface Placed {
  readonly article_id: string
  readonly article_uri: string
}

export type AccusationLine = Omit<AccusationTable, 'article_rowid' | 'accused_chain'> & Placed
export type ReplyLine = Omit<ReplyTable, 'accusation_article_rowid' | 'reply_article_rowid'> & Placed

/** So many accusations after that claim, by its id, and what answers them. */
export async function readAccusationPage(
  database: StoreDatabase,
  after: string,
  limit: number,
): Promise<{ readonly accusations: readonly AccusationLine[]; readonly replies: readonly ReplyLine[] }> {
  const accusations = await database
    .selectFrom('accusation')
    .innerJoin('article', 'article.rowid', 'accusation.article_rowid')
    .select(['claim_id', 'accused', 'accused_start', 'accused_end', 'rule', 'reason'])
    .select(['article.id as article_id', 'article.uri as article_uri'])
    .where('claim_id', '>', after)
    .orderBy('claim_id')
    .limit(limit)
    .execute()
  const accusing = accusations.map(({ claim_id }) => claim_id)
  const replies = await database
    .selectFrom('reply')
    .innerJoin('article', 'article.rowid', 'reply.reply_article_rowid')
    .select(['accusation_id', 'reply_id', 'kind', 'replier', 'start', 'end', 'rule', 'reason'])
    .select(['article.id as article_id', 'article.uri as article_uri'])
    .where(isAmong(database, 'accusation_id', accusing))
    .orderBy('accusation_id')
    .orderBy('reply_id')
    .execute()
  return { accusations, replies }
}

/** So many families after that id, and their claims in the order in which they were seen. */
export async function readFamilyPage(
  database: StoreDatabase,
  after: string,
  limit: number,
): Promise<{ readonly families: readonly QuotationFamilyTable[]; readonly members: readonly VariantView[] }> {
  const families = await database
    .selectFrom('quotation_family')
    .selectAll()
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  const ids = families.map(({ id }) => id)
  const members = await database
    .selectFrom('v_variant')
    .selectAll()
    .where(isAmong(database, 'family_id', ids))
    .orderBy('family_id')
    .orderBy('seen_at', by => by.asc().nullsLast())
    .orderBy('claim_id')
    .execute()
  return { families, members }
}

/** Two versions of one address. */
export type ChangedPair = Pick<VersionChangeView, 'uri' | 'earlier_id' | 'later_id'>

/** So many pairs of versions that differ, after that pair. */
export async function readChangedPairs(
  database: StoreDatabase,
  after: ChangedPair | null,
  limit: number,
): Promise<ChangedPair[]> {
  const pairs = database
    .selectFrom('v_version_change')
    .select(['uri', 'earlier_id', 'later_id'])
    .distinct()
    .orderBy('uri')
    .orderBy('earlier_id')
    .orderBy('later_id')
    .limit(limit)
  if (after === null) return await pairs.execute()
  return await pairs
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('uri', 'earlier_id', 'later_id'), '>', tuple(after.uri, after.earlier_id, after.later_id)),
    )
    .execute()
}

/** What differs between the two, in the order of the text. */
export async function readChangesOfPair(
  database: StoreDatabase,
  { uri, earlier_id, later_id }: ChangedPair,
): Promise<VersionChangeView[]> {
  return await database
    .selectFrom('v_version_change')
    .selectAll()
    .where('uri', '=', uri)
    .where('earlier_id', '=', earlier_id)
    .where('later_id', '=', later_id)
    .orderBy('sequence')
    .execute()
}

/** What answers an accusation of another article, with where both articles came from. */
export async function findRepliesElsewhere(database: StoreDatabase) {
  return await database
    .selectFrom('reply')
    .innerJoin('article as accusing', 'accusing.rowid', 'reply.accusation_article_rowid')
    .innerJoin('article as answering', 'answering.rowid', 'reply.reply_article_rowid')
    .select(['reply.accusation_id', 'reply.reply_id', 'reply.start', 'reply.end'])
    .select(['accusing.uri as from', 'answering.uri as to'])
    .whereRef('reply.accusation_article_rowid', '!=', 'reply.reply_article_rowid')
    .orderBy('reply.accusation_id')
    .orderBy('reply.reply_id')
    .execute()
}
