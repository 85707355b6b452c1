import { Random } from './random.ts'

/** Dense features in bins: `bins[r * features + f]` is the bin of feature f in row r; `cuts[f]` the upper border of each bin. */
export interface BinnedRows {
  readonly rows: number
  readonly features: number
  readonly bins: Uint8Array
  readonly cuts: readonly Float32Array[]
}

export interface TreeTraining {
  readonly trees: number
  readonly leaves: number
  readonly rate: number
  readonly minimum: number
  readonly lambda: number
  /** Share of features tried at each tree. */
  readonly featureShare: number
  /** Share of rows that each tree sees. */
  readonly rowShare: number
  readonly seed: number
}

/** A tree in arrays; node 0 is the root. A leaf has `feature` -1; `value` is the mean score of every node. */
export interface Tree {
  readonly feature: Int32Array
  readonly threshold: Float32Array
  readonly left: Int32Array
  readonly right: Int32Array
  readonly value: Float32Array
}

const BINS = 64

/** Sorts every feature's values into at most 64 bins of about equal weight. `rows` is row-major. */
export function binRows(values: Float32Array, rows: number, features: number): BinnedRows {
  const bins = new Uint8Array(rows * features)
  const cuts: Float32Array[] = []
  const step = Math.max(1, Math.floor(rows / 20000))
  for (let f = 0; f < features; f += 1) {
    const sample = new Float32Array(Math.ceil(rows / step))
    for (let s = 0, r = 0; r < rows; r += step, s += 1) sample[s] = values[r * features + f] as number
    sample.sort()
    const borders: number[] = []
    for (let b = 1; b < BINS; b += 1) {
      const value = sample[Math.floor((b * sample.length) / BINS)] as number
      if (borders.at(-1) !== value && value > (sample[0] as number)) borders.push(value)
    }
    // A border b means: bin index counts the borders that are <= value.
    const cut = Float32Array.from(borders)
    cuts.push(cut)
    for (let r = 0; r < rows; r += 1) bins[r * features + f] = binOf(cut, values[r * features + f] as number)
  }
  return { rows, features, bins, cuts }
}

