import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyAttributions, articleOf, scoredArticle, scoredPair } from '../../test/support/scored-article.ts'
import type { Figure } from './figures/figure.ts'
import { type Scores, scoreArticles } from './score.ts'
import { SCORED_ROLES } from './words/match.ts'

const QUICK = { resamples: 0 }

function figuresOf(scores: Scores): readonly Figure[] {
  return [...Object.values(scores.exact), ...Object.values(scores.overlap), scores.relation, scores.allExact]
}

function countsOf({ hit, predicted, gold }: Figure) {
  return { hit, predicted, gold }
}

describe('scoreArticles', () => {
  // Gold has four attributions. Prediction 1 is the same; 2 has another source and less content; 4 stands alone.
  const pair = scoredPair(
    '[source1 Ann] [cue1 said] [content1 no]. [source2 Bob Lee] [cue2 told] us [content2 it had rained a lot]. ' +
      '[cue3 Reportedly] [content3 it snowed]. [source4 Cy] [cue4 declined to comment]. A dog barked.',
    '[source1 Ann] [cue1 said] [content1 no]. Bob [source2 Lee] [cue2 told] us it [content2 had rained a lot]. ' +
      'Reportedly it snowed. [source4 Cy] [cue4 declined] to comment. A [source5 dog] [cue5 barked].',
  )
  const scores = scoreArticles([pair], QUICK)

  it('counts exact roles over the attributions that have the role', () => {
    expect(countsOf(scores.exact.cue)).toEqual({ hit: 2, predicted: 4, gold: 4 })
    expect(countsOf(scores.exact.source)).toEqual({ hit: 2, predicted: 4, gold: 3 })
    expect(countsOf(scores.exact.content)).toEqual({ hit: 1, predicted: 2, gold: 3 })
  })

  it('counts overlap in tokens', () => {
    expect(countsOf(scores.overlap.cue)).toEqual({ hit: 3, predicted: 4, gold: 6 })
    expect(countsOf(scores.overlap.source)).toEqual({ hit: 3, predicted: 4, gold: 4 })
    expect(countsOf(scores.overlap.content)).toEqual({ hit: 5, predicted: 5, gold: 8 })
  })

  it('counts relations and attributions that are all exact', () => {
    expect(scores.relation).toMatchObject({ hit: 3, predicted: 4, gold: 4, precision: 0.75, recall: 0.75, f1: 0.75 })
    expect(countsOf(scores.allExact)).toEqual({ hit: 1, predicted: 4, gold: 4 })
  })

  it('counts predictions that gold does not know', () => {
    expect(scores).toMatchObject({ matched: 3, unknown: { count: 1, unmatched: 1 } })
  })

  it('counts a token that two attributions share once per article', () => {
    const nested = '[source Ann] [cue said] [content [source2 Bob] [cue2 thinks] [content2 so]]'
    expect(countsOf(scoreArticles([scoredPair(nested, nested)], QUICK).overlap.content)).toEqual({
      hit: 3,
      predicted: 3,
      gold: 3,
    })
  })

  it('adds up articles before it divides', () => {
    const empty = scoredPair('[source Ann] [cue said] [content no]', 'Ann said no')
    expect(scoreArticles([pair, empty], QUICK).relation).toMatchObject({ hit: 3, predicted: 4, gold: 5, recall: 0.6 })
  })

  it('measures labels over the relations found whose gold gives them', () => {
    const text =
      '[source1 He] [cue1 said] [content1 no]. [source2 She] [cue2 wept]. [source3 It] [cue3 ran] [content3 on].'
    const labelled = scoredPair(text, text, {
      gold: {
        1: { act: 'denial', quotation: 'indirect', naming: 'named', entity: 'Donald Trump' },
        2: { act: 'feeling', quotation: 'none' },
      },
      predicted: {
        1: { act: 'statement', quotation: 'indirect', naming: 'named', entity: 'donald trump' },
        2: { act: 'feeling', quotation: 'none', naming: 'named', entity: 'Ann' },
        3: { act: 'feeling' },
      },
    })
    const { labels } = scoreArticles([labelled], QUICK)
    expect(labels.act).toMatchObject({ hit: 1, total: 2, share: 0.5 })
    expect(labels.quotation).toMatchObject({ hit: 2, total: 2, share: 1 })
    expect(labels.naming).toMatchObject({ hit: 1, total: 1 })
    expect(labels.entity).toMatchObject({ hit: 1, total: 1 })
  })

  it('counts an unresolved name as wrong', () => {
    const text = '[source He] [cue said] [content no]'
    const unresolved = scoredPair(text, text, { gold: { 1: { entity: 'Donald Trump' } } })
    expect(scoreArticles([unresolved], QUICK).labels.entity).toMatchObject({ hit: 0, total: 1 })
  })

  it('measures recall of what gold requires', () => {
    const optional = scoredPair(
      '[source1 Ann] [cue1 said] [content1 no]. [source2 Bob] [cue2 wept].',
      '[source1 Ann] [cue1 said] [content1 no]. Bob wept.',
      { gold: { 2: { required: false } } },
    )
    const { required, relation } = scoreArticles([optional], QUICK)
    expect(required).toMatchObject({ hit: 1, total: 1, share: 1 })
    expect(relation.recall).toBe(0.5)
  })

  it('counts predictions that take a marked passage for a claim', () => {
    const gold = '[source Ann] [cue opened] the [not “Clean Streets” plan]'
    const violations = (predicted: string) => scoreArticles([scoredPair(gold, predicted)], QUICK).notClaims.violations
    expect(violations('[source Ann] [cue opened] the [content “Clean Streets”] plan')).toBe(1)
    expect(violations('[source Ann] [cue opened] [content the “Clean Streets” plan]')).toBe(1)
    expect(violations('[source Ann] [cue opened] the “Clean Streets” plan')).toBe(0)
    expect(violations('[content Ann] [cue opened] the “Clean Streets” plan')).toBe(0)
  })

  it('does not mind a claim that holds a marked passage among other words', () => {
    const gold = '[source Ann] [cue said] [content she had paid for the [not “Clean Streets”] plan]'
    expect(scoreArticles([scoredPair(gold, gold)], QUICK).notClaims).toEqual({ violations: 0, total: 1 })
  })

  it('calls it no error to find nothing where nothing is', () => {
    const nothing = scoredArticle('Nobody spoke.')
    const { relation } = scoreArticles([{ gold: nothing, predicted: nothing }])
    expect(relation).toMatchObject({ precision: 1, recall: 1, f1: 1, hit: 0 })
  })

  it('gives zero, not a division by zero, where one side is empty', () => {
    const { relation } = scoreArticles([scoredPair('She [cue spoke]', 'She spoke')], QUICK)
    expect(relation).toMatchObject({ precision: 0, recall: 0, f1: 0 })
  })

  it('scores speech alone, on both sides', () => {
    const mixed = scoredPair(
      '[source1 Ann] [cue1 said] [content1 no]. [source2 Bob] [cue2 wants] [content2 rain].',
      '[source1 Ann] [cue1 said] [content1 no]. [source2 Bob wants] [cue2 rain].',
    )
    expect(scoreArticles([mixed], { ...QUICK, cues: 'speech' }).relation).toMatchObject({
      hit: 1,
      predicted: 1,
      gold: 1,
    })
    expect(scoreArticles([mixed], { ...QUICK, cues: 'other' }).relation).toMatchObject({
      hit: 0,
      predicted: 1,
      gold: 1,
    })
  })

  it('gives the same intervals for the same seed, around the figure', () => {
    const articles = [pair, scoredPair('She [cue spoke]', 'She spoke'), scoredPair('[cue No]', '[cue No]')]
    const options = { resamples: 200, seed: 7 }
    const first = scoreArticles(articles, options)
    expect(scoreArticles(articles, options)).toEqual(first)
    for (const { f1, intervals } of figuresOf(first)) {
      expect(intervals?.f1.low).toBeLessThanOrEqual(f1)
      expect(intervals?.f1.high).toBeGreaterThanOrEqual(f1)
    }
    expect(scoreArticles(articles, QUICK).relation.intervals).toBeNull()
  })
})

