import type { Span } from '../../../domain/span.ts'
import type { VoiceFigures } from '../../rows/voice-figures.ts'
import type { StoreDatabase } from '../../schema.ts'

/** What the store keeps of an article's claims besides the claims themselves. */
export interface ArticleBookkeeping {
  /** How many claims were stored; null when the article was stored before this was kept. */
  readonly claimCount: number | null
  /** From a claim's first character to its last, as it is sorted by, by the claim's id. */
  readonly placeOf: ReadonlyMap<string, Span>
  /** Ids of claims with content that the full-text index does not hold. */
  readonly unsearchable: ReadonlySet<string>
  /** By the voice's id: its number in the order of first mentions, and what was counted of it. */
  readonly voices: ReadonlyMap<string, { readonly sequence: number; readonly figures: VoiceFigures }>
}

/** Of one article, to be checked against its claims. */
export async function readArticleBookkeeping(database: StoreDatabase, articleId: string): Promise<ArticleBookkeeping> {
  const article = await database
    .selectFrom('article')
    .select(['rowid', 'claim_count'])
    .where('id', '=', articleId)
    .executeTakeFirstOrThrow(() => new Error(`no article ${articleId}`))
  const claims = await database
    .selectFrom('claim')
    .leftJoin('claim_search_docsize as indexed', 'indexed.id', 'claim.rowid')
    .select(['claim.id', 'claim.start', 'claim.end', 'claim.content_text', 'indexed.id as indexed_id'])
    .where('claim.article_rowid', '=', article.rowid)
    .orderBy('claim.id')
    .execute()
  const voices = await database
    .selectFrom('voice')
    .select(['id', 'sequence', 'claims', 'quoted_words', 'first_voice', 'last_voice', 'mentions'])
    .where('article_rowid', '=', article.rowid)
    .orderBy('sequence')
    .execute()
  const unsearchable = claims.filter(claim => claim.content_text !== null && claim.indexed_id === null)
  return {
    claimCount: article.claim_count,
    placeOf: new Map(claims.map(({ id, start, end }) => [id, { start, end }])),
    unsearchable: new Set(unsearchable.map(claim => claim.id)),
    voices: new Map(
      voices.map(({ id, sequence, claims, quoted_words, first_voice, last_voice, mentions }) => {
        const [isFirst, isLast] = [first_voice === 1, last_voice === 1]
        return [id, { sequence, figures: { claims, quotedWords: quoted_words, isFirst, isLast, mentions } }]
      }),
    ),
  }
}
