import { expect, it } from 'vitest'
import { bracketedText } from '../../test/support/bracketed-text.ts'
import { tokenise } from '../tokens/stage.ts'
import { readCueWords } from './cue-words.ts'
import { isHedged, isNegated } from './polarity.ts'

function cueOf(marked: string) {
  const { text, spans } = bracketedText(marked)
  const { cue = [], source = [], content = [] } = spans
  const attribution = { cue, source, content, cueLemma: '', addressee: [], confidence: 1, parent: null, evidence: [] }
  return readCueWords(tokenise(text).tokens, { ...attribution, act: 'statement' })
}

it.each([
  '[source She] [cue did not say] so.',
  '[source She] [cue didn’t say] so.',
  '[source Howlett] [cue never said] [content that it leaked].',
  '[source They] [cue cannot confirm] it.',
  '[source They] can not [cue confirm] it.',
  '[source She] no longer [cue says] so.',
  '[source Neither sister] [cue explained] it.',
  'Neither of [source the two sisters] [cue explained] it.',
  'Neither Ann Holm nor [source Bo Quist] [cue said] so.',
  '[source Neither] [cue admitted] [content that it leaked].',
  '[source No official] [cue confirmed] it.',
  '[source None of the guards] [cue admitted] it.',
  '[source Nobody] [cue told] the crew that it leaked.',
  '[source Hardly anyone] [cue says] so.',
  '[source Few] [cue believe] it.',
  'Nor did [source she] [cue say] so.',
  'It leaked, and at no time did [source the firm] [cue say] so.',
  '[source The firm] [cue stopped short of saying] so.',
  '[source The firm] stopped short of publicly [cue saying] so.',
  '[source The firm] [cue failed] [content to say that it leaked].',
  '[source The firm] [cue has yet to say] so.',
  '[source The firm] [cue avoided saying] so.',
  '[source The firm] left without [cue saying] so.',
  '[source The firm] [cue said nothing about] [content the leak].',
  '[source The firm] [cue did not deny] it.',
  'It was not [source the mayor] who [cue said] so.',
  'Scarcely [source a voter] [cue believes] so.',
  'Not even [source the mayor] [cue said] so.',
  '[source Not one of the guards] [cue said] so.',
  '[source Almost no one] [cue says] so.',
  '[source Very few farmers] [cue argue] so.',
  'Nowhere does [source the report] [cue claim] so.',
  'Under no circumstances did [source the firm] [cue say] so.',
  'It is not the case that [source Ann Holm] [cue said] so.',
  'It is untrue that [source she] [cue said] so.',
  'There is no evidence that [source she] [cue said] so.',
  '[source The firm] was banned from [cue saying] so.',
  '[source The firm] has been barred from publicly [cue telling] [content the court that it leaked].',
  '[source Staff] [cue have been forbidden to say] so.',
  'The court stopped [source her] from [cue saying] so.',
  'Her lawyer kept [source Ann Holm] [cue from saying] so.',
  'Far from [cue saying] so, [source the firm] denied it.',
  'Rather than [cue saying] so, [source she] left.',
  '[source She] [cue could not say] more about [content the leak].',
])('"%s" is negated', marked => {
  expect(isNegated(cueOf(marked), null)).toBe(true)
})

it.each([
  '[source She] [cue said] so.',
  '[source She] [cue has said] it never rained.',
  '[source She] [cue noted] it was knotted.',
  '[source She] [cue not only said] so but wrote it.',
  '[source She] [cue made no secret of] [content her anger].',
  '[source She] [cue did not hesitate to say] so.',
  '[source A few] [cue said] so.',
  'The [source few] who stayed [cue said] so.',
  '[source No 10] [cue said] so.',
  '[source No one but the mayor] [cue said] so.',
  'If not, [source she] [cue said], it would.',
  'Whether or not [source officials] [cue say] so, it leaks.',
  '“It does not,” [cue said] [source the mayor].',
  '[source The firm] [cue refused], and [source its owner] [cue said] so.',
  'No sooner had [source she] [cue said] so than it leaked.',
  'Not until Friday did [source the firm] [cue admit] so.',
  'Not long after, [source she] [cue said] so.',
  'Not [source a few farmers] [cue argue] so.',
  '[source Quite a few farmers] [cue argue] so.',
  '[source No fewer than six farmers] [cue said] so.',
  '[source None other than the king] [cue said] so.',
  'It is not untrue that [source she] [cue said] so.',
  'It is true that [source she] [cue said] so.',
  '[source She] [cue could not say more clearly] [content that it leaked].',
  '[source She] [cue could not have said] it better: [content it leaks].',
  '[source She] [cue is not alone in saying] so.',
  '[source She] [cue has never been shy of saying] so.',
  '[source The firm] [cue could not keep from saying] so.',
  'The guard came from the harbour to stop [source her], and [cue said] so.',
])('"%s" is not', marked => {
  expect(isNegated(cueOf(marked), null)).toBe(false)
})

it('takes a body whose name denies for somebody', () => {
  const marked = '[source No Borders] [cue said] so.'
  expect([isNegated(cueOf(marked), null), isNegated(cueOf(marked), 'No Borders')]).toEqual([true, false])
})

it.each([
  'It [cue reportedly] leaks.',
  '[source She] [cue might say] so.',
  'It [cue appeared to show] so.',
  '[source She] [cue will tell] the court so.',
  'She plans [cue to announce] it.',
  'If [source she] [cue says] so, it leaks.',
  'Had [source she] [cue said] so, it had been shut.',
])('"%s" is hedged', marked => {
  expect(isHedged(cueOf(marked))).toBe(true)
})

it.each([
  '[source She] [cue has said] so.',
  '[source She] [cue would say only] that it leaks.',
  '[source She] [cue could not have said] it better: [content it leaks].',
  '[source She] [cue went on to say] so.',
  '[source She] [cue said] if it rains it leaks.',
])('"%s" is not', marked => {
  expect(isHedged(cueOf(marked))).toBe(false)
})
