import type { StoreDatabase, VersionChangeTable } from '../../store/schema.ts'
import type { AcrossStep, EnteredArticle, GoneArticle } from '../across-step.ts'
import { STEP_VERSIONS } from '../entry-versions.ts'
import { compareVersions } from './comparing/compare-versions.ts'
import { readVersion } from './read-version.ts'
import type { VersionText } from './version-text.ts'

/** One after the other under an address. */
interface VersionPair {
  readonly uri: string
  readonly earlier: number
  readonly later: number
  readonly earlierAt: string | null
  readonly laterAt: string | null
}

const VALUES_AT_ONCE = 500
const VERSIONS_KEPT = 8

/** Keeps what changed between versions that follow one another under an address. */
export const enterVersions: AcrossStep = {
  name: 'versions',
  version: STEP_VERSIONS.versions,
  async enter(database, articles, gone) {
    const entered = new Set(articles.map(({ rowid }) => rowid))
    const { involved, wanted } = await findWanted(database, articles, gone)
    const kept = new Set<string>()
    for (const old of await findStored(database, involved)) {
      const key = keyOf(old)
      if (wanted.has(key) && !entered.has(old.earlier) && !entered.has(old.later)) kept.add(key)
      else await forget(database, old)
    }
    const read = keepReading(database)
    for (const [key, pair] of wanted) if (!kept.has(key)) await enterPair(database, pair, read)
  },
  async clear(database) {
    await database.deleteFrom('version_change').execute()
  },
}

/** Rows of all pairs that one of these articles is in, as entering them writes them. */
export async function findVersionRows(
  database: StoreDatabase,
  articles: readonly EnteredArticle[],
): Promise<VersionChangeTable[]> {
  const entered = new Set(articles.map(({ rowid }) => rowid))
  const { wanted } = await findWanted(database, articles, [])
  const read = keepReading(database)
  const rows: VersionChangeTable[] = []
  for (const pair of wanted.values())
    if (entered.has(pair.earlier) || entered.has(pair.later)) rows.push(...(await rowsOf(pair, read)))
  return rows
}

/** The versions that articles hang together with, and the pairs among all of them. */
async function findWanted(
  database: StoreDatabase,
  articles: readonly EnteredArticle[],
  gone: readonly GoneArticle[],
): Promise<{ readonly involved: ReadonlySet<number>; readonly wanted: ReadonlyMap<string, VersionPair> }> {
  const pairs = await findPairs(database, await findAddresses(database, articles, gone))
  const involved = new Set([
    ...articles.map(({ rowid }) => rowid),
    ...pairs.flatMap(({ earlier, later }) => [earlier, later]),
  ])
  return {
    involved,
    wanted: new Map((await widen(database, pairs, involved)).map(pair => [keyOf(pair), pair])),
  }
}

function keyOf({ earlier, later }: Pick<VersionPair, 'earlier' | 'later'>): string {
  return `${earlier}-${later}`
}

/** The addresses that articles were found under, and those of what is gone. */
async function findAddresses(
  database: StoreDatabase,
  articles: readonly Pick<EnteredArticle, 'id'>[],
  gone: readonly GoneArticle[],
): Promise<string[]> {
  const uris = new Set(gone.map(({ uri }) => uri))
  for (const some of inChunks(articles)) {
    const inputs = await database
      .selectFrom('input')
      .select('uri')
      .distinct()
      .where(
        'article_id',
        'in',
        some.map(({ id }) => id),
      )
      .execute()
    for (const { uri } of inputs) uris.add(uri)
  }
  return [...uris].toSorted()
}

