import { describe, expect, it } from 'vitest'
import { entityScoresToJson } from './entity-scores-json.ts'
import type { NamedArticle, NameType } from './named-article.ts'
import { parseNamedGold } from './read-named-gold.ts'
import { formatEntityScores } from './report-entities.ts'
import { scoreEntities, summariseEntities } from './score-entities.ts'
import { tallyEntities } from './tally-entities.ts'

const text = 'Ann Lee met Bo Roy in Oslo. She thanked him. Lee left.'

function articleWith(
  names: readonly (readonly [words: string, type: NameType, chain: string, from?: number])[],
  pronouns: readonly (readonly [words: string, chain: string])[] = [],
): NamedArticle {
  const spanOf = (words: string, from = 0) => {
    const start = text.indexOf(words, from)
    return { start, end: start + words.length }
  }
  return {
    name: 'oslo',
    text,
    names: names.map(([words, type, chain, from]) => ({ ...spanOf(words, from), type, chain })),
    pronouns: pronouns.map(([words, chain]) => ({ ...spanOf(words), chain })),
  }
}

const gold = articleWith(
  [
    ['Ann Lee', 'person', 'lee'],
    ['Bo Roy', 'person', 'roy'],
    ['Oslo', 'place', 'oslo'],
    ['Lee', 'person', 'lee', 40],
  ],
  [
    ['She', 'lee'],
    ['him', 'roy'],
  ],
)

it('counts names of the same type that share a word, each once', () => {
  const predicted = articleWith([
    ['Ann', 'person', '1'],
    ['Ann Lee', 'person', '2'],
    ['Oslo', 'organisation', '3'],
  ])
  const { names } = scoreEntities([{ gold, predicted }])
  expect(names.person).toMatchObject({ hit: 1, predicted: 2, gold: 3 })
  expect(names.place).toMatchObject({ hit: 0, predicted: 0, gold: 1, f1: 0 })
  expect(names.organisation).toMatchObject({ hit: 0, predicted: 1, gold: 0 })
})

it('counts pairs of names of one person, among those found and among all', () => {
  const apart = articleWith([
    ['Ann Lee', 'person', '1'],
    ['Bo Roy', 'person', '1'],
  ])
  expect(scoreEntities([{ gold, predicted: apart }]).joined.person).toMatchObject({
    ...{ hit: 0, predicted: 1, gold: 0 },
    ofAll: { hit: 0, total: 1 },
  })
  expect(scoreEntities([{ gold, predicted: gold }]).joined.person).toMatchObject({
    ...{ hit: 1, predicted: 1, gold: 1 },
    ofAll: { share: 1 },
  })
})

it('counts pairs by type: a place and a body of one chain are none', () => {
  const twice = (type: NameType) =>
    articleWith([
      ['Oslo', type, 'oslo'],
      ['Lee', type, 'oslo', 40],
    ])
  const { joined } = scoreEntities([{ gold: twice('organisation'), predicted: twice('organisation') }])
  expect([joined.person.gold, joined.place.gold, joined.organisation.gold]).toEqual([0, 0, 1])
  const mixed = articleWith([
    ['Oslo', 'place', 'oslo'],
    ['Lee', 'organisation', 'oslo', 40],
  ])
  expect(scoreEntities([{ gold: mixed, predicted: mixed }]).joined.place).toMatchObject({ gold: 0, predicted: 0 })
})

it('means count every article with pairs once, however many it has', () => {
  const names = ['Ann', 'Bo', 'Oslo', 'She', 'Lee'] as const
  const many = articleWith(names.map(name => [name, 'person', '1'] as const))
  const few = articleWith([
    ['Ann', 'person', '1'],
    ['Bo', 'person', '1'],
  ])
  const apart = articleWith([
    ['Ann', 'person', '1'],
    ['Bo', 'person', '2'],
  ])
  const none = articleWith([['Ann', 'person', '1']])
  const { joined } = scoreEntities([
    { gold: many, predicted: many },
    { gold: few, predicted: apart },
    { gold: few, predicted: articleWith([]) },
    { gold: none, predicted: few },
  ])
  expect(joined.person.recall).toBeCloseTo(10 / 11)
  expect(joined.person.means).toMatchObject({
    precision: { mean: 0.5, articles: 2 },
    recall: { mean: 0.5, articles: 2 },
    ofAll: { articles: 3 },
  })
  expect(joined.person.means.ofAll.mean).toBeCloseTo(1 / 3)
  expect(joined.place.means.ofAll).toMatchObject({ mean: Number.NaN, articles: 0, interval: null })
})

