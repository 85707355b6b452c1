import { sql } from 'kysely'
import { givenRows, insertRows, isAmong } from '../../store/dialect/write-rows.ts'
import type { QuotationFamilyTable, StoreDatabase } from '../../store/schema.ts'
import { BETWEEN_KINDS } from '../differences/difference-kinds.ts'
import { differencesFrom, type Variant } from '../differences/differences.ts'
import type { Family } from '../grouping/member.ts'
import { describeFamily } from './describe-family.ts'
import type { Region } from './region.ts'
import { readVariants } from './stored-claims.ts'
import type { StoredMember } from './stored-members.ts'

export const FAMILY_COLUMNS = {
  id: 'text',
  claims: 'integer',
  articles: 'integer',
  publishers: 'integer',
  variants: 'integer',
  first_claim_id: 'text',
  first_seen: 'text',
  last_seen: 'text',
  speakers: 'integer',
  speakers_differ: 'integer',
  meaning_differs: 'integer',
} as const

export type FamilyRow = Omit<QuotationFamilyTable, 'rowid'>

/** Where a member stands in its family. */
export interface Place {
  readonly variant: number
  readonly score: number | null
  readonly differs: string
}

/**
 * Writes the families of a region in the place of those that its members were in. What stays as it is, is not written.
 *
 * @param touched ids of the claims that have just been entered: nothing of what was found of them before holds
 */
export async function writeFamilies(
  database: StoreDatabase,
  region: Region,
  families: readonly Family[],
  touched: ReadonlySet<string>,
): Promise<void> {
  const former = await findFormer(database, region)
  const differsOf = await findDifferences(database, region, families, former, touched)
  const scores = scoresWithin(region)
  const placed = families.map(family => {
    const members = family.members.map(({ id }) => region.members.get(id) as StoredMember)
    const places = placeMembers(members, differsOf, scores)
    const described = members.map((member, index) => ({ ...member, ...(places[index] as Place) }))
    return { row: describeFamily(family.id, described), members, places }
  })
  const rowids = await writeRows(
    database,
    former,
    placed.map(({ row, members }) => ({ row, members })),
  )
  const left = new Map([...region.members].filter(([, { family_rowid }]) => family_rowid !== null))
  const changes: (readonly (string | number | null)[])[] = []
  for (const { row, members, places } of placed)
    for (const [index, member] of members.entries()) {
      left.delete(member.id)
      const { variant, score, differs } = places[index] as Place
      const family = rowids.get(row.id) as number
      const isSame =
        member.family_rowid === family &&
        member.variant === variant &&
        member.score === score &&
        member.differs === differs
      if (!isSame) changes.push([member.id, family, variant, score, differs])
    }
  for (const id of left.keys()) changes.push([id, null, null, null, ''])
  await updateMembers(database, changes)
  const kept = new Set(rowids.values())
  const gone = [...former.keys()].filter(rowid => !kept.has(rowid))
  if (gone.length > 0)
    await database
      .deleteFrom('quotation_family')
      .where(isAmong(database, 'rowid', gone))
      .execute()
}

/** The families that the members of a region were in, and those of whom has gone. */
async function findFormer(database: StoreDatabase, region: Region): Promise<Map<number, FamilyRow>> {
  const own = [...region.members.values()].flatMap(({ family_rowid }) => family_rowid ?? [])
  const rowids = new Set([...own, ...region.lostFamilies])
  const rows = await database
    .selectFrom('quotation_family')
    .selectAll()
    .where(isAmong(database, 'rowid', [...rowids]))
    .execute()
  return new Map(rows.map(({ rowid, ...row }) => [rowid, row]))
}

/** In what each member differs from the first of its family; known ones are taken over. */
async function findDifferences(
  database: StoreDatabase,
  region: Region,
  families: readonly Family[],
  former: ReadonlyMap<number, FamilyRow>,
  touched: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const differsOf = new Map<string, string>()
  const open: (readonly [first: string, member: string])[] = []
  for (const { members } of families) {
    const first = members[0]?.id as string
    for (const { id } of members) {
      const { family_rowid, differs } = region.members.get(id) as StoredMember
      const isKnown =
        !touched.has(id) &&
        !touched.has(first) &&
        family_rowid !== null &&
        former.get(family_rowid)?.first_claim_id === first
      if (isKnown || id === first) differsOf.set(id, id === first ? '' : differs)
      else open.push([first, id])
    }
  }
  const variants = await readVariants(database, [...new Set(open.flat())])
  for (const [first, own] of Map.groupBy(open, ([id]) => id)) {
    const tell = tellDifferences(variants.get(first))
    for (const [, id] of own) differsOf.set(id, tell(variants.get(id)))
  }
  return differsOf
}

/** The differences of variants from the first seen, as they are kept. */
export function tellDifferences(first: Variant | undefined): (variant: Variant | undefined) => string {
  if (first === undefined) return () => ''
  const tell = differencesFrom(first)
  return variant => (variant === undefined ? '' : tell(variant).join(BETWEEN_KINDS))
}

