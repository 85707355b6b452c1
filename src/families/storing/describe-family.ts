import type { QuotationFamilyTable } from '../../store/schema.ts'
import { MATTERING, readDifferenceKinds } from '../differences/difference-kinds.ts'
import { areCompatible, bucketOf } from '../grouping/speaker.ts'

/** What of a member a family's row is made of. */
export interface DescribedMember {
  readonly id: string
  readonly article: string
  readonly publisher: string | null
  readonly speaker: string | null
  /** As it is kept. */
  readonly seen: string | null
  readonly variant: number
  readonly differs: string
}

const MATTERS: ReadonlySet<string> = new Set(MATTERING)

/** A family's row, by its members in their order. */
export function describeFamily(id: string, members: readonly DescribedMember[]): Omit<QuotationFamilyTable, 'rowid'> {
  const seen = members.flatMap(member => member.seen ?? [])
  const names = distinctSpeakers(members.flatMap(({ speaker }) => speaker ?? []))
  return {
    id,
    claims: members.length,
    articles: new Set(members.map(({ article }) => article)).size,
    publishers: new Set(members.flatMap(({ publisher }) => publisher ?? [])).size,
    variants: new Set(members.map(({ variant }) => variant)).size,
    first_claim_id: (members[0] as DescribedMember).id,
    first_seen: seen[0] ?? null,
    last_seen: seen.at(-1) ?? null,
    speakers: names.length,
    speakers_differ: names.length > 1 ? 1 : 0,
    meaning_differs: members.some(({ differs }) => isMattering(differs)) ? 1 : 0,
  }
}

/** Whether one of the differences changes what is said. */
function isMattering(differs: string): boolean {
  return readDifferenceKinds(differs).some(kind => MATTERS.has(kind))
}

/** Speakers that may not be the same: of "ann lee", "a lee" and "lee" one is left, the longest. */
function distinctSpeakers(speakers: readonly string[]): string[] {
  const buckets = Map.groupBy(new Set(speakers), bucketOf)
  return [...buckets.values()].flatMap(names => {
    const kept: string[] = []
    for (const name of names.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)))
      if (!kept.some(other => areCompatible(other, name))) kept.push(name)
    return kept
  })
}
