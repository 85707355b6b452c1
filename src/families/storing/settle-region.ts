import { joinClaims } from '../grouping/join-claims.ts'
import type { Family, Member } from '../grouping/member.ts'
import { settleComponent } from '../grouping/settle.ts'
import { UnionFind } from '../grouping/union-find.ts'
import type { Region } from './region.ts'
import type { StoredTie } from './stored-ties.ts'

/** The families of all claims of a region, which holds whole components. */
export function settleRegion(region: Region): readonly Family[] {
  const members = [...region.members.values()].map(member => ({
    ...member,
    wording: region.wordings.get(member.wording_rowid)?.text ?? '',
  }))
  const numbersOf = new Map<number, number[]>()
  for (const [number, { wording_rowid }] of members.entries()) {
    const numbers = numbersOf.get(wording_rowid)
    if (numbers === undefined) numbersOf.set(wording_rowid, [number])
    else numbers.push(number)
  }
  const sets = new UnionFind(members.length)
  const ties = region.tiesWithin()
  for (const tie of ties) {
    const [one, other] = [numbersOf.get(tie.one_rowid) ?? [], numbersOf.get(tie.other_rowid) ?? []]
    joinClaims(members, one, other, tie, sets)
  }
  const components = Map.groupBy(members.keys(), number => sets.find(number))
  const tiesOf = groupByWording(ties)
  return [...components.values()].flatMap(numbers => {
    if (numbers.length < 2) return []
    const component = numbers.map(number => members[number] as (typeof members)[number])
    return settleOne(component, tiesOf, region)
  })
}

function settleOne(
  component: readonly (Member & { readonly wording_rowid: number })[],
  tiesOf: ReadonlyMap<number, readonly StoredTie[]>,
  region: Region,
): readonly Family[] {
  const own = new Set(component.map(({ wording_rowid }) => wording_rowid))
  const inside = new Set([...own].flatMap(rowid => tiesOf.get(rowid) ?? []))
  const textOf = (rowid: number) => region.wordings.get(rowid)?.text ?? ''
  const ties = [...inside]
    .filter(({ one_rowid, other_rowid }) => own.has(one_rowid) && own.has(other_rowid))
    .map(({ one_rowid, other_rowid, strength, score }) => ({
      one: textOf(one_rowid),
      other: textOf(other_rowid),
      strength,
      score,
    }))
  return settleComponent(component, ties)
}

function groupByWording(ties: readonly StoredTie[]): ReadonlyMap<number, readonly StoredTie[]> {
  const groups = new Map<number, StoredTie[]>()
  for (const tie of ties)
    for (const rowid of new Set([tie.one_rowid, tie.other_rowid])) {
      const group = groups.get(rowid)
      if (group === undefined) groups.set(rowid, [tie])
      else group.push(tie)
    }
  return groups
}
