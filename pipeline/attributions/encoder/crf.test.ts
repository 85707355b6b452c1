import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findPath, LABEL_COUNT, type Transitions } from './crf.ts'

const number = fc.double({ min: -5, max: 5, noNaN: true })
const row = fc.array(number, { minLength: LABEL_COUNT, maxLength: LABEL_COUNT })
const transitions: fc.Arbitrary<Transitions> = fc.record({
  next: fc.array(row, { minLength: LABEL_COUNT, maxLength: LABEL_COUNT }),
  first: row,
  last: row,
})

/** Every path of so many tokens, with its score. */
function* allPaths(scores: readonly (readonly number[])[], { next, first, last }: Transitions) {
  const paths = scores.slice(1).reduce<number[][]>(
    (paths, _) => paths.flatMap(path => [0, 1, 2, 3].map(label => [...path, label])),
    [0, 1, 2, 3].map(label => [label]),
  )
  for (const path of paths) {
    let score = (first[path[0] as number] as number) + (last[path.at(-1) as number] as number)
    path.forEach((label, i) => {
      score += scores[i]?.[label] as number
      if (i > 0) score += next[path[i - 1] as number]?.[label] as number
    })
    yield { path, score }
  }
}

it('is the best of all paths, with its share of them', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), transitions, fc.nat(3), (scores, crf, before) => {
      const padded = Float32Array.from([...Array(before * LABEL_COUNT).fill(99), ...scores.flat()])
      const exact = scores.map((_, i) => [
        ...padded.subarray((before + i) * LABEL_COUNT, (before + i + 1) * LABEL_COUNT),
      ])
      const { labels, logProbability } = findPath(padded, before, before + scores.length, crf)
      const all = [...allPaths(exact, crf)]
      const best = Math.max(...all.map(({ score }) => score))
      const found = all.find(({ path }) => path.every((label, i) => labels[i] === label))
      expect(found?.score).toBeCloseTo(best, 6)
      const total = Math.log(all.reduce((sum, { score }) => sum + Math.exp(score), 0))
      expect(logProbability).toBeCloseTo(best - total, 6)
    }),
  )
})
