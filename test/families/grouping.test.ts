import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFamilies } from '../../src/families/grouping/find-families.ts'
import type { Member } from '../../src/families/grouping/member.ts'
import { speakerOf } from '../../src/families/grouping/speaker.ts'
import { MOST_OF_ANCHOR } from '../../src/families/wording/anchors.ts'
import { normaliseWords } from '../../src/families/wording/words/normalise-words.ts'
import { FamilyIndex } from '../support/family-index.ts'

const DAY = 86_400_000
const SAID =
  'the ferry left the harbour at dawn with ninety sheep aboard and nobody told the coastguard that its radio was broken or that both pumps had failed in the storm'.split(
    ' ',
  )

/** Parts of one statement, some altered, by a handful of people on a few days; and what anybody says. */
const anyMember = fc
  .record({
    from: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 3, max: 30 }),
    altered: fc.option(
      fc.tuple(fc.integer({ min: 0, max: 29 }), fc.constantFrom('never', 'goats', '70', 'calmly', '…')),
      { nil: null },
    ),
    stock: fc.constantFrom(
      null,
      null,
      null,
      'no comment',
      'we are aware of the reports',
      'the investigation is ongoing',
    ),
    speaker: fc.constantFrom('Ann Lee', 'Lee', 'Ben Lee', 'Oluwaseun Adeyemi', 'A. Lee', null),
    article: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    day: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }),
    quotation: fc.constantFrom('direct', 'mixed', 'indirect', 'none'),
  })
  .map(({ from, length, altered, stock, speaker, article, day, quotation }): Omit<Member, 'id'> => {
    const words = SAID.slice(from, from + length)
    if (altered !== null && altered[0] < words.length) words[altered[0]] = altered[1]
    return {
      article,
      wording: normaliseWords(stock ?? words.join(' ')),
      speaker: speakerOf(speaker),
      seenAt: day === null ? null : day * DAY,
      quotation,
    } as const
  })

const anyMembers = fc
  .array(anyMember, { minLength: 2, maxLength: 25 })
  .map(all => all.map((one, number): Member => ({ ...one, id: `claim-${number}` })))

const idsOf = (families: ReturnType<typeof findFamilies>) =>
  families.map(({ id, members }) => ({ id, members: members.map(member => member.id) }))

describe('families', () => {
  it('are the same in whatever order claims come', () => {
    fc.assert(
      fc.property(anyMembers, fc.infiniteStream(fc.nat()), (members, order) => {
        const shuffled = members.map(member => [order.next().value as number, member] as const)
        const other = shuffled.toSorted(([a], [b]) => a - b).map(([, member]) => member)
        expect(idsOf(findFamilies(other))).toEqual(idsOf(findFamilies(members)))
      }),
      { numRuns: 150 },
    )
  })

  it('are the same all at once as one by one, when others came and went between', () => {
    fc.assert(
      fc.property(anyMembers, fc.array(fc.nat({ max: 24 }), { maxLength: 8 }), (members, gone) => {
        const index = new FamilyIndex(MOST_OF_ANCHOR)
        for (const member of members) index.add(member)
        const isGone = new Set(gone.map(number => `claim-${number}`))
        for (const id of isGone) index.remove(id)
        expect(idsOf(index.families())).toEqual(idsOf(findFamilies(members.filter(({ id }) => !isGone.has(id)))))
      }),
      { numRuns: 150 },
    )
  })

  it('come and go with the number of wordings that share what is generic', () => {
    // Their only telling words in common are the two in the middle.
    const said = (word: string, number: number): Member => ({
      id: `claim-${number}`,
      article: String(number),
      wording: normaliseWords(`so we the ${word} ferries capsized and so were we all there`),
      speaker: 'ann lee',
      seenAt: 0,
      quotation: 'direct',
    })
    const few = [said('Rusty', 0), said('Rusty', 1)].map((one, at) => ({
      ...one,
      wording: `${one.wording}${at === 0 ? '' : ' too'}`,
    }))
    expect(findFamilies(few)).toHaveLength(1)
    const index = new FamilyIndex(2)
    for (const member of few) index.add(member)
    expect(index.families()).toHaveLength(1)
    const third = { ...said('Rusty', 2), wording: normaliseWords('nobody has seen rusty ferries capsized') }
    const fourth = { ...said('Rusty', 3), wording: normaliseWords('many of the rusty ferries capsized in Orlenmouth') }
    index.add(third)
    index.add(fourth)
    expect(index.families()).toEqual([])
    index.remove('claim-3')
    index.remove('claim-2')
    expect(index.families()).toHaveLength(1)
    const crowd = Array.from({ length: MOST_OF_ANCHOR }, (_, number) => ({
      ...said('Rusty', number + 10),
      wording: normaliseWords(
        `rusty ferries capsized ${'and so on '.repeat(number % 16)}${'or not '.repeat(Math.floor(number / 16))}`,
      ),
      speaker: null,
    }))
    expect(
      findFamilies([...few, ...crowd]).filter(({ members }) => members.some(({ id }) => id === 'claim-0')),
    ).toEqual([])
  })

  it('are not made of what strangers say of different things, only of what one of them said and others repeated', () => {
    const words = 'The lessons of this winter are plain and every one of us has to carry them home'
    const by = (speaker: string, article: string, day: number): Member => ({
      id: `${speaker}-${article}`,
      article,
      wording: normaliseWords(words),
      speaker: speakerOf(speaker),
      seenAt: day * DAY,
      quotation: 'direct',
    })
    const strangers = ['Ann Lee', 'Bo Okafor', 'Cai Novak', 'Dee Hart', 'Eva Ruiz'].map((name, at) =>
      by(name, `s${at}`, at * 30),
    )
    expect(findFamilies(strangers)).toEqual([])
    expect(findFamilies(strangers.slice(0, 2))).toHaveLength(1)
    const repeated = [...strangers, by('Lee', 'again', 1)]
    expect(idsOf(findFamilies(repeated)).map(({ members }) => members)).toEqual([['Ann Lee-s0', 'Lee-again']])
  })
})
