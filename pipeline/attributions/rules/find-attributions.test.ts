import { expect, it } from 'vitest'
import { findQuotations } from '../../quotations/stage.ts'
import { tokenise } from '../../tokens/stage.ts'
import { findAttributions } from './find-attributions.ts'

function read(text: string) {
  const tokens = tokenise(text)
  return findAttributions(text, tokens, findQuotations(text, tokens), { name: 'attributions', version: 1 })
}

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
