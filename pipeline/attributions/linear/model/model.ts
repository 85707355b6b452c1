import { createHash } from 'node:crypto'
import type { Pos } from '../../../../src/domain/labels.ts'
import { LABELS } from './labels.ts'
import { type LemmaStatistics, UNKNOWN_LEMMA } from './lemma-statistics.ts'
import { openSections, packSections, type Sections } from './sections.ts'
import type { Forest } from './trees.ts'
import type { KnownWord } from './vocabulary.ts'
import { decodeAscending, encodeAscending, type PackedWeights, spreadWeights, type WeightTable } from './weights.ts'

/** Everything that training learned, ready for use. */
export interface Model {
  /** First 16 hexadecimal digits of the SHA-256 of the model file. */
  readonly hash: string
  readonly vocabulary: ReadonlyMap<string, KnownWord>
  readonly cues: WeightTable
  readonly nodes: WeightTable
  readonly edges: WeightTable
  /** Two weights a feature: for choosing an analysis, and for judging the chosen one. */
  readonly phrases: WeightTable
  readonly reranker: Forest
  readonly verifier: Forest
  readonly statisticsOf: (lemma: number) => LemmaStatistics
  readonly settings: ModelSettings
}

export interface ModelSettings {
  /** Log-odds from which a token is considered as a cue. */
  readonly cueThreshold: number
  /** Probability from which an attribution is accepted. */
  readonly acceptThreshold: number
}

/** The parts of a model as training makes them. */
export interface ModelParts {
  readonly settings: ModelSettings
  readonly vocabulary: ReadonlyMap<string, KnownWord>
  readonly cues: PackedWeights
  readonly nodes: PackedWeights
  readonly edges: PackedWeights
  readonly phrases: PackedWeights
  readonly lemmas: ReadonlyMap<number, LemmaStatistics>
  readonly reranker: Forest
  readonly verifier: Forest
}

const FORMAT = 1
const TABLES = { cues: 1, nodes: LABELS, edges: LABELS * LABELS, phrases: 2 } as const
type TableName = keyof typeof TABLES
const TABLE_NAMES = Object.keys(TABLES) as TableName[]
const FORESTS = ['reranker', 'verifier'] as const
const STATISTICS = ['odds', 'frequency', 'contentAfter', 'sourceless', 'quoted'] as const

/** Writes a model file: the same parts give the same bytes. */
export function encodeModel(parts: ModelParts): Uint8Array {
  const arrays: Record<string, Sections['arrays'][string]> = {}
  for (const name of TABLE_NAMES) {
    arrays[`${name}.hashes`] = encodeAscending(parts[name].hashes)
    arrays[`${name}.weights`] = parts[name].weights
  }
  for (const name of FORESTS) {
    const { roots, feature, threshold, left, value } = parts[name]
    Object.assign(arrays, {
      [`${name}.roots`]: roots,
      [`${name}.feature`]: feature,
      [`${name}.threshold`]: threshold,
      [`${name}.left`]: left,
      [`${name}.value`]: value,
    })
  }
  const lemmas = [...parts.lemmas].toSorted(([a], [b]) => a - b)
  arrays['lemmas.hashes'] = Int32Array.from(lemmas, ([hash]) => hash)
  arrays['lemmas.values'] = Float32Array.from(lemmas.flatMap(([, known]) => STATISTICS.map(name => known[name])))
  const words = [...parts.vocabulary].map(([word, { lemma, pos }]) => `${word}\t${lemma}\t${pos}`).toSorted()
  const facts = {
    format: FORMAT,
    settings: parts.settings,
    scales: Object.fromEntries(TABLE_NAMES.map(name => [name, parts[name].scale])),
    bases: Object.fromEntries(FORESTS.map(name => [name, parts[name].base])),
  }
  arrays.vocabulary = new TextEncoder().encode(words.join('\n'))
  return new Uint8Array(packSections({ facts, arrays }, bytes => new ArrayBuffer(bytes)))
}

/** Unfolds a model file into memory that every thread can open without a copy of its own. */
export function shareModel(file: Uint8Array): SharedArrayBuffer {
  const { facts, arrays } = openSections(file.slice().buffer)
  if (facts.format !== FORMAT) throw new Error(`The model file has format ${String(facts.format)}, not ${FORMAT}`)
  const unfolded: Record<string, Sections['arrays'][string]> = { ...arrays }
  for (const name of TABLE_NAMES) {
    const weights = arrays[`${name}.weights`] as Int8Array
    const { cells } = spreadWeights({
      width: TABLES[name],
      scale: 1,
      hashes: decodeAscending(arrays[`${name}.hashes`] as Uint8Array, weights.length / TABLES[name]),
      weights,
    })
    delete unfolded[`${name}.hashes`]
    delete unfolded[`${name}.weights`]
    unfolded[`${name}.cells`] = cells
  }
  const hash = createHash('sha256').update(file).digest('hex').slice(0, 16)
  return packSections({ facts: { ...facts, hash }, arrays: unfolded }, bytes => new SharedArrayBuffer(bytes))
}

/** Opens what {@link shareModel} unfolded. Only the vocabulary is copied. */
export function openModel(shared: SharedArrayBuffer): Model {
  const { facts, arrays } = openSections(shared)
  const scales = facts.scales as Record<TableName, number>
  const bases = facts.bases as Record<(typeof FORESTS)[number], number>
  const table = (name: TableName): WeightTable => ({
    width: TABLES[name],
    scale: scales[name],
    cells: arrays[`${name}.cells`] as Int32Array,
  })
  const forest = (name: (typeof FORESTS)[number]): Forest => ({
    base: bases[name],
    roots: arrays[`${name}.roots`] as Int32Array,
    feature: arrays[`${name}.feature`] as Int32Array,
    threshold: arrays[`${name}.threshold`] as Float32Array,
    left: arrays[`${name}.left`] as Int32Array,
    value: arrays[`${name}.value`] as Float32Array,
  })
  const text = new TextDecoder().decode((arrays.vocabulary as Uint8Array).slice())
  const vocabulary = new Map<string, KnownWord>()
  for (const line of text.split('\n')) {
    const [word, lemma, pos] = line.split('\t')
    if (word !== undefined && lemma !== undefined) vocabulary.set(word, { lemma, pos: pos as Pos })
  }
  const lemmas = arrays['lemmas.hashes'] as Int32Array
  const values = arrays['lemmas.values'] as Float32Array
  return {
    hash: facts.hash as string,
    vocabulary,
    cues: table('cues'),
    nodes: table('nodes'),
    edges: table('edges'),
    phrases: table('phrases'),
    reranker: forest('reranker'),
    verifier: forest('verifier'),
    settings: facts.settings as ModelSettings,
    statisticsOf: lemma => {
      const row = findSorted(lemmas, lemma)
      if (row < 0) return UNKNOWN_LEMMA
      const at = row * STATISTICS.length
      return {
        odds: values[at] as number,
        frequency: values[at + 1] as number,
        contentAfter: values[at + 2] as number,
        sourceless: values[at + 3] as number,
        quoted: values[at + 4] as number,
      }
    },
  }
}

/** Index of a value in an ascending array, or -1. */
function findSorted(values: Int32Array, value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return values[low] === value ? low : -1
}
