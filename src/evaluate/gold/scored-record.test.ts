import { describe, expect, it } from 'vitest'
import { buildArticleRecord } from '../../../test/support/article-record.ts'
import { scoredArticle } from '../../../test/support/scored-article.ts'
import { scoreArticles } from '../score.ts'
import { toScoredArticle } from './scored-record.ts'

describe('toScoredArticle', () => {
  const text = '😀 If it rains, Ms Roy said, we go. They reportedly left.'
  const record = buildArticleRecord(text, [
    {
      source: 'Ms Roy',
      cue: 'said',
      content: ['If it rains', 'we go'],
      claim: { act: 'intention', quotation: 'indirect' },
      describe: { naming: 'named', name: { value: 'Indira Roy', span: null } },
    },
    { cue: 'reportedly', content: ['They', 'left'] },
  ])

  it('keeps spans, labels and the resolved name', () => {
    const { name, attributions } = toScoredArticle(record)
    expect(name).toBe(record.article.uri)
    expect(attributions).toMatchObject([
      { id: record.claims[0]?.id, act: 'intention', quotation: 'indirect', naming: 'named', entity: 'Indira Roy' },
      { id: record.claims[1]?.id, source: [], naming: 'unstated', entity: null },
    ])
  })

  it('scores in full against the same attributions from gold', () => {
    const gold = scoredArticle(
      '😀 [content If it rains], [source Ms Roy] [cue said], [content we go]. [content2 They] [cue2 reportedly] [content2 left].',
      { 1: { naming: 'named', entity: 'Indira Roy' }, 2: { naming: 'unstated' } },
    )
    const { allExact, labels } = scoreArticles([{ gold, predicted: toScoredArticle(record) }], { resamples: 0 })
    expect(allExact).toMatchObject({ hit: 2, predicted: 2, gold: 2 })
    expect([labels.naming.share, labels.entity.share]).toEqual([1, 1])
  })
})
