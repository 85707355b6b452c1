import type { StoreDatabase } from '../../store/schema.ts'
import { type DescribedMember, describeFamily } from '../storing/describe-family.ts'
import { readVariants } from '../storing/stored-claims.ts'
import { type FamilyRow, type Place, placeMembers, tellDifferences } from '../storing/write-families.ts'

/** A family as it was found, its claims in their order. */
export interface FoundGroup {
  readonly id: string
  readonly members: readonly GroupMember[]
  /** How near two wordings are, by their numbers; null where no tie says so. */
  readonly scoreOf: (one: number, other: number) => number | null
}

export type GroupMember = Omit<DescribedMember, 'variant' | 'differs'> & { readonly wording: number }

/** A claim's place in its family. */
export interface PlacedMember extends Place {
  readonly family: string
}

export interface DescribedGroups {
  readonly families: readonly FamilyRow[]
  readonly placeOf: ReadonlyMap<string, PlacedMember>
}

/** The rows of families that were found, as entering articles writes them. */
export async function describeGroups(database: StoreDatabase, groups: readonly FoundGroup[]): Promise<DescribedGroups> {
  const variants = await readVariants(
    database,
    groups.flatMap(({ members }) => members.map(({ id }) => id)),
  )
  const placeOf = new Map<string, PlacedMember>()
  const families = groups.map(({ id, members, scoreOf }) => {
    const first = members[0]?.id as string
    const tell = tellDifferences(variants.get(first))
    const differsOf = new Map(members.map(({ id }) => [id, id === first ? '' : tell(variants.get(id))]))
    const places = placeMembers(
      members.map(({ id, wording }) => ({ id, wording_rowid: wording })),
      differsOf,
      scoreOf,
    )
    for (const [index, member] of members.entries()) placeOf.set(member.id, { ...(places[index] as Place), family: id })
    return describeFamily(
      id,
      members.map((member, index) => ({ ...member, ...(places[index] as Place) })),
    )
  })
  return { families, placeOf }
}
