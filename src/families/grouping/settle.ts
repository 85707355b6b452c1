import { hash } from 'node:crypto'
import { compareSeen } from './compare-seen.ts'
import type { Family, Member, WordingTie } from './member.ts'

/**
 * The families of a component: of claims that ties join, directly or through others (see `joins`), and the ties of their
 * wordings. A function of the two sets, whatever their order. Families have claims of at least two articles; who is in none
 * is left out.
 *
 * @param members a whole component
 * @param ties all ties of the members' wordings, each once, those of a wording with itself too
 */
export function settleComponent(members: readonly Member[], _ties: readonly WordingTie[]): readonly Family[] {
  if (new Set(members.map(({ article }) => article)).size < 2) return []
  const smallest = members.reduce((least, { id }) => (id < least ? id : least), (members[0] as Member).id)
  return [{ id: idOfFamily(smallest), members: members.toSorted(compareSeen) }]
}

/** A family's id: 20 hexadecimal digits of a hash of the smallest id of its claims. */
export function idOfFamily(smallestClaim: string): string {
  return hash('sha256', `family|${smallestClaim}`, 'hex').slice(0, 20)
}
