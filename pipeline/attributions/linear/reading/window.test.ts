import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../../quotations/stage.ts'
import { tokenise } from '../../../tokens/stage.ts'
import { readColumns } from './reading.ts'
import { windowOf } from './window.ts'

/** The words in which source and content of the cue are sought. */
function windowAround(text: string, cue: string): string {
  const layer = tokenise(text)
  const reading = readColumns(layer, findQuotations(text, layer), new Map(), [])
  const { from, to } = windowOf(
    reading,
    layer.tokens.findIndex(token => token.text === cue),
  )
  return text.slice(layer.tokens[from]?.start, layer.tokens[to - 1]?.end)
}

describe('windowOf', () => {
  it('is the sentence of the cue where nothing is quoted', () => {
    expect(windowAround('It rained. The mayor said the bridge was safe. Nobody agreed.', 'said')).toBe(
      'The mayor said the bridge was safe.',
    )
  })

  it('takes in the quoted sentences around', () => {
    const text = '“It is safe. It was tested,” the mayor said. “Twice.” It rained.'
    expect(windowAround(text, 'said')).toBe('“It is safe. It was tested,” the mayor said. “Twice.”')
  })

  it('takes in the paragraph that a colon announces, and no other', () => {
    const text = 'The mayor said:\n\nThe bridge is safe. It was tested.\n\nNobody agreed.'
    expect(windowAround(text, 'said')).toBe('The mayor said:\n\nThe bridge is safe. It was tested.')
  })

  it('follows an announced quotation into the paragraphs that it goes on in', () => {
    const text = 'The mayor said:\n\n“The bridge is safe.\n\n“It was tested.”\n\nNobody agreed.'
    expect(windowAround(text, 'said')).toBe('The mayor said:\n\n“The bridge is safe.\n\n“It was tested.”')
  })

  it('ends with the paragraph where no colon announces another', () => {
    expect(windowAround('The mayor said so.\n\n“The bridge is safe.”', 'said')).toBe('The mayor said so.')
  })
})