it('scores names and pronouns as clusters', () => {
  const predicted = articleWith(
    [
      ['Ann Lee', 'person', '7'],
      ['Lee', 'person', '7', 40],
      ['left', 'person', '9'],
    ],
    [['She', '7']],
  )
  const { clusters } = scoreEntities([{ gold, predicted }])
  // Of six gold mentions the three of Ann Lee are together; of four predicted ones "left" is none.
  expect(clusters.b3).toMatchObject({ precision: 3 / 4, recall: 3 / 6, predicted: 4, gold: 6 })
  expect(clusters.lea).toMatchObject({ precision: 3 / 4, recall: 3 / 6, f1: 0.6 })
})

it('holds a pronoun right when its chain stands for the same person', () => {
  const predicted = articleWith(
    [
      ['Ann Lee', 'person', '7'],
      ['Bo Roy', 'person', '8'],
    ],
    [
      ['She', '7'],
      ['him', '7'],
    ],
  )
  expect(scoreEntities([{ gold, predicted }]).pronouns).toMatchObject({ hit: 1, total: 2, share: 0.5 })
  const unresolved = { ...predicted, pronouns: [] }
  expect(scoreEntities([{ gold, predicted: unresolved }]).pronouns).toMatchObject({ hit: 0, total: 2 })
})

it('refuses predictions for another text', () => {
  expect(() => scoreEntities([{ gold, predicted: { ...gold, text: 'Other.' } }])).toThrow('another text')
})

it('gives intervals by drawing articles, the same for the same tallies', () => {
  const pairs = [
    { gold, predicted: gold },
    { gold, predicted: articleWith([['Oslo', 'place', '1']]) },
  ]
  const { names, clusters } = scoreEntities(pairs)
  expect(names.person.intervals?.recall).toEqual({ low: 0, high: 1 })
  expect(names.place.intervals?.f1).toEqual({ low: 1, high: 1 })
  expect(clusters.lea.intervals?.recall).toEqual({ low: 1 / 6, high: 1 })
  const kept = JSON.parse(JSON.stringify(pairs.map(tallyEntities)))
  expect(summariseEntities(kept)).toEqual(scoreEntities(pairs))
})

describe('the report', () => {
  const scores = scoreEntities([{ gold, predicted: gold }])
  const lines = formatEntityScores(scores, {
    name: 'nothing',
    scores: scoreEntities([{ gold, predicted: articleWith([]) }]),
  }).split('\n')
  const rows = (name: string) =>
    lines.filter(line => line.startsWith(`${name} `)).map(line => line.split(/\s{2,}/).slice(1))

  it('has names, joined pairs, their means and clusters', () => {
    expect(lines[0]).toBe('1 article')
    const whole = ['100.0', '100.0', '100.0', '–']
    expect(rows('people')).toEqual([
      [...whole, '3', '3', '3'],
      [...whole, '1', '1', '1'],
      ['100.0', '–', '1', '1'],
      [...whole, '1', '1'],
    ])
    expect(rows('places')[1]).toEqual(['–', '–', '–', '–', '0', '0', '0'])
    expect(rows('LEA')).toEqual([[...whole, '6', '6']])
    expect(rows('B³')).toEqual(rows('LEA'))
  })

  it('has what another system found, and 80 columns', () => {
    expect(lines).toContain('F1 of nothing      people 0.0, places 0.0, organisations –')
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80)
  })
})

it('is JSON with people as before, all types beside, and null where nothing was measured', () => {
  const json = entityScoresToJson(scoreEntities([{ gold, predicted: gold }]))
  expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  expect(json).toMatchObject({
    joined: { precision: 1, hit: 1 },
    joined_of_all: { share: 1, hit: 1, total: 1 },
    joined_by_type: {
      person: { recall: 1, of_all: { total: 1 }, means: { of_all: { mean: 1, articles: 1, interval: null } } },
      place: { recall: null, of_all: { share: null }, means: { recall: { mean: null, articles: 0 } } },
    },
    clusters: { lea: { f1: 1, predicted: 6, gold: 6, intervals: null }, b3: { f1: 1 } },
    pronouns: { share: 1, hit: 2, total: 2 },
  })
})

it('reads named mentions and personal pronouns from gold', () => {
  const json = JSON.stringify({
    text,
    mentions: [
      { start: 0, end: 7, type: 'person', chain: '1', named: true, name: [4, 7], pronoun: false },
      { start: 22, end: 26, type: 'time', chain: '2', named: true, name: [22, 26], pronoun: false },
      { start: 28, end: 31, type: 'person', chain: '1', named: false, name: null, pronoun: true },
    ],
  })
  expect(parseNamedGold('oslo', json)).toEqual({
    name: 'oslo',
    text,
    names: [{ start: 4, end: 7, type: 'person', chain: '1' }],
    pronouns: [{ start: 28, end: 31, chain: '1' }],
  })
})

it.each(['{', '[]', '{"text": 1}'])('refuses what is no such gold: %s', json => {
  expect(() => parseNamedGold('oslo', json)).toThrow(expect.objectContaining({ exitCode: 2 }))
})
