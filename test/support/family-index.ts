import { joins } from '../../src/families/grouping/joins.ts'
import type { Family, Member, WordingTie } from '../../src/families/grouping/member.ts'
import { settleComponent } from '../../src/families/grouping/settle.ts'
import { anchorsOf } from '../../src/families/wording/anchors.ts'
import { judgeSame, judgeWordings } from '../../src/families/wording/judge-wordings.ts'
import { readWording, type Wording } from '../../src/families/wording/wording.ts'

/**
 * Families that are kept while claims come and go one at a time, in the plainest way: every pair is asked for. What the quick ways in
 * memory and in databases have to agree with.
 */
export class FamilyIndex {
  readonly #members = new Map<string, Member>()
  readonly #ofAnchor = new Map<number, Set<string>>()
  readonly #ties = new Map<string, WordingTie>()
  readonly #mostOfAnchor: number

  /** @param mostOfAnchor an anchor of more wordings proposes nothing */
  constructor(mostOfAnchor: number) {
    this.#mostOfAnchor = mostOfAnchor
  }

  add(member: Member): void {
    const isKnown = this.#hasWording(member.wording)
    this.#members.set(member.id, member)
    if (isKnown || member.wording === '') return
    const wording = readWording(member.wording)
    const strength = judgeSame(wording)
    if (strength === null) return
    this.#tie(wording, wording, strength, 1)
    for (const anchor of anchorsOf(wording)) this.#of(anchor).add(member.wording)
    this.#judge(wording)
  }

  remove(id: string): void {
    const member = this.#members.get(id)
    if (!this.#members.delete(id) || member === undefined || this.#hasWording(member.wording)) return
    for (const [name, { one, other }] of this.#ties)
      if (one === member.wording || other === member.wording) this.#ties.delete(name)
    const wording = readWording(member.wording)
    for (const anchor of anchorsOf(wording)) this.#of(anchor).delete(member.wording)
    this.#judge(wording)
  }

  families(): readonly Family[] {
    const left = new Set(this.#members.values())
    const families: Family[] = []
    for (const first of left) {
      left.delete(first)
      const component = [first]
      for (const one of component)
        for (const other of left)
          if (this.#areJoined(one, other)) {
            left.delete(other)
            component.push(other)
          }
      const own = new Set(component.map(({ wording }) => wording))
      families.push(
        ...settleComponent(
          component,
          [...this.#ties.values()].filter(tie => own.has(tie.one) && own.has(tie.other)),
        ),
      )
    }
    return families.sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** Whatever shares an anchor with a wording that came or went may be proposed now, or no more. */
  #judge(changed: Wording): void {
    const touched = new Set(anchorsOf(changed).flatMap(anchor => [...this.#of(anchor)]))
    const wordings = [...touched].map(readWording)
    for (const [at, one] of wordings.entries())
      for (const other of wordings.slice(at + 1)) {
        const tie = this.#isProposed(one, other) ? judgeWordings(one, other) : null
        if (tie === null) this.#ties.delete(nameOf(one.text, other.text))
        else this.#tie(one, other, tie.strength, tie.score)
      }
  }

  #isProposed(one: Wording, other: Wording): boolean {
    const anchors = new Set(anchorsOf(other))
    return anchorsOf(one).some(anchor => anchors.has(anchor) && this.#of(anchor).size <= this.#mostOfAnchor)
  }

  #areJoined(one: Member, other: Member): boolean {
    const tie = this.#ties.get(nameOf(one.wording, other.wording))
    return tie !== undefined && joins(one, other, tie)
  }

  #tie(one: Wording, other: Wording, strength: 'strong' | 'weak', score: number): void {
    this.#ties.set(nameOf(one.text, other.text), { one: one.text, other: other.text, strength, score })
  }

  #of(anchor: number): Set<string> {
    const texts = this.#ofAnchor.get(anchor) ?? new Set()
    this.#ofAnchor.set(anchor, texts)
    return texts
  }

  #hasWording(text: string): boolean {
    return [...this.#members.values()].some(({ wording }) => wording === text)
  }
}

function nameOf(one: string, other: string): string {
  return [one, other].toSorted().join('|')
}
