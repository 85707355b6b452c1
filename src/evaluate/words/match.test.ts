import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchAttributions, type RoleTokens } from './match.ts'

const role = fc.uniqueArray(fc.nat(9), { maxLength: 4 }).map(tokens => tokens.sort((a, b) => a - b))
const anyTokens = fc.array(fc.record({ source: role, cue: role, content: role }), { maxLength: 6 })

function attribution(tokens: Partial<RoleTokens>): RoleTokens {
  return { source: [], cue: [], content: [], ...tokens }
}

describe('matchAttributions', () => {
  it('gives the pair with most common content the first choice, each attribution one partner', () => {
    const gold = [attribution({ content: [1, 2, 3, 4] }), attribution({ content: [4, 5, 6, 7, 8] })]
    const predicted = [attribution({ content: [4, 5, 6, 7] }), attribution({ content: [3, 4, 5] })]
    expect(matchAttributions(gold, predicted)).toEqual([
      { gold: 1, predicted: 0 },
      { gold: 0, predicted: 1 },
    ])
  })

  it('breaks ties by cue', () => {
    const gold = [attribution({ content: [1, 2], cue: [5], source: [7] })]
    const predicted = [
      attribution({ content: [1, 2], cue: [4], source: [7] }),
      attribution({ content: [1, 2], cue: [5] }),
    ]
    expect(matchAttributions(gold, predicted)).toEqual([{ gold: 0, predicted: 1 }])
  })

  it('breaks ties of content and cue by source', () => {
    const gold = [attribution({ content: [1, 2], cue: [5], source: [7] })]
    const predicted = [
      attribution({ content: [1, 2], cue: [5], source: [3] }),
      attribution({ content: [1, 2], cue: [5], source: [7] }),
    ]
    expect(matchAttributions(gold, predicted)).toEqual([{ gold: 0, predicted: 1 }])
  })

  it('pairs what is left by cue, after all that share content', () => {
    const gold = [attribution({ cue: [1, 2, 3] }), attribution({ cue: [8], content: [9] })]
    const predicted = [attribution({ cue: [1, 2, 3], content: [9] }), attribution({ cue: [3] })]
    expect(matchAttributions(gold, predicted)).toEqual([
      { gold: 1, predicted: 0 },
      { gold: 0, predicted: 1 },
    ])
  })

  it('never pairs what shares a source only', () => {
    expect(matchAttributions([attribution({ source: [1] })], [attribution({ source: [1], cue: [2] })])).toEqual([])
  })

  it('swaps its pairs when the sides are swapped', () => {
    fc.assert(
      fc.property(anyTokens, anyTokens, (a, b) => {
        const swapped = matchAttributions(b, a).map(({ gold, predicted }) => `${predicted}-${gold}`)
        expect(swapped.sort()).toEqual(
          matchAttributions(a, b)
            .map(pair => `${pair.gold}-${pair.predicted}`)
            .sort(),
        )
      }),
    )
  })

  it('does not depend on the order of predictions', () => {
    fc.assert(
      fc.property(anyTokens, anyTokens, (gold, predicted) => {
        const matched = (list: readonly RoleTokens[]) =>
          matchAttributions(gold, list)
            .map(pair => [pair.gold, list[pair.predicted]])
            .sort(([a], [b]) => Number(a) - Number(b))
        expect(matched(predicted.toReversed())).toEqual(matched(predicted))
      }),
    )
  })

  it('loses at most one pair, and gains none, when a prediction is taken away', () => {
    fc.assert(
      fc.property(anyTokens, anyTokens, fc.nat(), (gold, predicted, pick) => {
        fc.pre(predicted.length > 0)
        const fewer = predicted.toSpliced(pick % predicted.length, 1)
        const lost = matchAttributions(gold, predicted).length - matchAttributions(gold, fewer).length
        expect([0, 1]).toContain(lost)
      }),
    )
  })

  it('pairs a list with itself one by one', () => {
    fc.assert(
      fc.property(anyTokens, attributions => {
        for (const { gold, predicted } of matchAttributions(attributions, attributions)) {
          expect(attributions[predicted]).toEqual(attributions[gold])
        }
      }),
    )
  })
})