describe('scores of any attributions', () => {
  const anyPair = fc.tuple(anyAttributions, anyAttributions)
  const score = (gold: Parameters<typeof articleOf>[0], predicted: typeof gold) =>
    scoreArticles([{ gold: articleOf(gold), predicted: articleOf(predicted) }], QUICK)

  it('lie in [0, 1]', () => {
    fc.assert(
      fc.property(anyPair, ([gold, predicted]) => {
        for (const { precision, recall, f1 } of figuresOf(score(gold, predicted))) {
          for (const rate of [precision, recall, f1]) {
            expect(rate).toBeGreaterThanOrEqual(0)
            expect(rate).toBeLessThanOrEqual(1)
          }
          expect(f1).toBeLessThanOrEqual(Math.max(precision, recall))
          expect(f1).toBeGreaterThanOrEqual(Math.min(precision, recall))
        }
      }),
    )
  })

  it('swap precision and recall when the sides are swapped', () => {
    fc.assert(
      fc.property(anyPair, ([gold, predicted]) => {
        const [one, other] = [figuresOf(score(gold, predicted)), figuresOf(score(predicted, gold))]
        expect(other.map(({ precision, recall, f1 }) => [recall, precision, f1])).toEqual(
          one.map(({ precision, recall, f1 }) => [precision, recall, f1]),
        )
      }),
    )
  })

  it('are all 1 for gold against itself', () => {
    fc.assert(
      fc.property(anyAttributions, gold => {
        for (const { precision, recall, f1 } of figuresOf(score(gold, gold)))
          expect([precision, recall, f1]).toEqual([1, 1, 1])
      }),
    )
  })

  it('do not gain overlap recall when a prediction is taken away', () => {
    fc.assert(
      fc.property(anyAttributions, anyAttributions, fc.nat(), (gold, predicted, pick) => {
        fc.pre(predicted.length > 0)
        const [all, fewer] = [score(gold, predicted), score(gold, predicted.toSpliced(pick % predicted.length, 1))]
        for (const role of SCORED_ROLES) expect(fewer.overlap[role].hit).toBeLessThanOrEqual(all.overlap[role].hit)
        expect(fewer.matched).toBeLessThanOrEqual(all.matched)
      }),
    )
  })
})
