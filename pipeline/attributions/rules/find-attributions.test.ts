import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../quotations/stage.ts'
import { tokenise } from '../../tokens/stage.ts'
import { findAttributions } from './find-attributions.ts'

function read(text: string) {
  const tokens = tokenise(text)
  return findAttributions(text, tokens, findQuotations(text, tokens), { name: 'attributions', version: 1 })
}

describe('quotations without a claim', () => {
  it.each([
    ['a title', 'She is reading “The Long Road Home” again.', 'quotation-title'],
    ['a scare quote', 'The so-called “free lunch” cost ten dollars.', 'quotation-scare'],
    ['speech that nobody is said to speak', '“We will never go back there,” ran the banner.', 'quotation-speech'],
  ])('keeps %s as a candidate with the reason', (_, text, rule) => {
    const { attributions, candidates } = read(text)
    expect(attributions).toEqual([])
    expect(candidates.map(candidate => candidate.rule)).toEqual([rule])
    expect(candidates[0]?.reason).not.toBe('')
  })
})

it('leaves a cue inside a quotation to the quotation', () => {
  const { attributions, candidates } = read('“He said it was over,” the coach said.')
  expect(attributions).toHaveLength(1)
  expect(candidates.map(({ reason }) => reason)).toEqual(['The cue stands inside a quotation.'])
})

it('finds nothing where a verb has no words for its content', () => {
  const text = 'She did not know what he was talking about, and accused the mayor of lying.'
  const cues = read(text).attributions.map(({ cue: [cue] }) => text.slice(cue?.start, cue?.end))
  expect(cues).toEqual(['did not know', 'accused'])
})

it('takes speech that goes on in the next sentence into the same content', () => {
  const text = '“We lost,” the coach said. “We deserved to.”'
  const [only] = read(text).attributions
  expect(only?.content.map(({ start, end }) => text.slice(start, end))).toEqual(['“We lost,”', '“We deserved to.”'])
})

it.each([
  ['She accused him of lying.', 'accusation'],
  ['She denied the report.', 'denial'],
  ['She vowed to return.', 'promise'],
  ['She urged voters to wait.', 'order'],
  ['She asked whether it was true.', 'question'],
  ['She believes that it is true.', 'belief'],
  ['She wants to leave.', 'intention'],
  ['She fears that it is true.', 'feeling'],
  ['She declined to comment.', 'no-comment'],
  ['She said it was true.', 'statement'],
] as const)('reads the act of "%s"', (text, act) => {
  expect(read(text).attributions.map(attribution => attribution.act)).toEqual([act])
})
