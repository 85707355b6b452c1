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

/** Slope and curvature of the loss at every row, by the scores so far. */
interface Derivatives {
  readonly gradient: Float64Array
  readonly curvature: Float64Array
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
): Tree[] {
  const scores = new Float64Array(data.rows).fill(base)
  const gradient = new Float64Array(data.rows)
  const curvature = new Float64Array(data.rows)
  const grower = new TreeGrower(data, { gradient, curvature }, options)
  const trees: Tree[] = []
  for (let t = 0; t < options.trees; t += 1) {
    derive(scores, gradient, curvature)
    const tree = grower.grow()
    trees.push(tree.finish())
    // Rows outside the sample need the tree's score too.
    addScores(data, tree, scores)
  }
  return trees
}

/** Rows that fall together so far: `[from, to)` of those that the tree is grown on. */
interface Leaf {
  readonly node: number
  readonly from: number
  readonly to: number
  readonly sumG: number
  readonly sumH: number
  /** Gradient and curvature, summed up by tried feature and bin. */
  readonly histogram: Float64Array
  /** The split that gains most; a gain of 0 is none. */
  gain: number
  feature: number
  bin: number
}

/** Smaller gains are noise. */
const LEAST_GAIN = 1e-6

/** Grows one tree after another on the same rows, each on a sample of these and of the features. */
class TreeGrower {
  readonly #data: BinnedRows
  readonly #derivatives: Derivatives
  readonly #options: TreeTraining
  readonly #random: Random
  /** Rows that the tree is grown on, those of a leaf side by side. */
  readonly #index: Int32Array
  readonly #spare: Int32Array
  /** Features that the tree may ask for, so many of them. */
  readonly #active: Int32Array
  #tried = 0
  #tree = new TreeDraft()

  constructor(data: BinnedRows, derivatives: Derivatives, options: TreeTraining) {
    this.#data = data
    this.#derivatives = derivatives
    this.#options = options
    this.#random = new Random(options.seed)
    this.#index = new Int32Array(data.rows)
    this.#spare = new Int32Array(data.rows)
    this.#active = new Int32Array(data.features)
  }

