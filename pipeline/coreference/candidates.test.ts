import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Token, TokensLayer } from '../../src/domain/layers.ts'
import { listCandidates } from './candidates.ts'
import { KINDS, type Reference } from './reference.ts'

const layer = (length: number): TokensLayer => ({
  tokens: Array.from({ length }, (_, i) => ({ sentence: Math.floor(i / 9) }) as Token),
  sentences: [],
  paragraphs: [],
})

const anyReferences = fc
  .array(fc.tuple(fc.constantFrom(...KINDS), fc.nat(3), fc.constantFrom('lee', 'roy', 'coe', 'they')), {
    maxLength: 200,
  })
  .map(rows => {
    let at = 0
    return rows.map(([kind, gap, word]): Reference => {
      const from = at + gap
      at = from + 1
      return { kind, from, to: from + 1, words: [word], isInitials: false, gender: null }
    })
  })

it('lists earlier references, each once, no more than a window and some namesakes', () => {
  fc.assert(
    fc.property(anyReferences, references => {
      const all = listCandidates(layer(1000), references)
      expect(all.length).toBe(references.length)
      for (const [i, list] of all.entries()) {
        expect(new Set(list).size).toBe(list.length)
        expect(list.length).toBeLessThanOrEqual(48)
        for (const j of list) expect(j).toBeLessThan(i)
      }
    }),
  )
})

it('finds a namesake far back', () => {
  const one = (from: number, word: string): Reference => ({
    kind: 'person',
    from,
    to: from + 1,
    words: [word],
    isInitials: false,
    gender: null,
  })
  const others = Array.from({ length: 100 }, (_, i) => one(i + 1, `w${i}`))
  const all = listCandidates(layer(200), [one(0, 'lee'), ...others, one(150, 'lee')])
  expect(all.at(-1)).toContain(0)
  expect(all.at(-2)).not.toContain(0)
})
