import { isClose, isQuoted, NEAR_IN_TIME } from './joins.ts'
import type { Member, WordingTie } from './member.ts'
import { areCompatible, bucketOf } from './speaker.ts'
import type { UnionFind } from './union-find.ts'

/** What of a claim decides with whom it is joined. */
export type Sayer = Pick<Member, 'speaker' | 'seenAt' | 'quotation'>

/** Claims by their numbers: an array, or what makes them when they are asked for. */
export interface Sayers {
  at(number: number): Sayer | undefined
}

/** Members of one wording, by their numbers in `all`. */
type Numbers = ArrayLike<number> & Iterable<number>

/**
 * Joins all claims of two wordings, or of one with itself, that their tie joins: the sets that `joins` makes of every pair, in about as
 * many steps as there are claims. Ties of wordings with themselves come first.
 */
export function joinClaims(
  all: Sayers,
  one: Numbers,
  other: Numbers,
  tie: Pick<WordingTie, 'strength' | 'score'>,
  sets: UnionFind,
): void {
  if (tie.strength === 'weak') joinNear(all, one === other ? one : [...one, ...other], sets)
  else if (one === other) for (const number of one) sets.join(one[0] as number, number)
  // What a strong tie holds together is strongly tied in itself, so that one claim of each joins them all.
  else if (isAnyJoined(all, one, other, tie)) sets.join(one[0] as number, other[0] as number)
}

function isAnyJoined(all: Sayers, one: Numbers, other: Numbers, tie: Pick<WordingTie, 'strength' | 'score'>): boolean {
  if (isClose(tie) || (isAnyQuoted(all, one) && isAnyQuoted(all, other))) return true
  const speakers = new Map<string, Set<string>>()
  for (const number of one) {
    const { speaker } = all.at(number) as Sayer
    if (speaker === null) continue
    const names = speakers.get(bucketOf(speaker))
    if (names === undefined) speakers.set(bucketOf(speaker), new Set([speaker]))
    else names.add(speaker)
  }
  for (const number of other) {
    const { speaker } = all.at(number) as Sayer
    if (speaker === null) continue
    for (const name of speakers.get(bucketOf(speaker)) ?? []) if (areCompatible(name, speaker)) return true
  }
  return false
}

function isAnyQuoted(all: Sayers, numbers: Numbers): boolean {
  for (const number of numbers) if (isQuoted(all.at(number) as Sayer)) return true
  return false
}

/**
 * Joins what compatible speakers said near in time. Of each name only the last claim before is looked at: those before it are near
 * only where it is, too, and joined with it.
 */
export function joinNear(all: Sayers, numbers: Iterable<number>, sets: UnionFind): void {
  const buckets = new Map<string, number[]>()
  for (const number of numbers) {
    const { speaker, seenAt } = all.at(number) as Sayer
    if (speaker === null || seenAt === null) continue
    const bucket = bucketOf(speaker)
    const others = buckets.get(bucket)
    if (others === undefined) buckets.set(bucket, [number])
    else others.push(number)
  }
  for (const bucket of buckets.values()) if (bucket.length > 1) joinBucket(all, bucket, sets)
}

function joinBucket(all: Sayers, bucket: number[], sets: UnionFind): void {
  const timeOf = (number: number) => (all.at(number) as Sayer).seenAt as number
  const lastOf = new Map<string, number>()
  for (const number of bucket.sort((a, b) => timeOf(a) - timeOf(b))) {
    const speaker = (all.at(number) as Sayer).speaker as string
    for (const [name, last] of lastOf) {
      if (timeOf(number) - timeOf(last) > NEAR_IN_TIME) lastOf.delete(name)
      else if (areCompatible(name, speaker)) sets.join(last, number)
    }
    lastOf.set(speaker, number)
  }
}
