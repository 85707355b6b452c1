import { describe, expect, it } from 'vitest'
import { scoredArticle, scoredPair } from '../../../test/support/scored-article.ts'
import { formatMisses } from './format-misses.ts'
import { listMisses } from './misses.ts'

function missesOf(gold: string, predicted: string, optional: readonly number[] = []) {
  const labels = Object.fromEntries(optional.map(number => [number, { required: false }]))
  return listMisses([scoredPair(gold, predicted, { gold: labels })])[0]?.misses ?? []
}

describe('listMisses', () => {
  it('is empty when everything agrees', () => {
    const gold = '[source Ann] [cue said] [content no]'
    expect(listMisses([scoredPair(gold, gold)])).toEqual([])
  })

  it('lists what was missed with the words around its cue', () => {
    expect(missesOf('[source Ann] [cue said] [content no]\n\nmore', 'Ann said no\n\nmore')).toEqual([
      {
        kind: 'missed',
        gold: '1',
        predicted: null,
        required: true,
        reason: 'no prediction here',
        excerpt: 'Ann [said] no more',
      },
    ])
  })

  it('says what differs in a pair that does not agree', () => {
    const [miss] = missesOf(
      '[source Ann] and Bo [cue said] [content one two three four] five six',
      'Ann and [source Bo] [cue said] one two three [content four five six]',
    )
    expect(miss).toMatchObject({ kind: 'wrong', gold: '1', predicted: '1' })
    expect(miss?.reason).toBe(
      'source differs (gold ‘Ann’, predicted ‘Bo’); ' +
        'content IoU 0.17 (gold ‘one two three four’, predicted ‘four five six’)',
    )
  })

  it('says that a role is there on one side only', () => {
    const [wrong] = missesOf('[cue Reportedly], [content it rained]', 'Reportedly, [content it] [cue rained]')
    expect(wrong?.reason).toContain('cue differs (gold ‘Reportedly’, predicted ‘rained’)')
    const [sourceless] = missesOf('[cue Reportedly], [content it] fell', '[cue Reportedly], [content it] [source fell]')
    expect(sourceless?.reason).toBe('source differs (gold none, predicted ‘fell’)')
  })

  it('lists predictions that gold does not know', () => {
    expect(missesOf('A dog barked', 'A [source dog] [cue barked]')).toMatchObject([
      { kind: 'unknown', gold: null, predicted: '1', required: false, reason: 'no gold attribution here' },
    ])
  })

  it('tells a second prediction for the same attribution from one out of the blue', () => {
    const [miss] = missesOf(
      '[source Ann] [cue said] [content it rained]',
      '[source Ann] [cue [cue2 said]] [content it rained]',
    )
    expect(miss).toMatchObject({
      kind: 'unknown',
      predicted: '2',
      reason: 'its cue is shared with a gold attribution that matched another one better',
    })
  })

  it('lists marked passages that were taken for claims', () => {
    expect(
      missesOf(
        '[cue Read] [content this] in [not “Dry Roads”]',
        '[cue Read] [content this] [cue2 in] [content2 “Dry Roads”]',
      ),
    ).toMatchObject([{ kind: 'not-claim', predicted: '2', reason: 'gold says that this is no claim: ‘“Dry Roads”’' }])
  })

  it('puts required ones before others and the worst article first', () => {
    const gold = '[source1 Ann] [cue1 said] [content1 no]. [source2 Bo] [cue2 wept].'
    expect(missesOf(gold, 'Ann said no. Bo wept.', [1]).map(({ gold }) => gold)).toEqual(['2', '1'])
    const half = { ...scoredPair(gold, '[source1 Ann] [cue1 said] [content1 no]. Bo wept.') }
    const none = scoredPair(gold, 'Ann said no. Bo wept.')
    const named = (pair: typeof none, name: string) => ({ ...pair, gold: { ...pair.gold, name } })
    const articles = listMisses([named(half, 'half'), named(none, 'none')])
    expect(articles.map(({ article, relation }) => [article, relation])).toEqual([
      ['none', 0],
      ['half', 2 / 3],
    ])
  })

  it('shortens long excerpts and lets no control character through', () => {
    const long = 'word '.repeat(40)
    const [miss] = missesOf(`${long}[source Ann] [cue \u001bsaid] [content ${long}]`, `${long}Ann \u001bsaid ${long}`)
    expect(miss?.excerpt).toMatch(/^….{50,60}\[\ufffdsaid\].{50,60}…$/u)
  })

  it('lists speech alone', () => {
    const pair = { gold: scoredArticle('Ann [cue wants] [content rain]'), predicted: scoredArticle('Ann wants rain') }
    expect(listMisses([pair], { cues: 'speech' })).toEqual([])
    expect(listMisses([pair], { cues: 'other' })).toHaveLength(1)
  })
})

describe('formatMisses', () => {
  const gold = '[source1 Ann] [cue1 said] [content1 no]. [source2 Bo] [cue2 wept].'
  const articles = listMisses([scoredPair(gold, 'Ann said no. Bo wept.')])

  it('prints the article, then each miss with excerpt and reason', () => {
    expect(formatMisses(articles).split('\n')).toEqual([
      'article  relation F1 0.0',
      '  missed  gold 1  required',
      '    Ann [said] no. Bo wept.',
      '    no prediction here',
      '  missed  gold 2  required',
      '    Ann said no. Bo [wept].',
      '    no prediction here',
      '',
    ])
  })

  it('stops at the limit and counts the rest', () => {
    expect(formatMisses(articles, 1)).toMatch(/\[said\].*… and 1 more\n$/s)
    expect(formatMisses(articles, 1)).not.toMatch(/\[wept\]/)
    expect(formatMisses(articles, 2)).not.toMatch(/more/)
  })
})
