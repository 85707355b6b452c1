import { sql } from 'kysely'
import { nullsLastDescending } from '../../dialect/null-order.ts'
import type { StoreDatabase } from '../../schema.ts'
import { rangeOfPrefix, requireOne } from './find-by-prefix.ts'

/**
 * The id of the article that the user means: by a URI or place that it was read from, by the end of it after a slash
 * (`budget.txt` for `news/budget.txt`), by its id, or by the beginning of its id. Of several versions under one URI, the
 * one that was met last.
 *
 * @throws HearsayError (2) when there is none, or more than one.
 */
export async function resolveArticle(database: StoreDatabase, reference: string): Promise<string> {
  const articles = () =>
    database
      .selectFrom('article')
      .innerJoin('input', 'input.article_id', 'article.id')
      .select(['article.id', 'input.uri'])
      .orderBy('input.seen_at', nullsLastDescending)
      .orderBy('input.id', 'desc')
      .limit(20)
  const { from, to } = rangeOfPrefix(reference.toLowerCase())
  const characters = sql.lit([...reference].length)
  const endsIn = (column: 'input.uri' | 'input.location') => {
    const text = sql.ref(column)
    return sql<boolean>`case when length(${text}) > ${characters}
      then substr(${text}, length(${text}) - ${characters}) = ${`/${reference}`} else false end`
  }
  const searches = [
    () => articles().where(({ or, eb }) => or([eb('input.uri', '=', reference), eb('input.location', '=', reference)])),
    () => articles().where('article.id', '>=', from).where('article.id', '<', to),
    () => articles().where(({ or }) => or([endsIn('input.uri'), endsIn('input.location')])),
  ]
  if (reference !== '')
    for (const [index, search] of searches.entries()) {
      const found = await search().execute()
      // Different texts under one name are versions; by an id they are different articles.
      const isOneName = index !== 1 && found.every(({ uri }) => uri === found[0]?.uri)
      if (found.length > 0) return chooseOne(isOneName ? found.slice(0, 1) : found, reference)
    }
  return chooseOne([], reference)
}

function chooseOne(found: readonly { readonly id: string; readonly uri: string }[], reference: string): string {
  const different = [...new Map(found.map(article => [article.id, article])).values()]
  return requireOne(different, 'article', reference, ({ id, uri }) => `${uri} (${id.slice(0, 12)})`).id
}
