import { Lattice } from '../../pipeline/attributions/linear/crf.ts'
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

/** Trains the argument CRF by AdaGrad on the log-likelihood, with feature dropout. */
export function trainArguments(
  examples: ArgumentExamples,
  chosen: Int32Array,
  nodeSize: number,
  edgeSize: number,
  options: ArgumentTraining,
  report?: (epoch: number, loss: number) => void,
): ArgumentWeights {
  const L = options.labels
  const LL = L * L
  const node = new Float32Array(nodeSize * L)
  const edge = new Float32Array(edgeSize * LL)
  const nodeSquares = new Float32Array(nodeSize * L).fill(1e-1)
  const edgeSquares = new Float32Array(edgeSize * LL).fill(1e-1)
  const nodeSum = new Float32Array(nodeSize * L)
  const edgeSum = new Float32Array(edgeSize * LL)
  const random = new Random(options.seed)
  const order = chosen.slice()
  const lattice = new Lattice(L)
  const keep = 1 - options.dropout
  const limit = Math.floor(keep * 0xffffffff)
  const { starts, nodes, nodeOffsets, edges, edgeOffsets, labels, triggers } = examples
  let keptNodes = new Int32Array(0)
  let keptOffsets = new Int32Array(0)
  let keptEdges = new Int32Array(0)
  let keptEdgeOffsets = new Int32Array(0)
  let averaged = 0
  const pair = new Float64Array(LL)
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    random.shuffle(order)
    const rate = options.rate / (1 + 0.15 * epoch)
    let loss = 0
    for (const e of order) {
      const from = starts[e] as number
      const length = (starts[e + 1] as number) - from
      lattice.reset(length)
      const room = (nodeOffsets[from + length] as number) - (nodeOffsets[from] as number)
      const edgeRoom = (edgeOffsets[from + length] as number) - (edgeOffsets[from] as number)
      if (keptNodes.length < room) keptNodes = new Int32Array(room * 2)
      if (keptEdges.length < edgeRoom) keptEdges = new Int32Array(edgeRoom * 2)
      if (keptOffsets.length < length + 1) {
        keptOffsets = new Int32Array(length * 2 + 1)
        keptEdgeOffsets = new Int32Array(length * 2 + 1)
      }
      let count = 0
      let edgeCount = 0
      const trigger = triggers[e] as number
      for (let j = 0; j < length; j += 1) {
        keptOffsets[j] = count
        keptEdgeOffsets[j] = edgeCount
        for (let f = nodeOffsets[from + j] as number; f < (nodeOffsets[from + j + 1] as number); f += 1) {
          if (random.next() >>> 0 > limit) continue
          const at = (nodes[f] as number) * L
          if (at < 0) continue
          keptNodes[count] = at
          count += 1
          for (let y = 0; y < L; y += 1)
            lattice.node[j * L + y] = (lattice.node[j * L + y] as number) + (node[at + y] as number)
        }
        for (let f = edgeOffsets[from + j] as number; f < (edgeOffsets[from + j + 1] as number); f += 1) {
          if (random.next() >>> 0 > limit) continue
          const at = (edges[f] as number) * LL
          if (at < 0) continue
          keptEdges[edgeCount] = at
          edgeCount += 1
          for (let z = 0; z < LL; z += 1)
            lattice.edge[j * LL + z] = (lattice.edge[j * LL + z] as number) + (edge[at + z] as number)
        }
      }
      keptOffsets[length] = count
      keptEdgeOffsets[length] = edgeCount
      for (let y = 0; y < L; y += 1) if (y !== options.cueLabel) lattice.node[trigger * L + y] = -1e4
      const total = lattice.run(length)
      let gold = 0
      for (let j = 0; j < length; j += 1) {
        const y = labels[from + j] as number
        gold += lattice.node[j * L + y] as number
        if (j > 0) gold += lattice.edge[(j * L + (labels[from + j - 1] as number)) * L + y] as number
      }
      loss += total - gold
      for (let j = 0; j < length; j += 1) {
        const want = labels[from + j] as number
        if (j !== trigger) {
          for (let y = 0; y < L; y += 1) {
            const base = (lattice.marginal[j * L + y] as number) - (y === want ? 1 : 0)
            if (base < 1e-3 && base > -1e-3) continue
            for (let c = keptOffsets[j] as number; c < (keptOffsets[j + 1] as number); c += 1) {
              const at = (keptNodes[c] as number) + y
              const g = base + options.decay * (node[at] as number)
              const square = (nodeSquares[at] as number) + g * g
              nodeSquares[at] = square
              node[at] = (node[at] as number) - (rate * g) / Math.sqrt(square)
            }
          }
        }
        if (j === 0) continue
        for (let x = 0; x < L; x += 1) for (let y = 0; y < L; y += 1) pair[x * L + y] = lattice.step(j, x, y)
        const z0 = (labels[from + j - 1] as number) * L + want
        pair[z0] = (pair[z0] as number) - 1
        for (let z = 0; z < LL; z += 1) {
          const base = pair[z] as number
          if (base < 1e-3 && base > -1e-3) continue
          for (let c = keptEdgeOffsets[j] as number; c < (keptEdgeOffsets[j + 1] as number); c += 1) {
            const at = (keptEdges[c] as number) + z
            const g = base + options.decay * (edge[at] as number)
            const square = (edgeSquares[at] as number) + g * g
            edgeSquares[at] = square
            edge[at] = (edge[at] as number) - (rate * g) / Math.sqrt(square)
          }
        }
      }
    }
    report?.(epoch, loss / order.length)
    if (epoch * 2 >= options.epochs) {
      averaged += 1
      for (let at = 0; at < node.length; at += 1) nodeSum[at] = (nodeSum[at] as number) + (node[at] as number)
      for (let at = 0; at < edge.length; at += 1) edgeSum[at] = (edgeSum[at] as number) + (edge[at] as number)
    }
  }
  for (let at = 0; at < node.length; at += 1) nodeSum[at] = ((nodeSum[at] as number) * keep) / averaged
  for (let at = 0; at < edge.length; at += 1) edgeSum[at] = ((edgeSum[at] as number) * keep) / averaged
  return { node: nodeSum, edge: edgeSum }
}
