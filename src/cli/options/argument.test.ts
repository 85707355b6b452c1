import { InvalidArgumentError } from 'commander'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seconds, wholeNumber } from './argument.ts'

/** What a parser says of words that it does not take; null where it takes them. */
function refusalOf(parse: (value: string) => number, value: string): string | null {
  try {
    parse(value)
    return null
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidArgumentError)
    return (error as Error).message
  }
}

/** Numbers in every form that JavaScript reads, and words. */
const anyWords = fc.oneof(
  fc.maxSafeInteger().map(String),
  fc.double().map(String),
  fc.tuple(fc.nat(999), fc.nat(20)).map(([digits, power]) => `${digits}e${power}`),
  fc.nat().map(number => `0x${number.toString(16)}`),
  fc.string({ maxLength: 8 }),
)
const anyEnds = fc.tuple(fc.nat(5000), fc.nat(100_000)).map(([least, room]): [number, number] => [least, least + room])

describe('a whole number', () => {
  it('is taken in digits from the least to the largest, and both ends are named in every refusal', () => {
    fc.assert(
      fc.property(anyEnds, anyWords, ([least, most], value) => {
        const isTaken = /^[0-9]+$/.test(value) && Number(value) >= least && Number(value) <= most
        const refusal = refusalOf(wholeNumber(least, most), value)
        expect(refusal === null).toBe(isTaken)
        if (refusal !== null) expect(refusal).toContain(`a whole number from ${least} to ${most}`)
      }),
    )
  })

  it('in another form than digits is refused for its form, with an example that would be taken', () => {
    fc.assert(
      fc.property(anyEnds, fc.constantFrom('1e3', '0x10', '1_000', '1,000', '1.0', '+5', 'many', ''), (ends, value) => {
        const parse = wholeNumber(...ends)
        const example = /, written in digits alone, such as (\d+)$/.exec(refusalOf(parse, value) ?? '')?.[1]
        expect(refusalOf(parse, String(example))).toBeNull()
      }),
    )
    expect(refusalOf(wholeNumber(1, 256), '1e9')).toBe(
      'it must be a whole number from 1 to 256, written in digits alone, such as 256',
    )
    expect(refusalOf(wholeNumber(1, 256), '257')).toBe('it must be a whole number from 1 to 256')
  })
})

it('seconds are taken in digits with or without a point, and both ends are named in every refusal', () => {
  fc.assert(
    fc.property(anyWords, value => {
      const isTaken = /^[0-9]+(\.[0-9]+)?$/.test(value) && Number(value) >= 0.001 && Number(value) <= 2_000_000
      const refusal = refusalOf(seconds, value)
      expect(refusal === null).toBe(isTaken)
      if (refusal !== null) expect(refusal).toContain('a number of seconds from 0.001 to 2000000')
    }),
  )
  expect(refusalOf(seconds, '1e1')).toMatch(/written in digits with or without a point, such as 60 or 0\.5$/)
  expect(['60', '0.5', '0.001', '2000000'].map(seconds)).toEqual([60_000, 500, 1, 2_000_000_000])
})
