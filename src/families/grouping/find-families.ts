import { anchorsOf, MOST_OF_ANCHOR } from '../wording/anchors.ts'
import { judgeSame, judgeWordings } from '../wording/judge-wordings.ts'
import { readWording, type Wording } from '../wording/wording.ts'
import { joins } from './joins.ts'
import type { Family, Member, WordingTie } from './member.ts'
import { settleComponent } from './settle.ts'
import { UnionFind } from './union-find.ts'

/** The families of all claims at once, in memory; the same whatever the order of the claims. Sorted by id. */
export function findFamilies(members: readonly Member[]): readonly Family[] {
  const byWording = Map.groupBy(members, ({ wording }) => wording)
  const wordings = [...byWording.keys()].toSorted().map(readWording)
  const ties = tieWordings(wordings)
  const numberOf = new Map(members.map((member, number) => [member, number]))
  const sets = new UnionFind(members.length)
  for (const tie of ties) {
    for (const one of byWording.get(tie.one) ?? [])
      for (const other of byWording.get(tie.other) ?? [])
        if (joins(one, other, tie)) sets.join(numberOf.get(one) as number, numberOf.get(other) as number)
  }
  const components = Map.groupBy(members, member => sets.find(numberOf.get(member) as number))
  const families = [...components.values()].flatMap(component => {
    const own = new Set(component.map(({ wording }) => wording))
    return settleComponent(
      component,
      ties.filter(({ one, other }) => own.has(one) && own.has(other)),
    )
  })
  return families.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function tieWordings(wordings: readonly Wording[]): WordingTie[] {
  const ties: WordingTie[] = []
  const byAnchor = new Map<number, number[]>()
  for (const [number, wording] of wordings.entries()) {
    const strength = judgeSame(wording)
    if (strength !== null) ties.push({ one: wording.text, other: wording.text, strength, score: 1 })
    for (const anchor of anchorsOf(wording)) {
      const numbers = byAnchor.get(anchor)
      if (numbers === undefined) byAnchor.set(anchor, [number])
      else numbers.push(number)
    }
  }
  const judged = new Set<number>()
  for (const numbers of byAnchor.values()) {
    if (numbers.length > MOST_OF_ANCHOR) continue
    for (const [place, a] of numbers.entries())
      for (const b of numbers.slice(place + 1)) {
        const pair = a * wordings.length + b
        if (judged.has(pair)) continue
        judged.add(pair)
        const [one, other] = [wordings[a] as Wording, wordings[b] as Wording]
        const tie = judgeWordings(one, other)
        if (tie !== null) ties.push({ one: one.text, other: other.text, strength: tie.strength, score: tie.score })
      }
  }
  return ties
}
