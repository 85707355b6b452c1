import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareSets, countCommon, equalSets, measureIou } from './token-set.ts'

const tokenSet = fc.uniqueArray(fc.nat(15)).map(tokens => tokens.sort((a, b) => a - b))

describe('token sets', () => {
  it('count common tokens as sets do', () => {
    fc.assert(
      fc.property(tokenSet, tokenSet, (a, b) => {
        const common = new Set(a).intersection(new Set(b)).size
        const all = new Set(a).union(new Set(b)).size
        expect(countCommon(a, b)).toBe(common)
        expect(measureIou(a, b)).toBe(all === 0 ? 1 : common / all)
        expect(equalSets(a, b)).toBe(common === all)
      }),
    )
  })

  it('are ordered by their first tokens, shorter before longer', () => {
    expect([[2], [1, 3], [1], []].sort(compareSets)).toEqual([[], [1], [1, 3], [2]])
  })
})
