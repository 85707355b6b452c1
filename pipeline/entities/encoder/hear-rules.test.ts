import { expect, it } from 'vitest'
import type { Mention } from '../../../src/domain/layers.ts'
import { tokenise } from '../../tokens/stage.ts'
import { hearRules } from './hear-rules.ts'
import type { TaggedName } from './tagged.ts'

const { tokens: TOKENS } = tokenise('By Qosta Vren in Delft.')
const tagged = (tag: TaggedName['tag'], probability: number) => ({ tag, from: 1, to: 3, probability }) as TaggedName
const ruled = (type: Mention['type']) =>
  [{ type, name: { start: 0, end: 1 }, firstToken: 1, endToken: 3 }] as unknown as Mention[]

it('keeps what the model is sure of, whatever the rules say', () => {
  expect(hearRules(TOKENS, [tagged('person', 0.6)], [])).toHaveLength(1)
  expect(hearRules(TOKENS, [tagged('person', 0.6)], ruled('place'))).toHaveLength(1)
})

it('keeps what it is unsure of only where the rules find the same', () => {
  expect(hearRules(TOKENS, [tagged('person', 0.4)], ruled('person'))).toHaveLength(1)
  expect(hearRules(TOKENS, [tagged('person', 0.4)], ruled('place'))).toHaveLength(0)
  expect(hearRules(TOKENS, [tagged('person', 0.4)], [])).toHaveLength(0)
})

it('keeps a person whose given name is listed', () => {
  const { tokens } = tokenise('By Anna Vren in Delft.')
  expect(hearRules(tokens, [tagged('person', 0.4)], [])).toHaveLength(1)
})
