import { describe, expect, it } from 'vitest'
import type { Span } from '../../../src/domain/span.ts'
import { bracketedText } from '../../../test/support/bracketed-text.ts'
import { findQuotations } from '../../quotations/stage.ts'
import { tokenise } from '../../tokens/stage.ts'
import { CUE_RULES } from './cue-rules.ts'
import { findAttributions } from './find-attributions.ts'

function attributionsIn(text: string) {
  const tokens = tokenise(text)
  return findAttributions(text, tokens, findQuotations(text, tokens), { name: 'attributions', version: 1 }).attributions
}

const wordsOf = (text: string, spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end))

it('gives every rule an id of its own', () => {
  const ids = CUE_RULES.map(rule => rule.id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

describe.each(CUE_RULES)('$id', rule => {
  it.each(rule.examples.yes)('finds %s', example => {
    const { text, spans } = bracketedText(example)
    const all = attributionsIn(text)
    const found = all.find(({ evidence }) => evidence[0]?.rule === rule.id)
    const others = all.map(({ evidence, cue }) => `${evidence[0]?.rule} finds “${wordsOf(text, cue).join(' … ')}”`)
    expect(
      found,
      `${rule.id} finds nothing here (${others.join(', ') || 'nor does another rule'}): mend its cue or match, or the example`,
    ).toBeDefined()
    for (const role of ['source', 'cue', 'content', 'addressee'] as const) {
      expect(wordsOf(text, found?.[role] ?? []), `the ${role} that ${rule.id} finds`).toEqual(
        wordsOf(text, spans[role] ?? []),
      )
    }
  })

  it.each(rule.examples.no)('leaves alone: %s', example => {
    expect(attributionsIn(example).map(({ evidence }) => evidence[0]?.rule)).not.toContain(rule.id)
  })
})
