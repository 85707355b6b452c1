import { hash } from 'node:crypto'
import { compareSeen } from './compare-seen.ts'
import { joinNear } from './join-claims.ts'
import type { Family, Member, WordingTie } from './member.ts'
import { bucketOf } from './speaker.ts'
import { UnionFind } from './union-find.ts'

/** From so many speakers on words may be anybody's. */
const MANY_SPEAKERS = 4
/** A speaker to fewer claims than this: of what travels, most claims name the same. */
const CLAIMS_OF_SPEAKER = 4
/** Claims of nobody who is named are of one occasion until nothing was seen for so many ms. */
const OCCASION = 14 * 24 * 60 * 60 * 1000

/**
 * The families of a component: of claims that ties join, directly or through others (see `joins`). A function of the two sets,
 * whatever their order. A family has claims of at least two articles; whoever is in none is left out.
 *
 * Where almost every claim is somebody else's the words are anybody's, and only what compatible speakers said near in time stays
 * together.
 *
 * @param members a whole component
 * @param ties all ties of the members' wordings, each once, those of a wording with itself too
 */
export function settleComponent(members: readonly Member[], ties: readonly WordingTie[]): readonly Family[] {
  if (!isTravelled(members)) return []
  const groups = areAnybodys(members) ? regroup(members, ties) : [members]
  return groups.filter(isTravelled).map(group => {
    const smallest = group.reduce((least, { id }) => (id < least ? id : least), (group[0] as Member).id)
    return { id: idOfFamily(smallest), members: group.toSorted(compareSeen) }
  })
}

/** A family's id: 20 hexadecimal digits of a hash of the smallest id of its claims. */
export function idOfFamily(smallestClaim: string): string {
  return hash('sha256', `family|${smallestClaim}`, 'hex').slice(0, 20)
}

function isTravelled(members: readonly Member[]): boolean {
  const first = members[0]?.article
  return members.some(({ article }) => article !== first)
}

function areAnybodys(members: readonly Member[]): boolean {
  if (members.length < MANY_SPEAKERS) return false
  const names = new Set<string>()
  const unnamed: Member[] = []
  for (const member of members) {
    if (member.speaker === null) unnamed.push(member)
    else names.add(bucketOf(member.speaker))
  }
  const speakers = names.size + countOccasions(unnamed)
  return speakers >= MANY_SPEAKERS && speakers * CLAIMS_OF_SPEAKER > members.length
}

function countOccasions(members: readonly Member[]): number {
  const times = members.flatMap(({ seenAt }) => seenAt ?? []).sort((a, b) => a - b)
  return times.filter((time, index) => index === 0 || time - (times[index - 1] as number) > OCCASION).length
}

function regroup(members: readonly Member[], ties: readonly WordingTie[]): Member[][] {
  const sets = new UnionFind(members.length)
  const byWording = Map.groupBy(members.keys(), number => (members[number] as Member).wording)
  for (const { one, other } of ties) {
    const [numbers, others] = [byWording.get(one) ?? [], byWording.get(other) ?? []]
    joinNear(members, one === other ? numbers : [...numbers, ...others], sets)
  }
  return [...Map.groupBy(members.keys(), number => sets.find(number)).values()].map(numbers =>
    numbers.map(number => members[number] as Member),
  )
}
