import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mention } from '../../src/domain/layers.ts'
import { findMentionEndingAt, findMentionOver } from './mentions-at.ts'

const mentions = fc
  .array(fc.record({ firstToken: fc.nat(60), length: fc.integer({ min: 1, max: 12 }), isPerson: fc.boolean() }))
  .map(found =>
    found
      .map(({ firstToken, length, isPerson }) => ({
        firstToken,
        endToken: firstToken + length,
        type: isPerson ? 'person' : 'place',
      }))
      .sort((a, b) => a.firstToken - b.firstToken || b.endToken - a.endToken)
      .map(mention => mention as Mention),
  )
const isPerson = ({ type }: Mention) => type === 'person'

describe('findMentionOver', () => {
  it('finds the one that a look at all would find first', () => {
    fc.assert(
      fc.property(mentions, fc.nat(80), (all, token) => {
        const covers = ({ firstToken, endToken }: Mention) => firstToken <= token && token < endToken
        expect(findMentionOver(all, token)).toBe(all.find(covers))
        expect(findMentionOver(all, token, isPerson)).toBe(all.find(one => covers(one) && isPerson(one)))
      }),
    )
  })
})

describe('findMentionEndingAt', () => {
  it('finds the one that a look at all would find first', () => {
    fc.assert(
      fc.property(mentions, fc.nat(80), (all, token) => {
        const ends = ({ endToken }: Mention) => endToken === token
        expect(findMentionEndingAt(all, token, isPerson)).toBe(all.find(one => ends(one) && isPerson(one)))
      }),
    )
  })
})
