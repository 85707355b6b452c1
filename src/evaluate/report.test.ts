import { describe, expect, it } from 'vitest'
import { scoredPair } from '../../test/support/scored-article.ts'
import { formatScores, toJson } from './report.ts'
import { scoreArticles } from './score.ts'

const pair = scoredPair(
  '[source1 Ann] [cue1 said] [content1 no]. [source2 Bo] [cue2 wept]. [not “Dry Roads”]',
  '[source1 Ann] [cue1 said] [content1 no]. Bo wept. “Dry Roads”',
  { gold: { 1: { act: 'denial' } }, predicted: { 1: { act: 'statement' } } },
)
const scores = scoreArticles([pair, pair])

describe('formatScores', () => {
  const lines = formatScores(scores).split('\n')
  const cells = (name: string) =>
    lines
      .find(line => line.startsWith(name))
      ?.slice(16)
      .trim()
      .split(/\s+/)

  it('says what was scored', () => {
    expect(lines[0]).toBe('2 articles, all cues: 4 in gold, 2 predicted, 2 matched')
    const [first] = formatScores(scoreArticles([pair], { cues: 'speech' })).split('\n')
    expect(first).toBe('1 article, speech and quotation cues: 1 in gold, 1 predicted, 1 matched')
  })

  it('gives each figure in per cent with its interval and counts', () => {
    expect(cells('relation')).toEqual(['100.0', '50.0', '66.7', '66.7–66.7', '2', '2', '4'])
    expect(cells('source, exact')).toEqual(['100.0', '50.0', '66.7', '66.7–66.7', '2', '2', '4'])
    expect(cells('required found')).toEqual(['50.0', '50.0–50.0', '2', '4'])
    expect(cells('act right')).toEqual(['0.0', '0.0–0.0', '0', '2'])
  })

  it('puts a dash where nothing was measured', () => {
    expect(cells('naming right')).toEqual(['–', '–', '0', '0'])
    const unresampled = formatScores(scoreArticles([pair], { resamples: 0 }))
    expect(unresampled).toMatch(/relation +100\.0 +50\.0 +66\.7 +– +1 +1 +2\n/)
  })

  it('fits into 80 columns, aligned', () => {
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80)
    const ends = lines.filter(line => /^(cue|source|content|relation|all)/.test(line)).map(line => line.length)
    expect(new Set(ends).size).toBe(1)
  })
})

describe('toJson', () => {
  it('survives JSON and gives shares with their counts', () => {
    const json = toJson(scores)
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
    expect(json).toMatchObject({
      articles: 2,
      relation: {
        precision: 1,
        recall: 0.5,
        f1: 0.6667,
        hit: 2,
        predicted: 2,
        gold: 4,
        intervals: { f1: [0.6667, 0.6667] },
      },
      all_exact: { hit: 2 },
      required: { share: 0.5, hit: 2, total: 4 },
      labels: { act: { share: 0, hit: 0, total: 2 } },
      not_claims: { violations: 0, total: 2 },
    })
  })

  it('gives null where nothing was measured', () => {
    expect(toJson(scores)).toMatchObject({ labels: { naming: { share: null, total: 0, interval: null } } })
    expect(toJson(scoreArticles([]))).toMatchObject({ relation: { f1: null, intervals: null } })
  })
})
