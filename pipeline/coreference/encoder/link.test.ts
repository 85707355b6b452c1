import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRole } from '../../words/other-role.ts'
import { KINDS, type Kind } from '../reference.ts'
import { linkReferences } from './link.ts'
import type { Linked } from './linked.ts'

const reference = (kind: Kind, at: number, more: Partial<Linked> = {}): Linked => ({
  kind,
  from: at,
  to: at + 1,
  words: [],
  isInitials: false,
  gender: null,
  named: null,
  ...more,
})
/** Pairs as `later, earlier, score`. */
const scored = (count: number, pairs: readonly (readonly [number, number, number])[]) =>
  Array.from({ length: count }, (_, i) =>
    pairs.filter(([later]) => later === i).map(([, earlier, score]) => ({ earlier, score })),
  )

describe('linking', () => {
  it('keeps names together that are alike, whatever the scores say', () => {
    const references = [reference('person', 0, { named: 7 }), reference('person', 5, { named: 7 })]
    const { groupOf } = linkReferences(references, scored(2, [[1, 0, -9]]))
    expect(groupOf[0]).toBe(groupOf[1])
  })

  it('puts a pronoun with whom its mentions together speak for most', () => {
    const references = [
      reference('person', 0, { named: 0 }),
      reference('person', 1, { named: 1 }),
      reference('person', 2, { named: 1 }),
      reference('he', 3),
    ]
    const { groupOf, ranked } = linkReferences(
      references,
      scored(4, [
        [3, 0, 2],
        [3, 1, 1.6],
        [3, 2, 1.6],
      ]),
    )
    expect(groupOf[3]).toBe(groupOf[1])
    expect(ranked[3]?.[0]?.group).toBe(groupOf[1])
    expect(ranked[3]?.[1]?.group).toBe(groupOf[0])
  })

  it('leaves a pronoun alone for which nobody speaks', () => {
    const references = [reference('person', 0, { named: 0 }), reference('he', 1)]
    const { groupOf, ranked } = linkReferences(references, scored(2, [[1, 0, -4]]))
    expect(groupOf[0]).not.toBe(groupOf[1])
    expect(ranked[1]).toEqual([])
  })

  it('holds what a description is narrowed by against whoever has another office', () => {
    const called = (role: string) => ({ called: [readRole(role)] })
    const references = [
      reference('person', 0, { named: 0, ...called('tourism minister') }),
      reference('somebody', 1, called('the transport minister')),
      reference('somebody', 2, called('the minister')),
    ]
    const pairs = [[1, 0, 5], [2, 0, 5]] as const // biome-ignore format: one line
    const { groupOf } = linkReferences(references, scored(3, pairs))
    expect(groupOf[1]).not.toBe(groupOf[0])
    expect(groupOf[2]).toBe(groupOf[0])
  })

  it('gives a pronoun that its own clause ties to somebody to nobody named later', () => {
    const references = [
      reference('somebody', 0),
      reference('she', 1, { governor: 0, isSubject: true }),
      reference('person', 2, { named: 0 }),
    ]
    const { groupOf } = linkReferences(references, scored(3, [[1, 0, 5]]))
    expect(groupOf).toEqual([groupOf[1], groupOf[0], groupOf[2]])
    expect(groupOf[2]).not.toBe(groupOf[1])
  })

  it('rather takes the subject of what somebody says for who says it', () => {
    const namesAnd = (more: Partial<Linked>) => [
      reference('person', 0, { named: 0 }),
      reference('person', 1, { named: 1, gender: 'man' }),
      reference('he', 2, { gender: 'man', ...more }),
    ]
    const pairs = [[2, 0, 3], [2, 1, 2]] as const // biome-ignore format: one line
    const ofHe = (more: Partial<Linked>) => linkReferences(namesAnd(more), scored(3, pairs)).groupOf
    expect(ofHe({})[2]).toBe(ofHe({})[0])
    expect(ofHe({ speaker: 1 })[2]).toBe(ofHe({ speaker: 1 })[1])
    // Nothing says whether the other is a man.
    expect(ofHe({ speaker: 0 })[2]).toBe(ofHe({ speaker: 0 })[0])
  })

  it('needs more for a name to be whom a description before it means, and never joins somebody and a body', () => {
    const follows = (kind: Kind, score: number) => {
      const references = [reference(kind, 0), reference('person', 1, { named: 0 })]
      return new Set(linkReferences(references, scored(2, [[1, 0, score]])).groupOf).size === 1
    }
    expect([follows('somebody', 1), follows('somebody', 5), follows('body', 5)]).toEqual([false, true, false])
  })

  it('takes no pronoun for who wrote the article, where only the byline names them', () => {
    const references = [reference('person', 0, { named: 0, isByline: true }), reference('she', 1)]
    expect(new Set(linkReferences(references, scored(2, [[1, 0, 5]])).groupOf).size).toBe(2)
  })

  it('keeps two of one name apart that introductions tell apart, whatever the scores say', () => {
    const own = { words: ['jon', 'quill'], isNamesake: true }
    const references = [reference('person', 0, { named: 0, ...own }), reference('person', 1, { named: 1, ...own })]
    expect(new Set(linkReferences(references, scored(2, [[1, 0, 9]])).groupOf).size).toBe(2)
  })

  it('keeps a pronoun from the name that stands beside what its owner has, before that name or behind it', () => {
    const beside = [reference('she', 0, { apart: [1] }), reference('person', 1, { named: 0, apart: [0] })]
    expect(new Set(linkReferences(beside, scored(2, [[1, 0, 5]])).groupOf).size).toBe(2)
    const known = [
      reference('person', 0, { named: 0 }),
      reference('she', 1, { apart: [2] }),
      reference('person', 2, { named: 0, apart: [1] }),
    ]
    expect(linkReferences(known, scored(3, [[1, 0, 5]])).groupOf[1]).not.toBe(0)
  })

  it('gives a pronoun to whom its own clause is about, and them together to nobody spoken of before', () => {
    const references = [
      reference('person', 0, { named: 0 }),
      reference('somebody', 1),
      reference('she', 2, { governor: 1, isSubject: true }),
    ]
    const pairs = [[2, 0, 2], [2, 1, 0]] as const // biome-ignore format: one line
    const { groupOf } = linkReferences(references, scored(3, pairs))
    expect(groupOf[2]).toBe(groupOf[1])
    expect(groupOf[2]).not.toBe(groupOf[0])
  })

  it('holds a gender against whoever has another', () => {
    const references = [reference('person', 0, { named: 0, gender: 'man' }), reference('she', 1, { gender: 'woman' })]
    const { groupOf } = linkReferences(references, scored(2, [[1, 0, 5]]))
    expect(groupOf[0]).not.toBe(groupOf[1])
  })

  it('learns a gender from a pronoun', () => {
    const references = [
      reference('person', 0, { named: 0 }),
      reference('she', 1, { gender: 'woman' }),
      reference('he', 2, { gender: 'man' }),
    ]
    const { groupOf, genderOf } = linkReferences(
      references,
      scored(3, [
        [1, 0, 5],
        [2, 0, 5],
      ]),
    )
    expect(genderOf(groupOf[0] as number)).toBe('woman')
    expect(groupOf[2]).not.toBe(groupOf[0])
  })

  it('joins names that differ where the model is sure', () => {
    const bank = reference('organisation', 0, { named: 0, words: ['bank', 'ghana'] })
    const short = reference('organisation', 1, { named: 1, words: ['bank'] })
    const { groupOf } = linkReferences([bank, short], scored(2, [[1, 0, 3]]))
    expect(groupOf[0]).toBe(groupOf[1])
  })

  it('never joins names without a word in common, not even over what both are called', () => {
    const references = [
      reference('person', 0, { named: 0, words: ['mali', 'ferraro'] }),
      reference('somebody', 1, { words: ['coach'] }),
      reference('person', 2, { named: 1, words: ['bec', 'tranter'] }),
    ]
    const { groupOf } = linkReferences(
      references,
      scored(3, [
        [1, 0, 5],
        [2, 1, 5],
        [2, 0, 5],
      ]),
    )
    expect(groupOf[1]).toBe(groupOf[0])
    expect(groupOf[2]).not.toBe(groupOf[0])
  })

  it('keeps two of one surname apart', () => {
    const references = [
      reference('person', 0, { named: 0, words: ['ida', 'tarn'] }),
      reference('person', 1, { named: 1, words: ['una', 'tarn'] }),
    ]
    const { groupOf } = linkReferences(references, scored(2, [[1, 0, 9]]))
    expect(groupOf[1]).not.toBe(groupOf[0])
  })

  it('keeps two bodies of one sort apart', () => {
    const references = [
      reference('organisation', 0, { named: 0, words: ['supreme', 'court'] }),
      reference('organisation', 1, { named: 1, words: ['us', 'court', 'appeals'] }),
    ]
    const { groupOf } = linkReferences(references, scored(2, [[1, 0, 9]]))
    expect(groupOf[1]).not.toBe(groupOf[0])
  })

  it('gives an office to nobody who is only called by others', () => {
    const governor = reference('person', 0, { named: 0, offices: ['governor'] })
    const speaker = reference('somebody', 1, { named: 1, offices: ['speaker'] })
    const both = reference('person', 0, { named: 0, offices: ['governor', 'speaker'] })
    const groupsOf = (first: Linked) => linkReferences([first, speaker], scored(2, [[1, 0, 5]])).groupOf
    expect(groupsOf(governor)[1]).not.toBe(groupsOf(governor)[0])
    expect(groupsOf(both)[1]).toBe(groupsOf(both)[0])
  })

  it('lets who is introduced go back to nobody', () => {
    const references = [reference('person', 0, { named: 0 }), reference('somebody', 1, { isNew: true })]
    const { groupOf } = linkReferences(references, scored(2, [[1, 0, 5]]))
    expect(groupOf[1]).not.toBe(groupOf[0])
  })

  it('gives a pronoun before all names to the first one', () => {
    const references = [reference('she', 0, { gender: 'woman' }), reference('person', 4, { named: 0 })]
    const { groupOf, ranked } = linkReferences(references, scored(2, []))
    expect(groupOf[0]).toBe(groupOf[1])
    expect(ranked[0]?.[0]?.group).toBe(groupOf[1])
  })

  const anything = fc
    .array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        named: fc.option(fc.nat(3), { nil: null }),
        gender: fc.constantFrom(null, 'woman' as const, 'man' as const),
        scores: fc.array(fc.tuple(fc.nat(30), fc.float({ noNaN: true, min: -300, max: 300 })), { maxLength: 6 }),
      }),
      { maxLength: 30 },
    )
    .map(rows => {
      const references = rows.map(({ kind, named, gender }, i) =>
        reference(kind, i, { gender, named: kind === 'person' ? named : null }),
      )
      const candidates = rows.map(({ scores }, i) =>
        scores.filter(([earlier]) => earlier < i).map(([earlier, score]) => ({ earlier, score })),
      )
      return { references, candidates }
    })

  it('puts every reference into one group, and ranks its own first', () => {
    fc.assert(
      fc.property(anything, ({ references, candidates }) => {
        const { groupOf, ranked } = linkReferences(references, candidates)
        const byName = new Map<number, number>()
        for (const [i, { named }] of references.entries()) {
          expect(groupOf[i]).toBeGreaterThanOrEqual(0)
          if (named === null) continue
          const known = byName.get(named)
          if (known !== undefined) expect(groupOf[i]).toBe(known)
          byName.set(named, groupOf[i] as number)
        }
        for (const [i, list] of ranked.entries()) {
          if (list.length === 0) continue
          expect(list[0]?.group).toBe(groupOf[i])
          for (const { probability } of list) expect(probability).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })
})
