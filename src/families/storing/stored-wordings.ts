import { sql } from 'kysely'
import { givenRows, insertRows, isAmong } from '../../store/dialect/write-rows.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { anchorsOf, MOST_OF_ANCHOR } from '../wording/anchors.ts'
import { digestWording, readWording, type Wording } from '../wording/wording.ts'

/** A wording of the store. */
export interface StoredWording {
  readonly rowid: number
  readonly wording: Wording
}

/** Columns of a wording that is written. */
export const WORDING_COLUMNS = { digest: 'text', words: 'text', weight: 'double precision' } as const

export function wordingRow(wording: Wording): [digest: string, words: string, weight: number] {
  return [digestWording(wording.text), wording.text, wording.weight]
}

/** The numbers of wordings by their words, those made that are not there yet. */
export async function enterWordings(
  database: StoreDatabase,
  wordings: readonly Wording[],
): Promise<{ readonly rowidOf: ReadonlyMap<string, number>; readonly fresh: readonly StoredWording[] }> {
  const byDigest = new Map(wordings.map(wording => [digestWording(wording.text), wording]))
  const digests = [...byDigest.keys()]
  const known = await findRowids(database, digests)
  const missing = digests.filter(digest => !known.has(digest))
  const rows = missing.map(digest => wordingRow(byDigest.get(digest) as Wording))
  await insertRows(database, 'wording', WORDING_COLUMNS, rows)
  const made = missing.length === 0 ? new Map<string, number>() : await findRowids(database, missing)
  const rowidOf = new Map<string, number>()
  for (const [digest, rowid] of [...known, ...made]) rowidOf.set((byDigest.get(digest) as Wording).text, rowid)
  return {
    rowidOf,
    fresh: [...made].map(([digest, rowid]) => ({ rowid, wording: byDigest.get(digest) as Wording })),
  }
}

async function findRowids(database: StoreDatabase, digests: readonly string[]): Promise<Map<string, number>> {
  const rows = await database
    .selectFrom('wording')
    .select(['rowid', 'digest'])
    .where(isAmong(database, 'digest', digests))
    .execute()
  return new Map(rows.map(({ digest, rowid }) => [digest, rowid]))
}

/** Wordings by their numbers. */
export async function readWordings(
  database: StoreDatabase,
  rowids: readonly number[],
): Promise<ReadonlyMap<number, Wording>> {
  if (rowids.length === 0) return new Map()
  const rows = await database
    .selectFrom('wording')
    .select(['rowid', 'words'])
    .where(isAmong(database, 'rowid', rowids))
    .execute()
  return new Map(rows.map(({ rowid, words }) => [rowid, readWording(words)]))
}

/** Which of these wordings no claim has any more. */
export async function findEmptyWordings(database: StoreDatabase, rowids: readonly number[]): Promise<StoredWording[]> {
  const rows = await database
    .selectFrom('wording')
    .select(['rowid', 'words'])
    .where(isAmong(database, 'rowid', rowids))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('quotation_member')
            .select('quotation_member.claim_id')
            .whereRef('quotation_member.wording_rowid', '=', 'wording.rowid'),
        ),
      ),
    )
    .execute()
  return rows.map(({ rowid, words }) => ({ rowid, wording: readWording(words) }))
}

/** Of each wording its anchors, by number. */
export function anchorsOfAll(wordings: readonly StoredWording[]): ReadonlyMap<number, readonly number[]> {
  return new Map(wordings.map(({ rowid, wording }) => [rowid, anchorsOf(wording)]))
}

/** Of how many wordings each anchor is; nobody counts beyond what makes it generic. */
export async function countAnchors(
  database: StoreDatabase,
  anchors: Iterable<number>,
): Promise<ReadonlyMap<number, number>> {
  const rows = [...new Set(anchors)].map(anchor => [anchor])
  if (rows.length === 0) return new Map()
  const counted = await sql<{ anchor: number; wordings: number }>`
    select given.c0 as anchor, (select count(*) from (
      select 1 from wording_anchor where anchor = given.c0 limit ${sql.lit(MOST_OF_ANCHOR + 1)}) as few) as wordings
    from (${givenRows(database, ['integer'], rows)}) as given`.execute(database)
  return new Map(counted.rows.map(({ anchor, wordings }) => [anchor, wordings]))
}

/** The numbers of the wordings of each anchor. */
export async function findByAnchor(
  database: StoreDatabase,
  anchors: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const found = new Map<number, number[]>()
  if (anchors.length === 0) return found
  const rows = await database
    .selectFrom('wording_anchor')
    .select(['anchor', 'wording_rowid'])
    .where(isAmong(database, 'anchor', anchors))
    .execute()
  for (const { anchor, wording_rowid } of rows) {
    const rowids = found.get(anchor)
    if (rowids === undefined) found.set(anchor, [wording_rowid])
    else rowids.push(wording_rowid)
  }
  return found
}