function binOf(cut: Float32Array, value: number): number {
  let low = 0
  let high = cut.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((cut[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}

interface Leaf {
  node: number
  from: number
  to: number
  gain: number
  feature: number
  bin: number
  sumG: number
  sumH: number
  histogram: Float64Array
}

/**
 * Gradient-boosted trees grown leaf by leaf on histograms.
 *
 * `derive` fills gradient and curvature of every row from the current scores, so any twice-differentiable loss serves.
 */
export function trainTrees(
  data: BinnedRows,
  derive: (scores: Float64Array, gradient: Float64Array, curvature: Float64Array) => void,
  base: number,
  options: TreeTraining,
  report?: (tree: number) => void,
): Tree[] {
  const { rows, features, bins, cuts } = data
  const scores = new Float64Array(rows).fill(base)
  const gradient = new Float64Array(rows)
  const curvature = new Float64Array(rows)
  const random = new Random(options.seed)
  const index = new Int32Array(rows)
  const spare = new Int32Array(rows)
  const trees: Tree[] = []
  const active = new Int32Array(features)
  for (let t = 0; t < options.trees; t += 1) {
    derive(scores, gradient, curvature)
    let count = 0
    for (let r = 0; r < rows; r += 1) {
      if (options.rowShare < 1 && random.fraction() >= options.rowShare) continue
      index[count] = r
      count += 1
    }
    let tried = 0
    for (let f = 0; f < features; f += 1) {
      if (random.fraction() >= options.featureShare) continue
      active[tried] = f
      tried += 1
    }
    const feature: number[] = [-1]
    const threshold: number[] = [0]
    const left: number[] = [-1]
    const right: number[] = [-1]
    const value: number[] = [0]
    const collect = (from: number, to: number): Float64Array => {
      const histogram = new Float64Array(tried * BINS * 2)
      for (let i = from; i < to; i += 1) {
        const r = index[i] as number
        const g = gradient[r] as number
        const h = curvature[r] as number
        const row = r * features
        for (let k = 0; k < tried; k += 1) {
          const at = (k * BINS + (bins[row + (active[k] as number)] as number)) * 2
          histogram[at] = (histogram[at] as number) + g
          histogram[at + 1] = (histogram[at + 1] as number) + h
        }
      }
      return histogram
    }
    const search = (leaf: Leaf): void => {
      leaf.gain = 0
      const parent = (leaf.sumG * leaf.sumG) / (leaf.sumH + options.lambda)
      for (let k = 0; k < tried; k += 1) {
        const f = active[k] as number
        let g = 0
        let h = 0
        const last = (cuts[f] as Float32Array).length
        for (let b = 0; b < last; b += 1) {
          g += leaf.histogram[(k * BINS + b) * 2] as number
          h += leaf.histogram[(k * BINS + b) * 2 + 1] as number
          const otherH = leaf.sumH - h
          if (h < options.minimum) continue
          if (otherH < options.minimum) break
          const otherG = leaf.sumG - g
          const gain = (g * g) / (h + options.lambda) + (otherG * otherG) / (otherH + options.lambda) - parent
          if (gain > leaf.gain + 1e-9) {
            leaf.gain = gain
            leaf.feature = f
            leaf.bin = b
          }
        }
      }
    }
    const makeLeaf = (node: number, from: number, to: number, histogram: Float64Array): Leaf => {
      let sumG = 0
      let sumH = 0
      for (let i = from; i < to; i += 1) {
        sumG += gradient[index[i] as number] as number
        sumH += curvature[index[i] as number] as number
      }
      value[node] = (-options.rate * sumG) / (sumH + options.lambda)
      const leaf: Leaf = { node, from, to, gain: 0, feature: -1, bin: 0, sumG, sumH, histogram }
      search(leaf)
      return leaf
    }
    const open: Leaf[] = [makeLeaf(0, 0, count, collect(0, count))]
    let leaves = 1
    while (leaves < options.leaves) {
      let best = -1
      for (const [i, leaf] of open.entries())
        if (leaf.gain > 1e-6 && (best < 0 || leaf.gain > (open[best] as Leaf).gain)) best = i
      if (best < 0) break
      const [leaf] = open.splice(best, 1) as [Leaf]
      let middle = leaf.from
      let held = 0
      for (let i = leaf.from; i < leaf.to; i += 1) {
        const r = index[i] as number
        if ((bins[r * features + leaf.feature] as number) <= leaf.bin) {
          index[middle] = r
          middle += 1
        } else {
          spare[held] = r
          held += 1
        }
      }
      for (let i = 0; i < held; i += 1) index[middle + i] = spare[i] as number
      const a = feature.length
      for (let i = 0; i < 2; i += 1) {
        feature.push(-1)
        threshold.push(0)
        left.push(-1)
        right.push(-1)
        value.push(0)
      }
      feature[leaf.node] = leaf.feature
      threshold[leaf.node] = (cuts[leaf.feature] as Float32Array)[leaf.bin] as number
      left[leaf.node] = a
      right[leaf.node] = a + 1
      const smallLeft = middle - leaf.from <= leaf.to - middle
      const small = smallLeft ? collect(leaf.from, middle) : collect(middle, leaf.to)
      const large = leaf.histogram
      for (let i = 0; i < large.length; i += 1) large[i] = (large[i] as number) - (small[i] as number)
      open.push(makeLeaf(a, leaf.from, middle, smallLeft ? small : large))
      open.push(makeLeaf(a + 1, middle, leaf.to, smallLeft ? large : small))
      leaves += 1
    }
    const tree: Tree = {
      feature: Int32Array.from(feature),
      threshold: Float32Array.from(threshold),
      left: Int32Array.from(left),
      right: Int32Array.from(right),
      value: Float32Array.from(value),
    }
    trees.push(tree)
    // Rows outside the sample need the tree's score too.
    const splitBin = feature.map((f, i) => (f < 0 ? 0 : (cuts[f] as Float32Array).indexOf(threshold[i] as number)))
    for (let r = 0; r < rows; r += 1) {
      let node = 0
      while ((feature[node] as number) >= 0) {
        node =
          (bins[r * features + (feature[node] as number)] as number) <= (splitBin[node] as number)
            ? (left[node] as number)
            : (right[node] as number)
      }
      scores[r] = (scores[r] as number) + (value[node] as number)
    }
    report?.(t)
  }
  return trees
}
