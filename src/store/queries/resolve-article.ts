import { sql } from 'kysely'
import type { StoreDatabase } from '../schema.ts'
import { rangeOfPrefix, requireOne } from './find-by-prefix.ts'

/**
 * The id of the article that the user means: by its URI, by the end of its URI after a slash (`budget.txt` for
 * `news/budget.txt`), by its id, or by the beginning of its id. Of several versions under one URI, the one analysed
 * last.
 *
 * @throws HearsayError (2) when there is none, or more than one.
 */
export async function resolveArticle(database: StoreDatabase, reference: string): Promise<string> {
  const articles = () => database.selectFrom('v_article').select(['id', 'uri', 'run_id']).limit(20)
  const { from, to } = rangeOfPrefix(reference.toLowerCase())
  const searches = [
    () => articles().where('uri', '=', reference).orderBy('run_id', 'desc').limit(1),
    () => articles().where('id', '>=', from).where('id', '<', to),
    () => articles().where(sql<string>`substr(uri, ${-(reference.length + 1)})`, '=', `/${reference}`),
  ]
  if (reference !== '')
    for (const search of searches) {
      const found = await search().execute()
      if (found.length > 0) return newestVersion(found, reference)
    }
  return requireOne<{ id: string }>([], 'article', reference, article => article.id).id
}

interface Version {
  readonly id: string
  readonly uri: string
  readonly run_id: number | null
}

function newestVersion(found: readonly Version[], reference: string): string {
  const sameUri = found.every(version => version.uri === found[0]?.uri)
  const ordered = found.toSorted((a, b) => (b.run_id ?? 0) - (a.run_id ?? 0))
  const isOlderVersion = sameUri && found[0]?.uri.endsWith(reference)
  return requireOne(
    isOlderVersion ? ordered.slice(0, 1) : ordered,
    'article',
    reference,
    ({ id, uri }) => `${uri} (${id.slice(0, 12)})`,
  ).id
}
