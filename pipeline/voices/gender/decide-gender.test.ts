import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideGender } from './decide-gender.ts'
import { GENDER_RULES, type GenderRule, type GenderSign } from './gender-rules.ts'

const RULES = Object.keys(GENDER_RULES) as GenderRule[]

function sign(rule: GenderRule, gender: GenderSign['gender']): GenderSign {
  return { rule, gender, span: null, weight: GENDER_RULES[rule].weight, reason: '' }
}

const signs = fc.array(
  fc.record({ rule: fc.constantFrom(...RULES), gender: fc.constantFrom('woman' as const, 'man' as const) }),
  { maxLength: 12 },
)

const swap = { woman: 'man', man: 'woman', nonbinary: 'nonbinary', unknown: 'unknown' } as const

describe('what is decided', () => {
  it.each([
    ['nothing of nothing', [], 'unknown'],
    ['by one pronoun', [sign('gender-pronoun', 'woman')], 'woman'],
    ['nothing by one "they"', [sign('gender-they', 'nonbinary')], 'unknown'],
    ['by two "they"', [sign('gender-they', 'nonbinary'), sign('gender-they', 'nonbinary')], 'nonbinary'],
    [
      'nothing where a name speaks against any number of pronouns',
      [...Array(9).fill(sign('gender-pronoun', 'man')), sign('gender-first-name', 'woman')],
      'unknown',
    ],
    [
      'nothing where a title speaks against pronouns',
      [...Array(9).fill(sign('gender-pronoun', 'man')), sign('gender-title', 'woman')],
      'unknown',
    ],
    [
      'by ten pronouns against one',
      [...Array(10).fill(sign('gender-pronoun', 'man')), sign('gender-pronoun', 'woman')],
      'man',
    ],
    [
      'by what is said outright, whatever the pronouns',
      [...Array(9).fill(sign('gender-pronoun', 'woman')), sign('gender-said', 'nonbinary')],
      'nonbinary',
    ],
    ['by a title against "chairman"', [sign('gender-title', 'woman'), sign('gender-office', 'man')], 'woman'],
  ] as const)('%s', (_, given, gender) => {
    expect(decideGender(given).value).toBe(gender)
  })

  it('does not hang on the order, and women and men are decided alike', () => {
    fc.assert(
      fc.property(signs, given => {
        const own = given.map(({ rule, gender }) => sign(rule, gender))
        const { value, confidence } = decideGender(own)
        expect(decideGender(own.toReversed()).value).toBe(value)
        expect(decideGender(own.map(one => ({ ...one, gender: swap[one.gender] })))).toEqual({
          value: swap[value],
          confidence,
        })
      }),
    )
  })

  it('is never turned by more of the same', () => {
    fc.assert(
      fc.property(signs, fc.constantFrom(...RULES), (given, rule) => {
        const own = given.map(one => sign(one.rule, one.gender))
        const { value } = decideGender(own)
        if (value === 'unknown') return
        expect(decideGender([...own, sign(rule, value)]).value).toBe(value)
      }),
    )
  })
})
