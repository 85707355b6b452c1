import { type ExpressionBuilder, sql } from 'kysely'
import { VOICE_LABEL_CODE } from '../../rows/voice-label-code.ts'
import type { ArticleTable, StoreDatabase, StoreSchema, VoiceTable } from '../../schema.ts'

/*
 * What columns of all voices are made from: narrow rows by `rowid`, read in portions so that a million of them neither hold a
 * snapshot open for long nor stand in memory at once.
 */

/** Which voices: all, or those of one article. */
export interface VoiceFilter {
  /** Its id. */
  readonly article?: string | undefined
}

type VoicedArticleFact = Pick<ArticleTable, 'rowid' | 'id' | 'publisher' | 'section' | 'byline' | 'published_utc'>

export interface VoiceFact extends Pick<VoiceTable, 'rowid' | 'article_rowid' | 'name' | 'claims' | 'quoted_words'> {
  /** All that is told of it by labels; see `readLabelCode`. */
  labels: number
  /** Of named people only, whom they tell apart. */
  role: string | null
  affiliation: string | null
}

/** What corrections left to a voice of an article that has any. */
export interface CorrectedVoice
  extends Omit<VoiceFact, 'article_rowid' | 'labels'>,
    Pick<VoiceTable, 'kind' | 'naming' | 'gender' | 'source_type' | 'function' | 'first_voice' | 'last_voice'> {
  has_affiliation: number
}

export interface ReasonFact {
  voice_rowid: number
  reason: string
  start: number
  claim_id: string
}

/** How many voices each article has, so that each has its place before the first is read. */
export async function countVoicesOfArticles(
  database: StoreDatabase,
  { article }: VoiceFilter,
): Promise<{ article_rowid: number; voices: number }[]> {
  const counted = database
    .selectFrom('voice')
    .select(({ fn }) => ['article_rowid', fn.countAll<number>().as('voices')])
    .groupBy('article_rowid')
  return await (article === undefined ? counted : counted.where('article_rowid', '=', ofArticle(article))).execute()
}

/** The next articles after `after`, in the order of their `rowid`. */
export async function findVoicedArticles(
  database: StoreDatabase,
  { article }: VoiceFilter,
  after: number,
  limit: number,
): Promise<VoicedArticleFact[]> {
  const articles = database
    .selectFrom('article')
    .select(['rowid', 'id', 'publisher', 'section', 'byline', 'published_utc'])
    .where('rowid', '>', after)
    .orderBy('rowid')
    .limit(limit)
  return await (article === undefined ? articles : articles.where('id', '=', article)).execute()
}

/** The next voices after `after`, in the order of their `rowid`, as they were when their articles were written. */
export async function findVoiceFacts(
  database: StoreDatabase,
  { article }: VoiceFilter,
  after: number,
  limit: number,
): Promise<VoiceFact[]> {
  const voices = database
    .selectFrom('voice')
    .select(['rowid', 'article_rowid', 'name', 'claims', 'quoted_words'])
    .select([ofPeople('role').as('role'), ofPeople('affiliation').as('affiliation')])
    .select(sql<number>`${sql.raw(VOICE_LABEL_CODE)}`.as('labels'))
    .where('rowid', '>', after)
    .orderBy('rowid')
    .limit(limit)
  return await (article === undefined ? voices : voices.where('article_rowid', '=', ofArticle(article))).execute()
}

const ofArticle = (id: string) => (query: ExpressionBuilder<StoreSchema, 'voice' | 'source'>) =>
  query.selectFrom('article').select('article.rowid').where('id', '=', id)

const ofPeople = (column: 'role' | 'affiliation') =>
  sql<string | null>`case when kind = 'person' and name is not null then ${sql.ref(column)} end`

/** Every voice of the articles that have corrections, with what these left to it. */
export async function findCorrectedVoices(
  database: StoreDatabase,
  { article }: VoiceFilter,
): Promise<CorrectedVoice[]> {
  const rows = await database
    .selectFrom('voice')
    .innerJoin('article', 'article.rowid', 'voice.article_rowid')
    .select(['voice.rowid', 'voice.id'])
    .where('article.id', 'in', correctedArticles(database))
    .$if(article !== undefined, query => query.where('article.id', '=', article as string))
    .execute()
  if (rows.length === 0) return []
  const rowidOf = new Map(rows.map(({ id, rowid }) => [id, rowid]))
  const found = new Map<number, CorrectedVoice>()
  // One view has people who say nothing, the other has who speaks and is no person.
  for (const view of ['v_person', 'v_voice'] as const) {
    const voices = await database
      .selectFrom(view)
      .select(['voice_id', 'kind', 'naming', 'name', 'role', 'affiliation', 'gender', 'source_type', 'function'])
      .select(['claims', 'quoted_words', 'first_voice', 'last_voice'])
      .where('article_id', 'in', correctedArticles(database))
      .$if(article !== undefined, query => query.where('article_id', '=', article as string))
      .execute()
    for (const { voice_id, affiliation, ...voice } of voices) {
      const rowid = rowidOf.get(voice_id)
      const has_affiliation = affiliation === null ? 0 : 1
      if (rowid !== undefined) found.set(rowid, { ...voice, affiliation, has_affiliation, rowid })
    }
  }
  // Who is in neither has lost all that made it a voice.
  return rows.map(({ rowid }) => found.get(rowid) ?? { ...NOBODY, rowid })
}

/** Those of which people said something: of a claim, or of a voice. */
const correctedArticles = (database: StoreDatabase) =>
  database
    .selectFrom('standing')
    .select('standing.article_id')
    .union(database.selectFrom('voice_correction').select('voice_correction.article_id'))

const NOBODY = {
  kind: 'unknown',
  naming: 'unstated',
  name: null,
  role: null,
  affiliation: null,
  has_affiliation: 0,
  gender: 'unknown',
  source_type: 'unknown',
  function: 'unknown',
  claims: 0,
  quoted_words: 0,
  first_voice: 0,
  last_voice: 0,
} as const

/** The greatest `rowid` of a source; 0 when there is none. */
export async function findLastSource(database: StoreDatabase): Promise<number> {
  const { last } = await database
    .selectFrom('source')
    .select(({ fn }) => fn.max<number | null>('rowid').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/**
 * Why voices are not named, as the sources after `after` and up to `last` by `rowid` say it: one row a claim of theirs. Which of
 * them counts is that of the first claim.
 */
export async function findReasonFacts(
  database: StoreDatabase,
  { article }: VoiceFilter,
  after: number,
  last: number,
): Promise<ReasonFact[]> {
  const reasons = database
    .selectFrom('source')
    .innerJoin('claim', 'claim.source_rowid', 'source.rowid')
    .innerJoin('voice_claim', 'voice_claim.claim_rowid', 'claim.rowid')
    .innerJoin('voice', 'voice.rowid', 'voice_claim.voice_rowid')
    .select(['voice_claim.voice_rowid', 'source.reason', 'claim.start', 'claim.id as claim_id'])
    .where('source.rowid', '>', after)
    .where('source.rowid', '<=', last)
    .where('source.reason', 'is not', null)
    .where(sql<boolean>`voice.naming in ('unnamed', 'anonymous')`)
  const rows = await (article === undefined
    ? reasons
    : reasons.where('source.article_rowid', '=', query =>
        query.selectFrom('article').select('article.rowid').where('article.id', '=', article),
      )
  ).execute()
  return rows.map(({ reason, ...row }) => ({ ...row, reason: reason ?? '' }))
}
