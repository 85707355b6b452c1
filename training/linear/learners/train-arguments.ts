import { Lattice } from '../../../pipeline/attributions/linear/arguments/crf.ts'
import { Random } from './random.ts'

/**
 * Sequences in flat arrays. Position j of sequence e is `starts[e] + j`; the node features of position p are
 * `nodes[nodeOffsets[p] … nodeOffsets[p + 1])`, its edge features (from the position before) likewise.
 */
export interface ArgumentExamples {
  readonly starts: Int32Array
  readonly nodes: Int32Array
  readonly nodeOffsets: Int32Array
  readonly edges: Int32Array
  readonly edgeOffsets: Int32Array
  readonly labels: Uint8Array
  /** Position of the cue's head inside each sequence: its label is given, not learned. */
  readonly triggers: Int32Array
}

export interface ArgumentTraining {
  readonly labels: number
  readonly cueLabel: number
  readonly epochs: number
  readonly rate: number
  readonly dropout: number
  readonly decay: number
  readonly seed: number
}

export interface ArgumentWeights {
  readonly node: Float32Array
  readonly edge: Float32Array
}

/** How many features of either kind there are. */
export interface ArgumentSizes {
  readonly node: number
  readonly edge: number
}

/** What AdaGrad divides the first steps by, squared. */
const FIRST_SQUARE = 1e-1
/** Smaller gradients are passed over. */
const SMALLEST = 1e-3
/** Log-potential of a label that is ruled out. */
const IMPOSSIBLE = -1e4

/** Trains the argument CRF by AdaGrad on the log-likelihood, with feature dropout. */
export function trainArguments(
  examples: ArgumentExamples,
  chosen: Int32Array,
  sizes: ArgumentSizes,
  options: ArgumentTraining,
): ArgumentWeights {
  const random = new Random(options.seed)
  const trainer = new ArgumentTrainer(examples, sizes, options, random)
  const order = chosen.slice()
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    random.shuffle(order)
    const rate = options.rate / (1 + 0.15 * epoch)
    for (const e of order) trainer.learn(e, rate)
    if (epoch * 2 >= options.epochs) trainer.takeIntoAverage()
  }
  return trainer.average()
}

class ArgumentTrainer {
  readonly #examples: ArgumentExamples
  readonly #options: ArgumentTraining
  readonly #lattice: Lattice
  readonly #nodes: FeatureWeights
  readonly #edges: FeatureWeights
  /** Probability of every pair of labels at one position. */
  readonly #pair: Float64Array

  constructor(examples: ArgumentExamples, sizes: ArgumentSizes, options: ArgumentTraining, random: Random) {
    const { labels, dropout, decay } = options
    const { nodes, nodeOffsets, edges, edgeOffsets } = examples
    const shared = { random, dropout, decay }
    this.#examples = examples
    this.#options = options
    this.#lattice = new Lattice(labels)
    this.#nodes = new FeatureWeights({
      features: nodes,
      offsets: nodeOffsets,
      size: sizes.node,
      width: labels,
      ...shared,
    })
    const width = labels * labels
    this.#edges = new FeatureWeights({ features: edges, offsets: edgeOffsets, size: sizes.edge, width, ...shared })
    this.#pair = new Float64Array(width)
  }

  /** One step on one example. */
  learn(e: number, rate: number): void {
    const { starts, triggers } = this.#examples
    const from = starts[e] as number
    const length = (starts[e + 1] as number) - from
    const trigger = triggers[e] as number
    const lattice = this.#lattice
    lattice.reset(length)
    this.#nodes.begin(from, length)
    this.#edges.begin(from, length)
    for (let j = 0; j < length; j += 1) {
      this.#nodes.score(j, lattice.node)
      this.#edges.score(j, lattice.edge)
    }
    this.#giveCue(trigger)
    lattice.run(length)
    this.#learnNodes(from, length, trigger, rate)
    this.#learnEdges(from, length, rate)
  }

  takeIntoAverage(): void {
    this.#nodes.takeIntoAverage()
    this.#edges.takeIntoAverage()
  }

  average(): ArgumentWeights {
    return { node: this.#nodes.average(), edge: this.#edges.average() }
  }

  /** The cue's head is a cue, whatever the weights say. */
  #giveCue(trigger: number): void {
    const { labels, cueLabel } = this.#options
    for (let y = 0; y < labels; y += 1) if (y !== cueLabel) this.#lattice.node[trigger * labels + y] = IMPOSSIBLE
  }

  #learnNodes(from: number, length: number, trigger: number, rate: number): void {
    const { labels } = this.#options
    const { marginal } = this.#lattice
    for (let j = 0; j < length; j += 1) {
      if (j === trigger) continue
      const want = this.#examples.labels[from + j] as number
      for (let y = 0; y < labels; y += 1)
        this.#nodes.learn(j, y, (marginal[j * labels + y] as number) - (y === want ? 1 : 0), rate)
    }
  }

  #learnEdges(from: number, length: number, rate: number): void {
    const { labels } = this.#options
    const pair = this.#pair
    for (let j = 1; j < length; j += 1) {
      for (let x = 0; x < labels; x += 1)
        for (let y = 0; y < labels; y += 1) pair[x * labels + y] = this.#lattice.step(j, x, y)
      const want =
        (this.#examples.labels[from + j - 1] as number) * labels + (this.#examples.labels[from + j] as number)
      pair[want] = (pair[want] as number) - 1
      for (let z = 0; z < pair.length; z += 1) this.#edges.learn(j, z, pair[z] as number, rate)
    }
  }
}

