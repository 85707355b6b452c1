import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../../quotations/stage.ts'
import { tokenise } from '../../../tokens/stage.ts'
import { findAttributions } from '../../rules/find-attributions.ts'
import { CONTENT, CUE, OTHER, SOURCE } from '../model/labels.ts'
import { labelAt, readRules } from './rule-reading.ts'

const text = 'Yesterday the mayor said that the bridge was safe. It rained.'
const layer = tokenise(text)
const { attributions } = findAttributions(text, layer, findQuotations(text, layer), { name: 'rules', version: 1 })
const rules = readRules(layer, attributions)
const at = (word: string): number => layer.tokens.findIndex(token => token.text === word)

describe('readRules', () => {
  it('finds the rule by any word of its cue, and by no other word', () => {
    expect(rules.at[at('said')]).toBe(0)
    expect(rules.at[at('mayor')]).toBe(-1)
    expect(rules.at[at('bridge')]).toBe(-1)
  })

  it('labels the words as the rule reads them', () => {
    const [rule] = rules.list
    const labelOf = (word: string): number | null => (rule === undefined ? null : labelAt(rule, at(word)))
    expect(['mayor', 'said', 'bridge', 'Yesterday', 'rained'].map(labelOf)).toEqual([
      SOURCE,
      CUE,
      CONTENT,
      OTHER,
      OTHER,
    ])
  })
  it('passes over what lies in none of the tokens', () => {
    const elsewhere = { ...layer, tokens: layer.tokens.slice(-3) }
    const [rule] = readRules(elsewhere, attributions).list
    expect(rule?.labels).toHaveLength(0)
  })
})
