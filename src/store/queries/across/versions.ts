import type { StoreDatabase, VersionView } from '../../schema.ts'
import type { InputOrigin } from '../../store.ts'

/** The texts that were found under the URIs of an article, first to last; one where it never changed. */
export async function findVersions(database: StoreDatabase, articleId: string): Promise<VersionView[]> {
  const inputs = await database
    .selectFrom('input')
    .select('uri')
    .distinct()
    .where('article_id', '=', articleId)
    .orderBy('uri')
    .execute()
  if (inputs.length === 0) return []
  return await database
    .selectFrom('v_version')
    .selectAll()
    // As values: a subquery would keep SQLite from using the index, and number the versions of every URI.
    .where(
      'uri',
      'in',
      inputs.map(({ uri }) => uri),
    )
    .orderBy('uri')
    .orderBy('version')
    .execute()
}

/**
 * Where the text of an article was read and, as far as the inputs say, still stands: not where another text was found
 * later. First to last.
 */
export async function findPlaces(database: StoreDatabase, articleId: string): Promise<InputOrigin[]> {
  const inputs = await database
    .selectFrom('input')
    .selectAll()
    .where('article_id', '=', articleId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('input as later')
            .select('later.id')
            .whereRef('later.location', '=', 'input.location')
            .whereRef('later.run_id', '>', 'input.run_id'),
        ),
      ),
    )
    .orderBy('id')
    .execute()
  return inputs.map(({ location, uri, raw_sha256: rawSha256, decoded_how: decodedHow, seen_at: retrievedAt }) => ({
    location,
    uri,
    rawSha256,
    decodedHow,
    retrievedAt,
  }))
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

/** Whether that article was read at that place before. */
export async function isInput(database: StoreDatabase, location: string, articleId: string): Promise<boolean> {
  const input = await database
    .selectFrom('input')
    .select('id')
    .where('article_id', '=', articleId)
    .where('location', '=', location)
    .executeTakeFirst()
  return input !== undefined
}
