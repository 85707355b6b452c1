import { expect, it } from 'vitest'
import { readClusters } from './clusters.ts'
import { matchPronouns } from './match-pronouns.ts'
import type { NamedArticle } from './named-article.ts'

const article = (
  names: readonly (readonly [start: number, chain: string | null])[],
  pronouns: readonly (readonly [start: number, chain: string | null])[] = [],
): NamedArticle => ({
  name: 'any',
  text: '',
  names: names.map(([start, chain]) => ({ start, end: start + 3, type: 'person', chain })),
  pronouns: pronouns.map(([start, chain]) => ({ start, end: start + 2, chain })),
})

/** Pairs what begins at the same place. */
function clustersOf(gold: NamedArticle, predicted: NamedArticle) {
  const names = gold.names.flatMap(({ start }, i) => {
    const found = predicted.names.findIndex(name => name.start === start)
    return found < 0 ? [] : [{ gold: i, predicted: found }]
  })
  return readClusters(gold, predicted, { names, pronouns: matchPronouns(gold.pronouns, predicted.pronouns) })
}

it('gives a mention that both have one number, and others numbers of their own', () => {
  const gold = article(
    [
      [0, 'lee'],
      [10, 'roy'],
    ],
    [[20, 'lee']],
  )
  const predicted = article(
    [
      [10, '1'],
      [30, '1'],
    ],
    [[20, '2']],
  )
  expect(clustersOf(gold, predicted)).toEqual({ gold: [[0, 2], [1]], predicted: [[1, 3], [2]] })
})

it('leaves a name in no chain alone, and a pronoun in none out', () => {
  const gold = article(
    [
      [0, 'lee'],
      [10, 'lee'],
    ],
    [[20, 'lee']],
  )
  const predicted = article(
    [
      [0, null],
      [10, null],
    ],
    [[20, null]],
  )
  expect(clustersOf(gold, predicted)).toEqual({ gold: [[0, 1, 2]], predicted: [[0], [1]] })
})

it('matches pronouns one to one', () => {
  const at = (...starts: number[]) => starts.map(start => ({ start, end: start + 3, chain: null }))
  expect(matchPronouns(at(0, 2, 10), at(1, 3))).toEqual([
    { gold: 0, predicted: 0 },
    { gold: 1, predicted: 1 },
  ])
})
