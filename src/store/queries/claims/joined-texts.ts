import type { StoreDatabase } from '../../schema.ts'

/** What stands between the parts of a text that was taken from several spans. */
export const PART_SEPARATOR = ' … '

/** Texts that are stored joined although their parts are stored too, by the id of the claim or source. */
export interface JoinedTexts {
  readonly contentOf: ReadonlyMap<string, string | null>
  readonly sourceOf: ReadonlyMap<string, string>
}

/** Of one article, to be checked against the parts. */
export async function readJoinedTexts(database: StoreDatabase, articleId: string): Promise<JoinedTexts> {
  const contents = await database
    .selectFrom('claim')
    .innerJoin('article', 'article.rowid', 'claim.article_rowid')
    .select(['claim.id', 'claim.content_text'])
    .where('article.id', '=', articleId)
    .orderBy('claim.id')
    .execute()
  const sources = await database
    .selectFrom('source')
    .innerJoin('article', 'article.rowid', 'source.article_rowid')
    .select(['source.id', 'source.text'])
    .where('article.id', '=', articleId)
    .orderBy('source.id')
    .execute()
  return {
    contentOf: new Map(contents.map(claim => [claim.id, claim.content_text])),
    sourceOf: new Map(sources.map(source => [source.id, source.text])),
  }
}
