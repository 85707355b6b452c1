import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../../quotations/stage.ts'
import { tokenise } from '../../../tokens/stage.ts'
import { findAttributions } from '../../rules/find-attributions.ts'
import { CONTENT, CUE, OTHER, SOURCE } from '../model/labels.ts'
import { readColumns } from '../reading/reading.ts'
import { suggestLabels } from './suggestions.ts'

/** What is suggested as content for `said` when the sequence model's content is `best`. */
function suggestContents(text: string, best: string, withRules = false): string[] {
  const layer = tokenise(text)
  const quotations = findQuotations(text, layer)
  const rules = findAttributions(text, layer, quotations, { name: 'rules', version: 1 }).attributions
  const reading = readColumns(layer, quotations, new Map(), withRules ? rules : [])
  const trigger = layer.tokens.findIndex(token => token.text === 'said')
  const from = text.indexOf(best)
  const labels = Uint8Array.from(layer.tokens, ({ start, end, text: word }, i) => {
    if (i === trigger) return CUE
    if (word === 'mayor') return SOURCE
    return start >= from && end <= from + best.length ? CONTENT : OTHER
  })
  return suggestLabels(reading, trigger, { from: 0, to: layer.tokens.length }, labels).map(given =>
    layer.tokens
      .filter((_, i) => given[i] === CONTENT)
      .map(token => token.text)
      .join(' '),
  )
}

describe('suggestLabels', () => {
  it('takes whole a quotation that the content cuts', () => {
    expect(suggestContents('The mayor said “it is safe and sound”.', 'it is safe')).toContain('it is safe and sound')
  })

  it('offers the ends of other clauses', () => {
    const text = 'The mayor said the bridge was safe, and the harbour closed because it rained.'
    const offered = suggestContents(text, 'the bridge was safe')
    expect(offered).toContain('the bridge was safe and the harbour closed')
    expect(offered).toContain('the bridge was safe and the harbour closed because it rained')
  })

  it('offers what a rule reads', () => {
    const text = 'The mayor said that the bridge was safe.'
    expect(suggestContents(text, 'the bridge', true)).toContain('that the bridge was safe')
  })
})
