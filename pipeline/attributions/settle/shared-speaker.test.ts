import { expect, it } from 'vitest'
import type { Attribution } from '../../../src/domain/layers.ts'
import { tokenise } from '../../tokens/stage.ts'
import { endAtNextCue } from './shared-speaker.ts'

function contentsOf(text: string, ...parts: readonly { source: string; cue: string; content: string }[]) {
  const spansOf = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }]
  const attributions = parts.map(
    ({ source, cue, content }): Attribution => ({
      cueLemma: cue,
      source: spansOf(source),
      cue: spansOf(cue),
      content: spansOf(content),
      addressee: [],
      act: 'statement',
      confidence: 0.9,
      parent: null,
      evidence: [],
    }),
  )
  return endAtNextCue(tokenise(text), attributions).map(({ content }) =>
    content.map(({ start, end }) => text.slice(start, end)),
  )
}

it('ends a content where its source says something else', () => {
  const text = 'The engineer said the road was safe, adding that it would open in May.'
  const said = { source: 'The engineer', cue: 'said', content: 'the road was safe, adding that it would open in May' }
  const adding = { source: 'The engineer', cue: 'adding', content: 'that it would open in May' }
  expect(contentsOf(text, said, adding)).toEqual([['the road was safe'], ['that it would open in May']])
})

it('leaves a nested attribution in the content that holds it', () => {
  const text = 'The engineer said the mayor had written, warning that it would close.'
  const said = { source: 'The engineer', cue: 'said', content: 'the mayor had written, warning that it would close' }
  const warning = { source: 'the mayor', cue: 'warning', content: 'that it would close' }
  expect(contentsOf(text, said, warning)).toEqual([[said.content], [warning.content]])
})
