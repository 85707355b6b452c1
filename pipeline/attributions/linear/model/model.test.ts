import { describe, expect, it } from 'vitest'
import { UNKNOWN_LEMMA } from './lemma-statistics.ts'
import { encodeModel, type ModelParts, openModel, shareModel } from './model.ts'
import { scoreForest } from './trees.ts'
import { addWeights, packWeights } from './weights.ts'

const hashes = Int32Array.from({ length: 50 }, (_, i) => Math.imul(i + 1, 0x9e3779b1))
const table = (width: number) =>
  packWeights(
    hashes,
    Float32Array.from({ length: 50 * width }, (_, i) => Math.cos(i)),
    width,
    0,
  )
const forest = {
  base: -0.25,
  roots: Int32Array.of(0),
  feature: Int32Array.of(1, -1, -1),
  threshold: Float32Array.of(0.5, 0, 0),
  left: Int32Array.of(1, -1, -1),
  value: Float32Array.of(0, -1, 2),
}
const statistics = { odds: 1.5, frequency: 2, contentAfter: 0.5, sourceless: 0.25, quoted: 0.125 }
const parts: ModelParts = {
  settings: { cueThreshold: -3, acceptThreshold: 0.3 },
  vocabulary: new Map([
    ['says', { lemma: 'say', pos: 'VERB' }],
    ['mayor', { lemma: 'mayor', pos: 'NOUN' }],
  ]),
  cues: table(1),
  nodes: table(4),
  edges: table(16),
  phrases: table(2),
  lemmas: new Map([
    [7, statistics],
    [-9, { ...statistics, odds: -2 }],
  ]),
  reranker: forest,
  verifier: forest,
}

describe('a model file', () => {
  it('gives back what was written', () => {
    const model = openModel(shareModel(encodeModel(parts)))
    expect(model.settings).toEqual(parts.settings)
    expect(model.vocabulary).toEqual(new Map([...parts.vocabulary].toSorted()))
    expect(model.statisticsOf(7)).toEqual(statistics)
    expect(model.statisticsOf(-9).odds).toBe(-2)
    expect(model.statisticsOf(8)).toEqual(UNKNOWN_LEMMA)
    expect(scoreForest(model.verifier, Float32Array.of(0, 0.4))).toBe(-1.25)
    expect(scoreForest(model.verifier, Float32Array.of(0, 0.5))).toBe(1.75)
    const sums = new Int32Array(16)
    addWeights(model.edges, hashes.subarray(3, 4), 1, sums, 0)
    for (const [y, steps] of sums.entries()) expect(steps * model.edges.scale).toBeCloseTo(Math.cos(3 * 16 + y), 2)
  })

  it('has the same bytes for the same parts, and another hash for others', () => {
    const file = encodeModel(parts)
    expect(encodeModel({ ...parts, lemmas: new Map([...parts.lemmas].toReversed()) })).toEqual(file)
    const other = encodeModel({ ...parts, settings: { ...parts.settings, acceptThreshold: 0.5 } })
    expect(openModel(shareModel(other)).hash).not.toBe(openModel(shareModel(file)).hash)
  })

  it('is opened without a copy: all threads read the same memory', () => {
    const shared = shareModel(encodeModel(parts))
    const [one, two] = [openModel(shared), openModel(shared)]
    expect(one.nodes.cells.buffer).toBe(shared)
    expect(two.nodes.cells.buffer).toBe(shared)
  })

  it('of another format is refused', () => {
    const file = encodeModel(parts)
    const text = new TextDecoder('latin1').decode(file).replace('"format":1', '"format":9')
    expect(() => shareModel(Uint8Array.from(text, letter => letter.charCodeAt(0)))).toThrow('format 9')
  })
})