/** The score of a tie between two wordings of a region, whichever comes first. */
function scoresWithin(region: Region): (one: number, other: number) => number | null {
  const scores = new Map<string, number>()
  for (const { one_rowid, other_rowid, score } of region.tiesWithin())
    scores.set(`${one_rowid} ${other_rowid}`, score).set(`${other_rowid} ${one_rowid}`, score)
  return (one, other) => (one === other ? 1 : (scores.get(`${one} ${other}`) ?? null))
}

/** @param members of one family, in its order */
export function placeMembers(
  members: readonly { readonly id: string; readonly wording_rowid: number }[],
  differsOf: ReadonlyMap<string, string>,
  scoreOf: (one: number, other: number) => number | null,
): Place[] {
  const first = members[0]?.wording_rowid as number
  const variants = new Map<number, number>()
  return members.map(({ id, wording_rowid }) => {
    const variant = variants.get(wording_rowid) ?? variants.size
    variants.set(wording_rowid, variant)
    return { variant, score: scoreOf(first, wording_rowid), differs: differsOf.get(id) ?? '' }
  })
}

/** Writes the rows of families, over that which most of their members were in; gives their numbers by id. */
async function writeRows(
  database: StoreDatabase,
  former: ReadonlyMap<number, FamilyRow>,
  families: readonly { readonly row: FamilyRow; readonly members: readonly StoredMember[] }[],
): Promise<ReadonlyMap<string, number>> {
  const taken = new Map<string, number>()
  const free = new Set(former.keys())
  for (const [rowid, { id }] of former)
    if (families.some(({ row }) => row.id === id)) {
      taken.set(id, rowid)
      free.delete(rowid)
    }
  for (const { row, members } of families.toSorted((a, b) => b.members.length - a.members.length)) {
    if (taken.has(row.id)) continue
    const rowid = mostOf(members, free)
    if (rowid === null) continue
    taken.set(row.id, rowid)
    free.delete(rowid)
  }
  const changed = families.filter(({ row }) => {
    const rowid = taken.get(row.id)
    return rowid !== undefined && !isSameRow(former.get(rowid) as FamilyRow, row)
  })
  await updateRows(
    database,
    changed.map(({ row }) => [taken.get(row.id) as number, row]),
  )
  const made = families.filter(({ row }) => !taken.has(row.id)).map(({ row }) => row)
  await insertRows(database, 'quotation_family', FAMILY_COLUMNS, made.map(familyRow))
  const rows = await database
    .selectFrom('quotation_family')
    .select(['rowid', 'id'])
    .where(
      isAmong(
        database,
        'id',
        made.map(({ id }) => id),
      ),
    )
    .execute()
  for (const { id, rowid } of rows) taken.set(id, rowid)
  return taken
}

export function familyRow(row: FamilyRow): (string | number | null)[] {
  return Object.keys(FAMILY_COLUMNS).map(column => row[column as keyof FamilyRow])
}

function isSameRow(one: FamilyRow, other: FamilyRow): boolean {
  return familyRow(one).join('|') === familyRow(other).join('|')
}

function mostOf(members: readonly StoredMember[], free: ReadonlySet<number>): number | null {
  const counts = new Map<number, number>()
  for (const { family_rowid } of members)
    if (family_rowid !== null && free.has(family_rowid)) counts.set(family_rowid, (counts.get(family_rowid) ?? 0) + 1)
  const most = [...counts].reduce<readonly [number, number] | null>(
    (best, one) => (best === null || one[1] > best[1] ? one : best),
    null,
  )
  return most === null ? null : most[0]
}

async function updateRows(
  database: StoreDatabase,
  changed: readonly (readonly [rowid: number, row: FamilyRow])[],
): Promise<void> {
  if (changed.length === 0) return
  // Ids may go round among rows, and no two may have the same at any time.
  await database
    .updateTable('quotation_family')
    .set({ id: sql<string>`'~' || rowid` })
    .where(
      isAmong(
        database,
        'rowid',
        changed.map(([rowid]) => rowid),
      ),
    )
    .execute()
  const columns = Object.entries(FAMILY_COLUMNS)
  const set = sql.join(columns.map(([column], index) => sql`${sql.ref(column)} = ${sql.ref(`given.c${index + 1}`)}`))
  const given = givenRows(
    database,
    ['bigint', ...columns.map(([, type]) => type)],
    changed.map(([rowid, row]) => [rowid, ...familyRow(row)]),
  )
  await sql`update quotation_family set ${set} from (${given}) as given where quotation_family.rowid = given.c0`.execute(
    database,
  )
}

async function updateMembers(
  database: StoreDatabase,
  changes: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  if (changes.length === 0) return
  const given = givenRows(database, ['text', 'bigint', 'integer', 'double precision', 'text'], changes)
  await sql`
    update quotation_member set family_rowid = given.c1, variant = given.c2, score = given.c3, differs = given.c4
    from (${given}) as given where quotation_member.claim_id = given.c0`.execute(database)
}
