import { isAmong } from '../../store/dialect/write-rows.ts'
import type { SeenBy, StoreDatabase } from '../../store/schema.ts'
import type { EnteredArticle } from '../across-step.ts'
import type { Variant } from '../differences/differences.ts'
import type { Member } from '../grouping/member.ts'
import { speakerOf } from '../grouping/speaker.ts'
import { normaliseWords } from '../wording/words/normalise-words.ts'

/** A claim with words, as it stands after corrections, and when these were seen. */
export interface EnteredClaim extends Pick<Member, 'id' | 'speaker' | 'quotation'> {
  readonly articleRowid: number
  /** See `normaliseWords`. */
  readonly words: string
  /** As `YYYY-MM-DDTHH:MM:SS.sssZ`; null where nobody knows. */
  readonly seenAt: string | null
  readonly seenBy: SeenBy | null
}

/** The claims of some articles whose content has words. */
export async function readClaims(
  database: StoreDatabase,
  articles: readonly EnteredArticle[],
): Promise<EnteredClaim[]> {
  if (articles.length === 0) return []
  const ids = articles.map(({ id }) => id)
  const rowidOf = new Map(articles.map(({ id, rowid }) => [id, rowid]))
  const claims = await database
    .selectFrom('v_claim')
    .select(['id', 'article_id', 'published_utc', 'name', 'quotation', 'content'])
    .where('article_id', 'in', ids)
    .where('status', '=', 'accepted')
    .where('content', 'is not', null)
    .execute()
  const retrievedAt = await findRetrieved(database, ids)
  return claims.flatMap(({ id, article_id, published_utc, name, quotation, content }) => {
    const words = normaliseWords(content ?? '')
    if (words === '') return []
    const seenAt = published_utc ?? retrievedAt.get(article_id) ?? null
    const seenBy = seenAt === null ? null : published_utc === null ? 'retrieved' : 'published'
    const articleRowid = rowidOf.get(article_id) as number
    return [{ id, articleRowid, words, speaker: speakerOf(name), quotation, seenAt, seenBy }]
  })
}

/** When the text of each article was first got from anywhere. */
async function findRetrieved(database: StoreDatabase, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await database
    .selectFrom('input')
    .select(({ fn }) => ['article_id', fn.min('retrieved_at').as('retrieved_at')])
    .where('article_id', 'in', ids)
    .where('retrieved_at', 'is not', null)
    .groupBy('article_id')
    .execute()
  return new Map(rows.map(({ article_id, retrieved_at }) => [article_id as string, retrieved_at as string]))
}

/** SQLite takes at most 32,766 parameters in one query. */
const PORTION = 5000

/** Claims as they are held against one another, by id. */
export async function readVariants(
  database: StoreDatabase,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, Variant>> {
  const found = new Map<string, Variant>()
  for (let from = 0; from < claimIds.length; from += PORTION) {
    const claims = await database
      .selectFrom('v_claim')
      .select(['id', 'name', 'quotation', 'act', 'negated', 'hedged', 'cue', 'cue_lemma', 'addressee', 'content'])
      .where(isAmong(database, 'id', claimIds.slice(from, from + PORTION)))
      .execute()
    for (const { id, name, negated, hedged, cue_lemma, content, ...rest } of claims)
      found.set(id, {
        ...rest,
        content: content ?? '',
        speaker: speakerOf(name),
        negated: negated === 1,
        hedged: hedged === 1,
        cueLemma: cue_lemma,
      })
  }
  return found
}
