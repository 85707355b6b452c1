import { Random } from './random.ts'

/** Groups of rows with sparse features; the rows of group g are `groups[g] … groups[g + 1] - 1`. */
export interface PhraseRows {
  readonly features: Int32Array
  readonly offsets: Int32Array
  readonly groups: Int32Array
  /** What each row should get: a share of its group's 1. */
  readonly targets: Float32Array
}

export interface PhraseTraining {
  readonly epochs: number
  readonly rate: number
  readonly dropout: number
  readonly seed: number
}

/**
 * Trains a sparse linear model by AdaGrad with feature dropout. Rows of one group compete (softmax); a row alone in
 * its group is judged by itself (logistic), its target being 0 or 1.
 */
export function trainPhrases(
  rows: PhraseRows,
  chosen: Int32Array,
  size: number,
  options: PhraseTraining,
): Float32Array {
  const { features, offsets, groups, targets } = rows
  const weights = new Float32Array(size)
  const squares = new Float32Array(size).fill(0.1)
  const sum = new Float32Array(size)
  const random = new Random(options.seed)
  const order = chosen.slice()
  const keep = 1 - options.dropout
  const limit = Math.floor(keep * 0xffffffff)
  const kept = new Int32Array(4096)
  const ends = new Int32Array(64)
  const scores = new Float64Array(64)
  let averaged = 0
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    random.shuffle(order)
    const rate = options.rate / (1 + 0.15 * epoch)
    for (const g of order) {
      const from = groups[g] as number
      const length = (groups[g + 1] as number) - from
      let count = 0
      for (let r = 0; r < length; r += 1) {
        let score = 0
        for (let f = offsets[from + r] as number; f < (offsets[from + r + 1] as number); f += 1) {
          if (random.next() >>> 0 > limit) continue
          const at = features[f] as number
          kept[count] = at
          count += 1
          score += weights[at] as number
        }
        scores[r] = score
        ends[r] = count
      }
      const total = length === 1 ? 0 : softmax(scores, length)
      for (let r = 0; r < length; r += 1) {
        const share = length === 1 ? 1 / (1 + Math.exp(-(scores[r] as number))) : (scores[r] as number) / total
        const gradient = share - (targets[from + r] as number)
        if (Math.abs(gradient) < 1e-4) continue
        for (let c = r === 0 ? 0 : (ends[r - 1] as number); c < (ends[r] as number); c += 1) {
          const at = kept[c] as number
          const square = (squares[at] as number) + gradient * gradient
          squares[at] = square
          weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(square)
        }
      }
    }
    if (epoch * 2 < options.epochs) continue
    averaged += 1
    for (let at = 0; at < size; at += 1) sum[at] = (sum[at] as number) + (weights[at] as number)
  }
  for (let at = 0; at < size; at += 1) sum[at] = ((sum[at] as number) * keep) / averaged
  return sum
}

/** Replaces scores by their exponentials, the largest being 1; returns their sum. */
function softmax(scores: Float64Array, length: number): number {
  let top = -Infinity
  for (let r = 0; r < length; r += 1) if ((scores[r] as number) > top) top = scores[r] as number
  let total = 0
  for (let r = 0; r < length; r += 1) {
    const value = Math.exp((scores[r] as number) - top)
    scores[r] = value
    total += value
  }
  return total
}
