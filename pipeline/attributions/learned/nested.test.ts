import { describe, expect, it } from 'vitest'
import type { Attribution } from '../../../src/domain/layers.ts'
import { contains } from '../../../src/domain/span.ts'
import { findQuotations } from '../../quotations/stage.ts'
import { tokenise } from '../../tokens/stage.ts'
import { findLearnedAttributions } from './find-learned-attributions.ts'
import { loadModel } from './model-file.ts'
import { findNestedAttributions } from './nested.ts'

const model = loadModel()
const stage = { name: 'attributions', version: 2 }

function find(text: string) {
  const tokens = tokenise(text)
  const quotations = findQuotations(text, tokens)
  const { attributions } = findLearnedAttributions(tokens, quotations, model, stage)
  return { attributions, nested: findNestedAttributions(tokens, quotations, attributions, model, stage) }
}

describe('findNestedAttributions', () => {
  it.each([
    ['The mayor said that critics claim the bridge is unsafe.', 'critics | claim | the bridge is unsafe'],
    ['“The police told me that the road was closed,” Ann Quill said.', 'The police | told | that the road was closed'],
  ])('finds what is attributed inside %s', (text, expected) => {
    const { attributions, nested } = find(text)
    const words = nested.map(({ source, cue, content }) =>
      [source, cue, content]
        .map(spans => spans.map(({ start, end }) => text.slice(start, end)).join(' … '))
        .join(' | '),
    )
    expect(words).toEqual([expected])
    for (const { parent, cue } of nested) {
      const holder = attributions[parent as number]
      expect(holder?.content.some(span => cue.every(part => contains(span, part)))).toBe(true)
    }
  })

  it('reads contents that overlap, in whatever order they come, without harm', () => {
    const text = 'Ann Quill said that critics claim the bridge is unsafe, and that the mayor denied that it leaks.'
    const tokens = tokenise(text)
    const quotations = findQuotations(text, tokens)
    const content = (words: string) => {
      const start = text.indexOf(words)
      return [{ start, end: start + words.length }]
    }
    const [said] = find(text).attributions
    const holders = [
      { ...said, parent: null, content: content('the mayor denied that it leaks') },
      {
        ...said,
        parent: null,
        content: content('critics claim the bridge is unsafe, and that the mayor denied that it leaks'),
      },
      { ...said, parent: null, content: content('the bridge is unsafe, and that the mayor') },
    ] as Attribution[]
    const nested = findNestedAttributions(tokens, quotations, holders, model, stage)
    expect(nested.every(({ parent }) => parent === 1)).toBe(true)
    expect(nested.length).toBeGreaterThan(0)
  })

  it('finds nothing in a content that attributes nothing', () => {
    expect(find('The minister said that the harbour would close in May.').nested).toEqual([])
  })
})
