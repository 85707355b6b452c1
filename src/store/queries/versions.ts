import type { StoreDatabase, VersionView } from '../schema.ts'
import type { InputOrigin } from '../store.ts'

/** The texts that were found under the URIs of an article, first to last; one where it never changed. */
export async function findVersions(database: StoreDatabase, articleId: string): Promise<VersionView[]> {
  return await database
    .selectFrom('v_version')
    .selectAll()
    .where('uri', 'in', query => query.selectFrom('input').select('uri').where('article_id', '=', articleId))
    .orderBy('uri')
    .orderBy('version')
    .execute()
}

/** Where a stored article was first read, and when last; null when no input says. */
export async function readOrigin(database: StoreDatabase, articleId: string): Promise<InputOrigin | null> {
  const input = await database
    .selectFrom('input')
    .select(['location', 'uri', 'raw_sha256', 'decoded_how', 'seen_at'])
    .where('article_id', '=', articleId)
    .orderBy('id')
    .executeTakeFirst()
  if (input === undefined) return null
  const { location, uri, raw_sha256: rawSha256, decoded_how: decodedHow, seen_at: retrievedAt } = input
  return { location, uri, rawSha256, decodedHow, retrievedAt }
}
