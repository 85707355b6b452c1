import { expect, it } from 'vitest'
import { bracketedText } from '../../test/support/bracketed-text.ts'
import { tokenise } from '../tokens/stage.ts'
import { actOfCue } from './acts.ts'

it.each([
  ['say', 'She [cue said] it leaks.', 'statement'],
  ['call', 'She [cue called for] repairs.', 'order'],
  ['appear', 'The walls [cue appear] ready to fall.', 'belief'],
  ['appear', 'The film [cue appeared to show] a leak.', 'statement'],
  ['appear', 'She [cue appeared to accuse] the builder.', 'accusation'],
  ['expect', 'The talks [cue are expected] to end.', 'belief'],
  ['see', 'The vote [cue is seen as] a test.', 'belief'],
  ['raise', 'He [cue is likely to raise] the matter.', 'belief'],
  ['interested', 'The firm [cue is particularly interested in] bridges.', 'intention'],
  ['seek', 'They [cue are seeking] a loan.', 'intention'],
  ['thank', 'They [cue want to thank] the crew.', 'intention'],
  ['tell', 'She [cue told] them [content to leave at once].', 'order'],
  ['ask', 'They [cue have asked] us [content to wait].', 'order'],
  ['agree', 'They [cue agreed] [content to lay a cable].', 'promise'],
  ['tell', 'She [cue told] them [content to their faces that it leaks].', 'statement'],
  [':', 'Ann Lee[cue :] [content “Why did it leak?”]', 'question'],
  ['ask', 'They [cue have asked] [content the guards to wait].', 'order'],
  ['ask', 'They [cue asked] [content for more time].', 'order'],
  ['ask', 'They [cue asked] [content whether the guards had to wait].', 'question'],
  ['say', 'They [cue said] [content the plan to build was dead].', 'statement'],
  ['know', 'They [cue wanted to know] [content why it leaked].', 'question'],
  ['want', 'They [cue want] [content to know who will pay].', 'question'],
  ['want', 'They [cue want] [content to know each other].', 'intention'],
  ['decline', 'She [cue declined] [content to name the states].', 'no-comment'],
  ['refuse', 'She [cue refused] [content to pay].', 'intention'],
  ['say', 'She [cue said] [content “No comment.”]', 'no-comment'],
  ['tell', '[content “I have no further comment,”] she [cue told] them.', 'no-comment'],
  ['say', 'The firm [cue said] [content that it had nothing to add].', 'no-comment'],
  ['say', 'She [cue said] [content no comment was needed].', 'statement'],
  ['say', 'She [cue said] [content she would not comment but was not to blame].', 'statement'],
  ['say', 'She [cue said] [content she had nothing to lose].', 'statement'],
  ['fear', 'They [cue fear] a flood.', 'feeling'],
] as const)('%s: %s', (lemma, marked, act) => {
  const { text, spans } = bracketedText(marked)
  expect(actOfCue(tokenise(text).tokens, spans.cue ?? [], lemma, spans.content)).toBe(act)
})
