import { describe, expect, it } from 'vitest'
import { contains } from '../../../src/domain/span.ts'
import { findQuotations } from '../../quotations/stage.ts'
import { tokenise } from '../../tokens/stage.ts'
import type { ProposedAttribution, UnlinkedAttribution } from '../found.ts'
import { findLearnedAttributions } from './find-learned-attributions.ts'
import { loadModel } from './model/model-file.ts'
import { findNestedAttributions } from './nested.ts'

const model = loadModel()
const stage = { name: 'attributions', version: 2 }

function find(text: string) {
  const tokens = tokenise(text)
  const quotations = findQuotations(text, tokens)
  const attributions = findLearnedAttributions(tokens, quotations, model, stage).attributions.map(withoutAct)
  const nested = findNestedAttributions({ tokens, quotations }, { attributions, isHolder: () => true }, model, stage)
  return { attributions, nested }
}

const withoutAct = (one: ProposedAttribution): UnlinkedAttribution => ({ ...one, addressee: [], act: 'statement' })

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
    for (const { cue } of nested) {
      const holds = ({ content }: UnlinkedAttribution) => content.some(span => cue.every(part => contains(span, part)))
      expect(attributions.some(holds)).toBe(true)
    }
  })

  it('finds no cue again that is known', () => {
    const text = 'The mayor said that critics claim the bridge is unsafe.'
    const { attributions, nested } = find(text)
    const known = [...attributions, ...nested.map(withoutAct)]
    const tokens = tokenise(text)
    const layers = { tokens, quotations: findQuotations(text, tokens) }
    const isHolder = (one: UnlinkedAttribution) => attributions.includes(one)
    expect(nested).toHaveLength(1)
    expect(findNestedAttributions(layers, { attributions: known, isHolder }, model, stage)).toEqual([])
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
      { ...said, content: content('the mayor denied that it leaks') },
      {
        ...said,
        content: content('critics claim the bridge is unsafe, and that the mayor denied that it leaks'),
      },
      { ...said, content: content('the bridge is unsafe, and that the mayor') },
    ] as UnlinkedAttribution[]
    const all = { attributions: holders, isHolder: () => true }
    const nested = findNestedAttributions({ tokens, quotations }, all, model, stage)
    expect(nested.map(({ cueLemma }) => cueLemma)).toContain('claim')
    expect(new Set(nested.map(({ cue }) => cue[0]?.start)).size).toBe(nested.length)
  })

  it('finds nothing in a content that attributes nothing', () => {
    expect(find('The minister said that the harbour would close in May.').nested).toEqual([])
  })
})