interface FeatureTable {
  /** Features of position p are `features[offsets[p] … offsets[p + 1])`; those below 0 are too rare to be learned. */
  readonly features: Int32Array
  readonly offsets: Int32Array
  readonly size: number
  /** Weights that each feature has. */
  readonly width: number
  readonly random: Random
  readonly dropout: number
  readonly decay: number
}

/** The weights of one kind of feature, and the features of the example at hand that dropout left. */
class FeatureWeights {
  readonly #table: FeatureTable
  readonly #weights: Float32Array
  readonly #squares: Float32Array
  readonly #sum: Float32Array
  #averaged = 0
  #from = 0
  /** First weights of the features that are kept; those of place j begin at `#starts[j]`. */
  #kept = new Int32Array(0)
  #starts = new Int32Array(0)
  #count = 0

  constructor(table: FeatureTable) {
    const weights = table.size * table.width
    this.#table = table
    this.#weights = new Float32Array(weights)
    this.#squares = new Float32Array(weights).fill(FIRST_SQUARE)
    this.#sum = new Float32Array(weights)
  }

  /** Begins an example whose places are positions from `from` on. */
  begin(from: number, length: number): void {
    const { offsets } = this.#table
    const room = (offsets[from + length] as number) - (offsets[from] as number)
    if (this.#kept.length < room) this.#kept = new Int32Array(room * 2)
    if (this.#starts.length < length + 1) this.#starts = new Int32Array(length * 2 + 1)
    this.#from = from
    this.#count = 0
  }

  /** Chooses among the features of the next place, and adds their weights to the scores of its labels. */
  score(j: number, scores: Float64Array): void {
    const { features, offsets, width, random, dropout } = this.#table
    const limit = Math.floor((1 - dropout) * 0xffffffff)
    const weights = this.#weights
    const position = this.#from + j
    for (let f = offsets[position] as number; f < (offsets[position + 1] as number); f += 1) {
      if (random.next() >>> 0 > limit) continue
      const at = (features[f] as number) * width
      if (at < 0) continue
      this.#kept[this.#count] = at
      this.#count += 1
      for (let z = 0; z < width; z += 1)
        scores[j * width + z] = (scores[j * width + z] as number) + (weights[at + z] as number)
    }
    this.#starts[j + 1] = this.#count
  }

  /** Takes one weight of every kept feature of a place a step down. */
  learn(j: number, z: number, gradient: number, rate: number): void {
    if (gradient < SMALLEST && gradient > -SMALLEST) return
    const { decay } = this.#table
    const weights = this.#weights
    const squares = this.#squares
    for (let c = this.#starts[j] as number; c < (this.#starts[j + 1] as number); c += 1) {
      const at = (this.#kept[c] as number) + z
      const g = gradient + decay * (weights[at] as number)
      const square = (squares[at] as number) + g * g
      squares[at] = square
      weights[at] = (weights[at] as number) - (rate * g) / Math.sqrt(square)
    }
  }

  takeIntoAverage(): void {
    this.#averaged += 1
    for (let at = 0; at < this.#sum.length; at += 1)
      this.#sum[at] = (this.#sum[at] as number) + (this.#weights[at] as number)
  }

  /** The mean weights, as large as they are where no feature is dropped. */
  average(): Float32Array {
    const keep = 1 - this.#table.dropout
    return this.#sum.map(sum => (sum * keep) / this.#averaged)
  }
}
