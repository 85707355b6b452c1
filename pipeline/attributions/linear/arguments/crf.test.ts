import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completePath, FREE, findBestPaths, Lattice } from './crf.ts'

const LABELS = 3

/** Every label sequence with its score, best first. */
function enumerate(lattice: Lattice, length: number): { labels: number[]; score: number }[] {
  let all: { labels: number[]; score: number }[] = [{ labels: [], score: 0 }]
  for (let i = 0; i < length; i += 1) {
    all = all.flatMap(({ labels, score }) =>
      Array.from({ length: LABELS }, (_, y) => {
        const step = i === 0 ? 0 : (lattice.edge[(i * LABELS + (labels.at(-1) as number)) * LABELS + y] as number)
        return { labels: [...labels, y], score: score + step + (lattice.node[i * LABELS + y] as number) }
      }),
    )
  }
  return all.toSorted((a, b) => b.score - a.score)
}

const weight = fc.double({ min: -4, max: 4, noNaN: true })
const chains = fc.integer({ min: 1, max: 5 }).chain(length =>
  fc.record({
    length: fc.constant(length),
    node: fc.array(weight, { minLength: length * LABELS, maxLength: length * LABELS }),
    edge: fc.array(weight, { minLength: length * LABELS ** 2, maxLength: length * LABELS ** 2 }),
  }),
)

function fill({ length, node, edge }: { length: number; node: number[]; edge: number[] }): Lattice {
  const lattice = new Lattice(LABELS)
  lattice.reset(length)
  lattice.node.set(node)
  lattice.edge.set(edge)
  return lattice
}

describe('the best paths', () => {
  it('are those of trying every sequence', () => {
    fc.assert(
      fc.property(chains, fc.integer({ min: 1, max: 20 }), (chain, k) => {
        const lattice = fill(chain)
        const expected = enumerate(lattice, chain.length).slice(0, k)
        const found = findBestPaths(lattice, chain.length, k)
        expect(found).toHaveLength(expected.length)
        for (const [i, path] of found.entries()) expect(path.score).toBeCloseTo(expected[i]?.score ?? Number.NaN, 9)
      }),
    )
  })

  it('have the scores of their labels, and no two are the same', () => {
    fc.assert(
      fc.property(chains, chain => {
        const lattice = fill(chain)
        const scores = new Map(enumerate(lattice, chain.length).map(({ labels, score }) => [labels.join(), score]))
        const found = findBestPaths(lattice, chain.length, 10)
        for (const { labels, score } of found) expect(score).toBeCloseTo(scores.get(labels.join()) ?? Number.NaN, 9)
        expect(new Set(found.map(({ labels }) => labels.join())).size).toBe(found.length)
      }),
    )
  })
})

describe('forward and backward', () => {
  it('give every position probabilities that sum to one', () => {
    fc.assert(
      fc.property(chains, chain => {
        const lattice = fill(chain)
        lattice.run(chain.length)
        for (let i = 0; i < chain.length; i += 1) {
          const sum = lattice.marginal.slice(i * LABELS, (i + 1) * LABELS).reduce((a, b) => a + b, 0)
          expect(sum).toBeCloseTo(1, 9)
        }
      }),
    )
  })

  it('give the marginals and the partition function of trying every sequence', () => {
    fc.assert(
      fc.property(chains, chain => {
        const lattice = fill(chain)
        const all = enumerate(lattice, chain.length)
        const total = Math.log(all.reduce((sum, { score }) => sum + Math.exp(score), 0))
        expect(lattice.run(chain.length)).toBeCloseTo(total, 9)
        const last = all.filter(({ labels }) => labels.at(-1) === 0)
        const mass = last.reduce((sum, { score }) => sum + Math.exp(score - total), 0)
        expect(lattice.marginal[(chain.length - 1) * LABELS]).toBeCloseTo(mass, 9)
      }),
    )
  })
})

describe('the path with given labels', () => {
  const given = fc.array(fc.constantFrom(0, 1, 2, FREE), { minLength: 5, maxLength: 5 })

  it('keeps them and is the best of those that do', () => {
    fc.assert(
      fc.property(chains, given, (chain, wanted) => {
        const lattice = fill(chain)
        const kept = Uint8Array.from(wanted.slice(0, chain.length))
        const fitting = enumerate(lattice, chain.length).filter(({ labels }) =>
          labels.every((label, i) => kept[i] === FREE || kept[i] === label),
        )
        const { labels, score } = completePath(lattice, chain.length, kept)
        expect([...labels].every((label, i) => kept[i] === FREE || kept[i] === label)).toBe(true)
        expect(score).toBeCloseTo(fitting[0]?.score ?? Number.NaN, 9)
      }),
    )
  })
})
