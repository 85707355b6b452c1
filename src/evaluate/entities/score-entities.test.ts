import { expect, it } from 'vitest'
import type { NamedArticle, NameType } from './named-article.ts'
import { parseNamedGold } from './read-named-gold.ts'
import { formatEntityScores } from './report-entities.ts'
import { scoreEntities } from './score-entities.ts'

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
  expect(scoreEntities([{ gold, predicted: apart }])).toMatchObject({
    joined: { hit: 0, predicted: 1, gold: 0 },
    joinedOfAll: { hit: 0, total: 1 },
  })
  expect(scoreEntities([{ gold, predicted: gold }])).toMatchObject({
    joined: { hit: 1, predicted: 1, gold: 1 },
    joinedOfAll: { share: 1 },
  })
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
  expect(scoreEntities([{ gold, predicted }]).pronouns).toEqual({ hit: 1, total: 2, share: 0.5 })
  const unresolved = { ...predicted, pronouns: [] }
  expect(scoreEntities([{ gold, predicted: unresolved }]).pronouns).toMatchObject({ hit: 0, total: 2 })
})

it('refuses predictions for another text', () => {
  expect(() => scoreEntities([{ gold, predicted: { ...gold, text: 'Other.' } }])).toThrow('another text')
})

it('prints another system’s figures beside', () => {
  const scores = scoreEntities([{ gold, predicted: gold }])
  const empty = scoreEntities([{ gold, predicted: articleWith([]) }])
  const report = formatEntityScores(scores, { name: 'nothing', scores: empty })
  expect(report).toMatch(/^people\s+100\.0\s+100\.0\s+100\.0\s+3\s+3\s+3\s+0\.0$/m)
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
