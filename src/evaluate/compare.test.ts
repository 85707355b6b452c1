import { describe, expect, it } from 'vitest'
import { scoredPair } from '../../test/support/scored-article.ts'
import { HearsayError } from '../domain/errors.ts'
import { compareArticle } from './compare.ts'

function agreementOf(gold: string, predicted: string) {
  return compareArticle(scoredPair(gold, predicted)).pairs[0]?.agreement
}

describe('compareArticle', () => {
  it('agrees on a relation down to a content IoU of one half', () => {
    const agreement = agreementOf(
      '[source She] [cue said] [content one two three four]',
      '[source She] [cue said] one two [content three four]',
    )
    expect(agreement).toMatchObject({ contentIou: 0.5, relation: true, exact: { content: false } })
  })

  it('does not agree below that', () => {
    const agreement = agreementOf(
      '[source She] [cue said] [content one two three four five]',
      '[source She] [cue said] one two three [content four five]',
    )
    expect(agreement).toMatchObject({ contentIou: 0.4, relation: false, cue: true, source: true })
  })

  it('ignores marks at the edges of content that has words', () => {
    const agreement = agreementOf(
      '[source She] [cue said]: [content “No.”]',
      '[source She] [cue said]: “[content No].”',
    )
    expect(agreement).toMatchObject({ exact: { content: true }, relation: true })
  })

  it('compares cues without words by their marks', () => {
    expect(agreementOf('[source PM][cue :] [content we stay]', '[source PM][cue :] [content we stay]')?.relation).toBe(
      true,
    )
  })

  it('agrees on sources that both sides lack, not on one that one side lacks', () => {
    const sourceless = 'They are [cue reportedly] [content close]'
    expect(agreementOf(sourceless, sourceless)).toMatchObject({ source: true, relation: true })
    expect(agreementOf(sourceless, '[source They] are [cue reportedly] [content close]')).toMatchObject({
      source: false,
      relation: false,
      exact: { source: false },
    })
  })

  it('agrees on a refusal to comment, which has no content on either side', () => {
    expect(
      agreementOf('[source She] [cue declined to comment]', '[source She] [cue declined] to comment'),
    ).toMatchObject({ contentIou: 1, relation: true, exact: { content: true, cue: false } })
  })

  it('does not agree when one side gives a refusal content', () => {
    expect(
      agreementOf('[source She] [cue declined to comment]', '[source She] [cue declined] [content to comment]'),
    ).toMatchObject({ contentIou: 0, relation: false })
  })

  it('takes content in several parts as one set of tokens', () => {
    const gold = '[content If talks go well], [source they] [cue say], [content it could end]'
    expect(agreementOf(gold, gold)).toMatchObject({ relation: true, exact: { content: true } })
    const secondPartOnly = 'If talks go well, [source they] [cue say], [content it could end]'
    expect(agreementOf(gold, secondPartOnly)?.contentIou).toBe(3 / 7)
  })

  it('leaves out attributions that have neither cue nor content', () => {
    const { gold, predicted } = compareArticle(scoredPair('[source She] slept', 'She [cue slept]'))
    expect([gold.length, predicted.length]).toEqual([0, 1])
  })

  it('counts what nobody judged, and what was found there, neither for nor against', () => {
    const text = '[source She] [cue said] [content no]. [source2 He] [cue2 said] [content2 yes].'
    const extra = '[source3 They] [cue3 said] [content3 so].'
    const labels = { gold: { 2: { judged: false, required: false } } }
    const { gold, predicted, pairs } = compareArticle(
      scoredPair(
        `${text} They said so.`,
        `${text} ${extra}`.replace('[source She] [cue said]', 'She [cue said]'),
        labels,
      ),
    )
    expect(gold.map(({ attribution }) => attribution.id)).toEqual(['1'])
    expect(predicted.map(({ attribution }) => attribution.id)).toEqual(['1', '3'])
    expect(pairs).toMatchObject([{ gold: 0, predicted: 0, agreement: { exact: { source: false } } }])
    const missed = compareArticle(scoredPair(text, text.replace(/\[source2.*/, 'He said yes.'), labels))
    expect([missed.gold.length, missed.predicted.length, missed.pairs.length]).toEqual([1, 1, 1])
  })

  it('refuses predictions about another text', () => {
    const compare = () => compareArticle(scoredPair('She [cue said]', 'He [cue said]'))
    expect(compare).toThrow(HearsayError)
    expect(compare).toThrow(/predictions for article .* another text/)
  })
})
