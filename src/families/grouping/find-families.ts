import { joinClaims } from './join-claims.ts'
import type { Family, Member, WordingTie } from './member.ts'
import { settleComponent } from './settle.ts'
import { type NumberedTie, tieWordings } from './tie-wordings.ts'
import { UnionFind } from './union-find.ts'

/** The families of all claims at once, in memory; the same whatever the order of the claims. By id. */
export function findFamilies(members: readonly Member[]): readonly Family[] {
  const { texts, numbersOf } = groupByWording(members)
  const sets = new UnionFind(members.length)
  const kept: NumberedTie[] = []
  for (const tie of tieWordings(texts)) {
    const [one, other] = [numbersOf[tie.one] as number[], numbersOf[tie.other] as number[]]
    if (tie.one === tie.other && one.length === 1) continue
    joinClaims(members, one, other, tie, sets)
    kept.push(tie)
  }
  return settleAll(members, texts, sets, kept)
}

function groupByWording(members: readonly Member[]) {
  const texts: string[] = []
  const numbersOf: number[][] = []
  const places = new Map<string, number>()
  for (const [number, { wording }] of members.entries()) {
    if (wording === '') continue
    const place = places.get(wording)
    if (place !== undefined) numbersOf[place]?.push(number)
    else {
      places.set(wording, texts.length)
      texts.push(wording)
      numbersOf.push([number])
    }
  }
  return { texts, numbersOf }
}

function settleAll(
  members: readonly Member[],
  texts: readonly string[],
  sets: UnionFind,
  ties: readonly NumberedTie[],
): readonly Family[] {
  const components = new Map<number, Member[]>()
  for (const [number, member] of members.entries()) {
    const root = sets.find(number)
    const component = components.get(root)
    if (component === undefined) components.set(root, [member])
    else component.push(member)
  }
  const tiesOf = new Map<string, WordingTie[]>()
  for (const { one, other, strength, score } of ties) {
    const tie: WordingTie = { one: texts[one] as string, other: texts[other] as string, strength, score }
    for (const text of new Set([tie.one, tie.other])) {
      const others = tiesOf.get(text)
      if (others === undefined) tiesOf.set(text, [tie])
      else others.push(tie)
    }
  }
  const families: Family[] = []
  for (const component of components.values()) {
    if (component.length < 2) continue
    const own = new Set(component.map(({ wording }) => wording))
    const inside = new Set([...own].flatMap(text => tiesOf.get(text) ?? []))
    families.push(
      ...settleComponent(
        component,
        [...inside].filter(({ one, other }) => own.has(one) && own.has(other)),
      ),
    )
  }
  return families.sort((a, b) => (a.id < b.id ? -1 : 1))
}
