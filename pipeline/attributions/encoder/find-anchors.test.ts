import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findAnchors } from './find-anchors.ts'

const logitOf = (probability: number) => Math.log(probability / (1 - probability))
const find = (probabilities: readonly number[], least = 0.12) =>
  findAnchors(Float32Array.from(probabilities, logitOf), least).map(({ token }) => token)

it.each([
  [[], []],
  [[0.01, 0.9, 0.01], [1]],
  [
    [0.3, 0.9, 0.8, 0.01, 0.5],
    [1, 4],
  ],
  [[0.05, 0.05], []],
])('of %j are %j', (probabilities, anchors) => {
  expect(find(probabilities)).toEqual(anchors)
})

it('has one of every run of likely tokens, at its peak', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { maxLength: 60 }), probabilities => {
      const anchors = find(probabilities)
      expect(anchors).toEqual(anchors.toSorted((a, b) => a - b))
      const logits = Float32Array.from(probabilities, logitOf)
      const isLikely = [...logits].map(logit => 1 / (1 + Math.exp(-logit)) >= 0.12)
      for (const token of anchors) expect(isLikely[token]).toBe(true)
      isLikely.forEach((likely, token) => {
        if (likely) expect(anchors.some(anchor => Math.abs(anchor - token) <= 6)).toBe(true)
      })
    }),
  )
})