  grow(): TreeDraft {
    const count = this.#sampleRows()
    this.#sampleFeatures()
    this.#tree = new TreeDraft()
    const open: Leaf[] = [this.#makeLeaf(this.#tree.addNode(), 0, count, this.#collect(0, count))]
    for (let leaves = 1; leaves < this.#options.leaves; leaves += 1) {
      const best = findBest(open)
      if (best < 0) break
      const [leaf] = open.splice(best, 1) as [Leaf]
      open.push(...this.#split(leaf))
    }
    return this.#tree
  }

  #sampleRows(): number {
    const { rowShare } = this.#options
    let count = 0
    for (let r = 0; r < this.#data.rows; r += 1) {
      if (rowShare < 1 && this.#random.fraction() >= rowShare) continue
      this.#index[count] = r
      count += 1
    }
    return count
  }

  #sampleFeatures(): void {
    this.#tried = 0
    for (let f = 0; f < this.#data.features; f += 1) {
      if (this.#random.fraction() >= this.#options.featureShare) continue
      this.#active[this.#tried] = f
      this.#tried += 1
    }
  }

  /** The histogram of the rows `[from, to)`. */
  #collect(from: number, to: number): Float64Array {
    const { features, bins } = this.#data
    const { gradient, curvature } = this.#derivatives
    const [index, active, tried] = [this.#index, this.#active, this.#tried]
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

  #makeLeaf(node: number, from: number, to: number, histogram: Float64Array): Leaf {
    const { gradient, curvature } = this.#derivatives
    let sumG = 0
    let sumH = 0
    for (let i = from; i < to; i += 1) {
      sumG += gradient[this.#index[i] as number] as number
      sumH += curvature[this.#index[i] as number] as number
    }
    this.#tree.value[node] = (-this.#options.rate * sumG) / (sumH + this.#options.lambda)
    const leaf: Leaf = { node, from, to, gain: 0, feature: -1, bin: 0, sumG, sumH, histogram }
    for (let k = 0; k < this.#tried; k += 1) this.#search(leaf, k)
    return leaf
  }

  /** Looks for a better split of a leaf among the borders of one feature. */
  #search(leaf: Leaf, k: number): void {
    const { minimum, lambda } = this.#options
    const { sumG, sumH, histogram } = leaf
    const feature = this.#active[k] as number
    const borders = (this.#data.cuts[feature] as Float32Array).length
    const whole = (sumG * sumG) / (sumH + lambda)
    let g = 0
    let h = 0
    for (let b = 0; b < borders; b += 1) {
      g += histogram[(k * BINS + b) * 2] as number
      h += histogram[(k * BINS + b) * 2 + 1] as number
      const otherH = sumH - h
      if (h < minimum) continue
      if (otherH < minimum) break
      const otherG = sumG - g
      const gain = (g * g) / (h + lambda) + (otherG * otherG) / (otherH + lambda) - whole
      if (gain <= leaf.gain + 1e-9) continue
      leaf.gain = gain
      leaf.feature = feature
      leaf.bin = b
    }
  }

  /** Parts a leaf in two. The histogram of the larger one is what the smaller leaves of the whole. */
  #split(leaf: Leaf): [Leaf, Leaf] {
    const { from, to, histogram: large } = leaf
    const middle = this.#part(leaf)
    const left = this.#tree.addNode()
    const right = this.#tree.addNode()
    const cuts = this.#data.cuts[leaf.feature] as Float32Array
    this.#tree.split(leaf.node, leaf.feature, cuts[leaf.bin] as number, left)
    const isLeftSmall = middle - from <= to - middle
    const small = isLeftSmall ? this.#collect(from, middle) : this.#collect(middle, to)
    for (let i = 0; i < large.length; i += 1) large[i] = (large[i] as number) - (small[i] as number)
    return [
      this.#makeLeaf(left, from, middle, isLeftSmall ? small : large),
      this.#makeLeaf(right, middle, to, isLeftSmall ? large : small),
    ]
  }

  /** Puts the rows that go left before the others, both in order. Returns where the others begin. */
  #part({ from, to, feature, bin }: Leaf): number {
    const { features, bins } = this.#data
    const [index, spare] = [this.#index, this.#spare]
    let middle = from
    let held = 0
    for (let i = from; i < to; i += 1) {
      const r = index[i] as number
      if ((bins[r * features + feature] as number) <= bin) {
        index[middle] = r
        middle += 1
      } else {
        spare[held] = r
        held += 1
      }
    }
    for (let i = 0; i < held; i += 1) index[middle + i] = spare[i] as number
    return middle
  }
}

/** The leaf whose split gains most, or -1 where none gains anything. */
function findBest(open: readonly Leaf[]): number {
  let best = -1
  for (const [i, leaf] of open.entries())
    if (leaf.gain > LEAST_GAIN && (best < 0 || leaf.gain > (open[best] as Leaf).gain)) best = i
  return best
}

/** A tree while it grows, with all digits of its values. */
class TreeDraft {
  readonly value: number[] = []
  readonly feature: number[] = []
  readonly threshold: number[] = []
  readonly left: number[] = []
  readonly right: number[] = []

  addNode(): number {
    this.value.push(0)
    this.feature.push(-1)
    this.threshold.push(0)
    this.left.push(-1)
    this.right.push(-1)
    return this.value.length - 1
  }

  /** Makes a leaf ask for a feature; its right branch is the node behind the left one. */
  split(node: number, feature: number, threshold: number, left: number): void {
    this.feature[node] = feature
    this.threshold[node] = threshold
    this.left[node] = left
    this.right[node] = left + 1
  }

  finish(): Tree {
    return {
      feature: Int32Array.from(this.feature),
      threshold: Float32Array.from(this.threshold),
      left: Int32Array.from(this.left),
      right: Int32Array.from(this.right),
      value: Float32Array.from(this.value),
    }
  }
}

/** Adds what a tree says of every row to its score. */
function addScores(
  { rows, features, bins, cuts }: BinnedRows,
  { feature, threshold, left, right, value }: TreeDraft,
  scores: Float64Array,
): void {
  const splitBin = feature.map((f, i) => (f < 0 ? 0 : (cuts[f] as Float32Array).indexOf(threshold[i] as number)))
  for (let r = 0; r < rows; r += 1) {
    let node = 0
    while ((feature[node] as number) >= 0) {
      const bin = bins[r * features + (feature[node] as number)] as number
      node = (bin <= (splitBin[node] as number) ? left[node] : right[node]) as number
    }
    scores[r] = (scores[r] as number) + (value[node] as number)
  }
}
