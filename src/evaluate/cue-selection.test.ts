import { describe, expect, it } from 'vitest'
import { scoredArticle } from '../../test/support/scored-article.ts'
import { selectCues } from './cue-selection.ts'

function isSpeech(bracketed: string): boolean {
  const article = scoredArticle(bracketed)
  const kept = article.attributions.map(selectCues('speech')(article))
  expect(article.attributions.map(selectCues('other')(article))).toEqual(kept.map(speech => !speech))
  expect(article.attributions.every(selectCues('all')(article))).toBe(true)
  return kept[0] as boolean
}

describe('selectCues', () => {
  it.each([
    '😀 Ann [cue said] [content no]',
    '[cue According to] Ann, [content it rained]',
    'Ann [cue was quick to deny] [content it]',
    'Ann [cue referred] to [content it]',
    'Ann, [cue in a statement], [content it rained]',
    'Bob [cue urges] [content calm]',
    'Bob [cue denied] [content it]',
    'Bob [cue is blaming] [content rain]',
    'Bob [cue wants] [content a “clean” street]',
    "Bob [cue wants] [content a ''clean'' street]",
  ])('counts as speech: %s', bracketed => {
    expect(isSpeech(bracketed)).toBe(true)
  })

  it.each([
    'Ann [cue wants] [content rain]',
    'Ann [cue believes] [content it rained]',
    'Ann [cue fears] [content Bob’s rain]',
    'Ann [cue believes] [content it], she said',
    'Ann “[cue wants] [content rain]”',
  ])('counts as something else: %s', bracketed => {
    expect(isSpeech(bracketed)).toBe(false)
  })
})