/** What follows one another under some addresses; what does so under several is found under the first of them. */
async function findPairs(database: StoreDatabase, uris: readonly string[]): Promise<VersionPair[]> {
  const pairs = new Map<string, VersionPair>()
  for (const some of inChunks(uris)) {
    const rows = await database
      .selectFrom('v_version')
      .innerJoin('article', 'article.id', 'v_version.article_id')
      .select(['v_version.uri', 'v_version.version', 'v_version.retrieved_at', 'article.rowid'])
      .where('v_version.uri', 'in', some)
      .where('v_version.versions', '>', 1)
      .orderBy('v_version.uri')
      .orderBy('v_version.version')
      .execute()
    for (const [index, row] of rows.entries()) {
      const former = rows[index - 1]
      if (former === undefined || former.uri !== row.uri) continue
      const pair = {
        uri: row.uri,
        earlier: former.rowid,
        later: row.rowid,
        earlierAt: former.retrieved_at,
        laterAt: row.retrieved_at,
      }
      const known = pairs.get(keyOf(pair))
      if (known === undefined || pair.uri < known.uri) pairs.set(keyOf(pair), pair)
    }
  }
  return [...pairs.values()]
}

/** Versions may follow one another under other addresses too, which the articles have that were not entered now. */
async function widen(
  database: StoreDatabase,
  pairs: readonly VersionPair[],
  involved: ReadonlySet<number>,
): Promise<VersionPair[]> {
  if (pairs.length === 0) return []
  const ids: { readonly id: string }[] = []
  for (const some of inChunks([...involved]))
    ids.push(...(await database.selectFrom('article').select('id').where('rowid', 'in', some).execute()))
  const all = await findPairs(database, await findAddresses(database, ids, []))
  return all.filter(({ earlier, later }) => involved.has(earlier) && involved.has(later))
}

async function findStored(
  database: StoreDatabase,
  involved: ReadonlySet<number>,
): Promise<Pick<VersionPair, 'earlier' | 'later'>[]> {
  const found: Pick<VersionPair, 'earlier' | 'later'>[] = []
  for (const some of inChunks([...involved])) {
    const rows = await database
      .selectFrom('version_change')
      .select(['earlier_rowid as earlier', 'later_rowid as later'])
      .distinct()
      .where('later_rowid', 'in', some)
      .execute()
    found.push(...rows.filter(({ earlier }) => involved.has(earlier)))
  }
  return found
}

async function forget(
  database: StoreDatabase,
  { earlier, later }: Pick<VersionPair, 'earlier' | 'later'>,
): Promise<void> {
  await database
    .deleteFrom('version_change')
    .where('earlier_rowid', '=', earlier)
    .where('later_rowid', '=', later)
    .execute()
}

type ReadVersion = (rowid: number) => Promise<VersionText | null>

/** Each version is the later of one pair and the earlier of the next. */
function keepReading(database: StoreDatabase): ReadVersion {
  const kept = new Map<number, VersionText | null>()
  return async rowid => {
    const known = kept.get(rowid)
    if (known !== undefined) return known
    const version = await readVersion(database, rowid)
    kept.set(rowid, version)
    if (kept.size > VERSIONS_KEPT) kept.delete(kept.keys().next().value as number)
    return version
  }
}

async function rowsOf(pair: VersionPair, read: ReadVersion): Promise<VersionChangeTable[]> {
  const [before, after] = [await read(pair.earlier), await read(pair.later)]
  if (before === null || after === null) return []
  return compareVersions(before, after).changes.map((change, sequence) => ({
    earlier_rowid: pair.earlier,
    later_rowid: pair.later,
    sequence,
    uri: pair.uri,
    earlier_at: pair.earlierAt,
    later_at: pair.laterAt,
    change: change.change,
    field: change.field,
    claim_before: change.claimBefore,
    claim_after: change.claimAfter,
    before: change.before,
    after: change.after,
  }))
}

async function enterPair(database: StoreDatabase, pair: VersionPair, read: ReadVersion): Promise<void> {
  for (const some of inChunks(await rowsOf(pair, read)))
    await database
      .insertInto('version_change')
      .values([...some])
      .execute()
}

function* inChunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += VALUES_AT_ONCE) yield items.slice(from, from + VALUES_AT_ONCE)
}
