import type { TextSpan } from '../../../domain/record.ts'
import { CodePointText } from '../../../domain/text/code-point-text.ts'
import { isAmong } from '../../dialect/write-rows.ts'
import type { StoreDatabase } from '../../schema.ts'
import type { ReplyKind } from '../../tables/across-tables.ts'

/** An accusation of an article, with what answers it. */
export interface AccusationInArticle {
  readonly claimId: string
  /** The words for who is accused, in code points. */
  readonly words: TextSpan
  /** Their name, where the article gives one, or else these words. */
  readonly accused: string
  /** By what it is one: see `docs/explanation/replies.md`. */
  readonly rule: string
  readonly replies: readonly {
    readonly kind: ReplyKind
    /** Whether it stands in another article. */
    readonly isElsewhere: boolean
  }[]
}

/**
 * The accusations of these articles, by the article's `rowid`, in the order of the text. Articles that were not yet entered across
 * articles have none.
 */
export async function readAccusationsIn(
  database: StoreDatabase,
  articles: readonly { readonly rowid: number; readonly text: string }[],
): Promise<ReadonlyMap<number, readonly AccusationInArticle[]>> {
  const rowids = articles.map(({ rowid }) => rowid)
  const rows = await database
    .selectFrom('accusation')
    .select(['claim_id', 'article_rowid', 'accused', 'accused_start', 'accused_end', 'rule'])
    .where(isAmong(database, 'article_rowid', rowids))
    .orderBy('accused_start')
    .orderBy('claim_id')
    .execute()
  if (rows.length === 0) return new Map()
  const replies = Map.groupBy(
    await database
      .selectFrom('reply')
      .select(['accusation_id', 'accusation_article_rowid', 'reply_article_rowid', 'kind'])
      .where(isAmong(database, 'accusation_article_rowid', rowids))
      .orderBy('reply_id')
      .execute(),
    ({ accusation_id }) => accusation_id,
  )
  const byArticle = Map.groupBy(rows, ({ article_rowid }) => article_rowid)
  return new Map(
    articles.map(({ rowid, text }) => {
      const own = byArticle.get(rowid) ?? []
      const points = own.length === 0 ? null : new CodePointText(text)
      const accusations = own.map(({ claim_id, accused, accused_start: start, accused_end: end, rule }) => ({
        claimId: claim_id,
        words: { start, end, text: points?.slice({ start, end }) ?? '' },
        accused,
        rule,
        replies: (replies.get(claim_id) ?? []).map(({ kind, accusation_article_rowid, reply_article_rowid }) => ({
          kind,
          isElsewhere: accusation_article_rowid !== reply_article_rowid,
        })),
      }))
      return [rowid, accusations]
    }),
  )
}
