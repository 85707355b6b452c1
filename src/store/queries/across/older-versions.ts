import type { StoreDatabase } from '../../schema.ts'

const VALUES_AT_ONCE = 500

/** An article in whose place a newer version stands. */
export interface OlderVersion {
  rowid: number
  id: string
}

/**
 * The articles in whose place a newer version stands: texts that were found under an address where another was met
 * last, and that are the last one under none. Who counts articles counts one for each address by leaving them out. In no order.
 *
 * The same as `SELECT article_id FROM v_version GROUP BY article_id HAVING max(is_current) = 0`, which numbers the versions of
 * every address; here those with one text, which are nearly all, are only passed over.
 */
export async function findOlderVersions(database: StoreDatabase): Promise<OlderVersion[]> {
  const addresses = await findChanged(database)
  if (addresses.length === 0) return []
  const isCurrent = new Map<string, boolean>()
  for (const some of inChunks(addresses)) {
    const versions = await database
      .selectFrom('v_version')
      .select(['article_id', 'is_current'])
      .where('uri', 'in', some)
      .execute()
    for (const { article_id: id, is_current } of versions)
      isCurrent.set(id, isCurrent.get(id) === true || is_current === 1)
  }
  const older = [...isCurrent].filter(([, current]) => !current).map(([id]) => id)
  const changed = new Set(addresses)
  const found: OlderVersion[] = []
  for (const some of inChunks(older)) {
    const places = await database
      .selectFrom('article')
      .innerJoin('input', 'input.article_id', 'article.id')
      .select(['article.rowid', 'article.id', 'input.uri', 'input.location', 'input.status'])
      .where('article.id', 'in', some)
      .execute()
    // An address where it is the only text that was ever found is its own.
    const kept = new Set(places.filter(place => isPlace(place) && !changed.has(place.uri)).map(({ rowid }) => rowid))
    const rowids = new Map(places.map(({ rowid, id }) => [rowid, id]))
    for (const [rowid, id] of rowids) if (!kept.has(rowid)) found.push({ rowid, id })
  }
  return found
}

/** Addresses under which more than one text was found. */
async function findChanged(database: StoreDatabase): Promise<string[]> {
  const changed = await database
    .selectFrom('input')
    .select('uri')
    .where('status', '=', 'done')
    .where('location', '<>', '-')
    .groupBy('uri')
    .having(({ eb, fn, ref }) => eb(fn.min(ref('article_id')), '<>', fn.max(ref('article_id'))))
    .execute()
  return changed.map(({ uri }) => uri)
}

/** As in `v_version`: standard input is no address. */
function isPlace({ location, status }: { readonly location: string; readonly status: string }): boolean {
  return status === 'done' && location !== '-'
}

function* inChunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += VALUES_AT_ONCE) yield items.slice(from, from + VALUES_AT_ONCE)
}
