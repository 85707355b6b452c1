import type { EncodingLayer, TokensLayer } from '../../../src/domain/layers.ts'
import type { Session, Tensor } from '../../../src/nlp/onnx.ts'
import type { PairWeights } from '../../open-model.ts'
import { listCandidates } from '../candidates.ts'
import { FEATURE_COUNT, PairReader } from '../pair-features.ts'
import { KINDS, type Reference } from '../reference.ts'

/** References that the model reads at once. */
const AT_ONCE = 1024

/** An earlier reference, and how much speaks for a later one going back to it: log-odds against going back to nobody. */
export interface ScoredCandidate {
  /** Index of the earlier reference. */
  readonly earlier: number
  readonly score: number
}

/** The model's parts that score pairs. */
export interface PairModel {
  readonly references: Session
  readonly pairs: PairWeights
}

/**
 * Scores every reference with those that it may go back to, nearest first. Costs as much as there are references: of each no
 * more than a window is looked at.
 *
 * @param quotationOf for a token, the number of the quotation that it stands in from 1, or 0
 */
export async function scorePairs(
  { references: session, pairs }: PairModel,
  layer: TokensLayer,
  encoding: EncodingLayer,
  quotationOf: (token: number) => number,
  references: readonly Reference[],
): Promise<ScoredCandidate[][]> {
  const candidates = listCandidates(layer, references)
  const reader = new PairReader(layer, quotationOf, references)
  const scorer = new PairScorer(flatten(pairs), await project(session, encoding, references))
  const numbers = new Uint8Array(FEATURE_COUNT)
  return candidates.map((list, i) =>
    list.map((earlier, rank): ScoredCandidate => {
      reader.read(i, earlier, rank, numbers, 0)
      return { earlier, score: scorer.score(i, earlier, numbers) }
    }),
  )
}

/** One row a reference. */
interface Parts {
  readonly later: Float32Array
  readonly earlier: Float32Array
  readonly laterProduct: Float32Array
  readonly earlierProduct: Float32Array
  readonly product: number
}

async function project(session: Session, encoding: EncodingLayer, references: readonly Reference[]): Promise<Parts> {
  const rows: { [Name in 'later' | 'earlier' | 'laterProduct' | 'earlierProduct']: Float32Array[] } = {
    later: [],
    earlier: [],
    laterProduct: [],
    earlierProduct: [],
  }
  let product = 0
  for (let at = 0; at < references.length; at += AT_ONCE) {
    const some = references.slice(at, at + AT_ONCE)
    const vectorsOf = (token: (one: Reference) => number): Tensor => {
      const data = new Float32Array(some.length * encoding.width)
      for (const [i, one] of some.entries()) {
        const from = token(one) * encoding.width
        data.set(encoding.vectors.subarray(from, from + encoding.width), i * encoding.width)
      }
      return { data, shape: [some.length, encoding.width] }
    }
    const found = await session.run({
      first: vectorsOf(({ from }) => from),
      last: vectorsOf(({ to }) => to - 1),
      kind: { data: Int32Array.from(some, ({ kind }) => KINDS.indexOf(kind)), shape: [some.length] },
    })
    rows.later.push((found.later as Tensor).data as Float32Array)
    rows.earlier.push((found.earlier as Tensor).data as Float32Array)
    rows.laterProduct.push((found.later_product as Tensor).data as Float32Array)
    rows.earlierProduct.push((found.earlier_product as Tensor).data as Float32Array)
    product = (found.later_product as Tensor).shape[1] as number
  }
  return {
    later: join(rows.later),
    earlier: join(rows.earlier),
    laterProduct: join(rows.laterProduct),
    earlierProduct: join(rows.earlierProduct),
    product,
  }
}

function join(parts: readonly Float32Array[]): Float32Array {
  if (parts.length === 1) return parts[0] as Float32Array
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

interface FlatWeights {
  readonly hidden: number
  /** One table a feature: a row of hidden units for each number. */
  readonly tables: readonly Float32Array[]
  readonly score: Float32Array
  readonly bias: number
}

const flattened = new WeakMap<PairWeights, FlatWeights>()

function flatten(pairs: PairWeights): FlatWeights {
  const known = flattened.get(pairs)
  if (known !== undefined) return known
  const flat = {
    hidden: pairs.score.length,
    tables: pairs.features.map(table => Float32Array.from(table.flat())),
    score: Float32Array.from(pairs.score),
    bias: pairs.bias,
  }
  flattened.set(pairs, flat)
  return flat
}

/** Adds up what speaks for pairs of references, from what was computed of each and the features of both. */
class PairScorer {
  readonly #weights: FlatWeights
  readonly #parts: Parts
  readonly #units: Float32Array

  constructor(weights: FlatWeights, parts: Parts) {
    this.#weights = weights
    this.#parts = parts
    this.#units = new Float32Array(weights.hidden)
  }

  /** @param numbers the features of the pair */
  score(i: number, j: number, numbers: Uint8Array): number {
    this.#fillUnits(i, j, numbers)
    const { hidden, score, bias } = this.#weights
    const units = this.#units
    let total = bias
    for (let k = 0; k < hidden; k += 1) {
      const unit = units[k] as number
      if (unit > 0) total += unit * (score[k] as number)
    }
    const { laterProduct, earlierProduct, product } = this.#parts
    const [atI, atJ] = [i * product, j * product]
    for (let k = 0; k < product; k += 1)
      total += (laterProduct[atI + k] as number) * (earlierProduct[atJ + k] as number)
    return total
  }

  #fillUnits(i: number, j: number, numbers: Uint8Array): void {
    const { hidden, tables } = this.#weights
    const { later, earlier } = this.#parts
    const units = this.#units
    const [atLater, atEarlier] = [i * hidden, j * hidden]
    for (let k = 0; k < hidden; k += 1) units[k] = (later[atLater + k] as number) + (earlier[atEarlier + k] as number)
    for (let feature = 0; feature < tables.length; feature += 1) {
      const table = tables[feature] as Float32Array
      const at = (numbers[feature] as number) * hidden
      for (let k = 0; k < hidden; k += 1) units[k] = (units[k] as number) + (table[at + k] as number)
    }
  }
}
