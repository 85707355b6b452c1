import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordRows } from '../grouping/word-rows.ts'
import { judgeWordings } from './judge-wordings.ts'
import { readWording } from './wording.ts'
import { normaliseWords } from './words/normalise-words.ts'

const read = (content: string) => readWording(normaliseWords(content))
const WHOLE = 'The lockers that held the life vests were chained, and nobody on the lower deck had a key'

describe('two wordings', () => {
  it.each([
    ['one is cut', WHOLE, 'lockers that held the life vests were chained, and nobody'],
    ['words are left out', WHOLE, 'The lockers […] were chained, and nobody on the lower deck had a key'],
    [
      'marks, brackets and spelling differ',
      WHOLE,
      '“[t]he lockers that held the live vests were chaind and nobody on the lower deck had a key!”',
    ],
    [
      'one is told indirectly',
      'We will never forget what our crew did for the children of Orlenmouth',
      'that they would never forget what their crew had done for the children of Orlenmouth',
    ],
    [
      'a negation is gone',
      WHOLE,
      'The lockers that held the life vests were not chained, and nobody on the lower deck had a key',
    ],
  ])('are strongly tied where %s', (_, one, other) => {
    expect(judgeWordings(read(one), read(other))?.strength).toBe('strong')
  })

  it.each([
    ['too little is told', 'We are aware of the reports', 'we’re aware of the reports'],
    ['a number is another', 'Sales rose 5 percent in March', 'Sales rose 7 percent in March'],
    ['only a name with titles is shared', 'former Secretary of State Hanna Obuya', 'Secretary of State Hanna Obuya'],
  ])('are weakly tied where %s', (_, one, other) => {
    expect(judgeWordings(read(one), read(other))?.strength).toBe('weak')
  })

  it.each([
    [
      'names and numbers are others',
      'Net profit at Varo Foods rose 5 percent to $3 million',
      'Net profit at Kell Motors rose 8 percent to $9 million',
    ],
    [
      'only grammar is shared',
      'It was the end of the road for all of them',
      'It was the start of a war for most of us',
    ],
    ['nothing is shared', 'no comment', 'two boats'],
  ])('are not tied where %s', (_, one, other) => {
    expect(judgeWordings(read(one), read(other))).toBeNull()
  })

  it('are judged alike whichever is first, and never left out at a glance where they are tied', () => {
    const anyContent = fc
      .array(
        fc.constantFrom(...WHOLE.toLowerCase().split(/\W+/), 'not', '12', '13', 'Orlenmouth', 'lockres', 'chaned', '…'),
        { minLength: 1, maxLength: 24 },
      )
      .map(words => words.join(' '))
    const anyNear = fc.tuple(fc.nat({ max: 8 }), fc.integer({ min: 6, max: 18 }), anyContent).map(
      ([from, length, more]) =>
        `${WHOLE.split(' ')
          .slice(from, from + length)
          .join(' ')} ${more}`,
    )
    fc.assert(
      fc.property(fc.oneof(anyContent, anyNear), anyNear, (a, b) => {
        const [one, other] = [read(a), read(b)]
        const [tie, turned] = [judgeWordings(one, other), judgeWordings(other, one)]
        expect(turned && { ...turned, runs: turned.runs.map(([x, y, length]) => [y, x, length]) }).toEqual(tie)
        for (const [from, at, length] of tie?.runs ?? [])
          expect(other.keys.slice(at, at + length)).toEqual(one.keys.slice(from, from + length))
        const rows = new WordRows()
        rows.add(one)
        rows.add(other)
        if (tie !== null) expect([rows.mayTie(0, 1), rows.mayTie(1, 0)]).toEqual([true, true])
      }),
      { numRuns: 300 },
    )
  })
})
