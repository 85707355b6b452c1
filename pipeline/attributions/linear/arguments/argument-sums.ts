import { LABELS } from '../model/labels.ts'
import { addWeights, type WeightTable } from '../model/weights.ts'
import type { Reading } from '../reading/reading.ts'
import {
  addDistanceFeatures,
  addPairFeatures,
  addTokenFeatures,
  addWayFeatures,
  CONTEXTS,
  NODE_FEATURES,
  placeOf,
  wayOf,
} from './argument-features.ts'
import type { CueFrame } from './cue-frame.ts'
import { FeatureList } from './feature-list.ts'
import {
  addCueStepFeatures,
  addRuleStepFeatures,
  addTokenStepFeatures,
  EDGE_FEATURES,
  FAR_AFTER,
  FAR_BEFORE,
  ruledStep,
  stepDistance,
} from './step-features.ts'

const STEPS = LABELS * LABELS
/** Tokens whose sums are remembered: more than a window holds, so that they last from one cue to the next. */
const REMEMBERED = 1024

const nodeList = new FeatureList(NODE_FEATURES)
const edgeList = new FeatureList(EDGE_FEATURES)

/**
 * Sums of the weights of tokens and steps as seen from cues, label by label. Most features are shared by many tokens
 * of one cue or by many cues of one token; what they add up to is remembered. Sums are of integers, so that their order
 * changes nothing.
 */
export class ArgumentSums {
  readonly reading: Reading
  readonly scores: Float32Array
  readonly #nodes: WeightTable
  readonly #edges: WeightTable
  readonly #tokens: Memory
  readonly #tokenSteps: Memory
  readonly #way = new Memory(LABELS, 1)
  readonly #distance = new Memory(LABELS, 1)
  readonly #cueStep = new Memory(STEPS, 1)
  readonly #ruleStep = new Memory(STEPS, 1)

  /** @param scores Log-odds, for every token of `reading`, that it heads a cue. */
  constructor(reading: Reading, scores: Float32Array, nodes: WeightTable, edges: WeightTable) {
    const remembered = Math.min(REMEMBERED, reading.length)
    this.reading = reading
    this.scores = scores
    this.#nodes = nodes
    this.#edges = edges
    this.#tokens = new Memory(LABELS, remembered * CONTEXTS)
    this.#tokenSteps = new Memory(STEPS, remembered * 2)
  }

  /** What one step of a sum is worth. */
  get scales(): { readonly node: number; readonly edge: number } {
    return { node: this.#nodes.scale, edge: this.#edges.scale }
  }

  /** To be called before the first token of every cue. */
  beginCue(): void {
    for (const memory of [this.#way, this.#distance, this.#cueStep, this.#ruleStep]) memory.forget()
  }

  /** Adds the weights of token `i` to `out` from `offset` on, a value a label. */
  addNode(cue: CueFrame, i: number, out: Int32Array, offset: number): void {
    const { reading } = this
    const place = placeOf(reading, cue, i)
    const { context, distance } = place
    const cell = i * CONTEXTS + context
    if (!this.#tokens.recall(cell, out, offset)) {
      nodeList.clear()
      addTokenFeatures(reading, this.scores, i, context, nodeList)
      this.#tokens.learn(cell, this.#nodes, nodeList, out, offset)
    }
    const way = wayOf(reading, place)
    if (!this.#way.recall(way, out, offset)) {
      nodeList.clear()
      addWayFeatures(reading, cue, place, nodeList)
      this.#way.learn(way, this.#nodes, nodeList, out, offset)
    }
    // Distances are negative before the cue.
    const reach = (distance + 16) * CONTEXTS + context
    if (!this.#distance.recall(reach, out, offset)) {
      nodeList.clear()
      addDistanceFeatures(cue, place, nodeList)
      this.#distance.learn(reach, this.#nodes, nodeList, out, offset)
    }
    nodeList.clear()
    addPairFeatures(reading, cue, place, nodeList)
    addWeights(this.#nodes, nodeList.hashes, nodeList.count, out, offset)
  }

  /** Adds the weights of the step from token `i - 1` to `i` to `out` from `offset` on, a value a pair of labels. */
  addEdge(cue: CueFrame, i: number, out: Int32Array, offset: number): void {
    const { reading, scores } = this
    const distance = stepDistance(i, cue.trigger)
    if (distance === FAR_BEFORE || distance === FAR_AFTER) {
      const cell = i * 2 + (distance === FAR_BEFORE ? 0 : 1)
      if (!this.#tokenSteps.recall(cell, out, offset)) {
        edgeList.clear()
        addTokenStepFeatures(reading, scores, i, distance, edgeList)
        this.#tokenSteps.learn(cell, this.#edges, edgeList, out, offset)
      }
    } else {
      edgeList.clear()
      addTokenStepFeatures(reading, scores, i, distance, edgeList)
      addWeights(this.#edges, edgeList.hashes, edgeList.count, out, offset)
    }
    if (!this.#cueStep.recall(distance, out, offset)) {
      edgeList.clear()
      addCueStepFeatures(cue, distance, edgeList)
      this.#cueStep.learn(distance, this.#edges, edgeList, out, offset)
    }
    const ruled = ruledStep(cue, i)
    const ruledAt = ruled * 2 + (distance <= 3 ? 0 : 1)
    if (!this.#ruleStep.recall(ruledAt, out, offset)) {
      edgeList.clear()
      addRuleStepFeatures(cue, ruled, distance, edgeList)
      this.#ruleStep.learn(ruledAt, this.#edges, edgeList, out, offset)
    }
  }
}

/** Sums by a number that says what they are of; a later one takes the place of an earlier one. */
class Memory {
  readonly #width: number
  readonly #size: number
  readonly #owners: Int32Array
  readonly #sums: Int32Array

  constructor(width: number, size: number) {
    this.#width = width
    this.#size = size
    this.#owners = new Int32Array(size).fill(-1)
    this.#sums = new Int32Array(size * width)
  }

  forget(): void {
    this.#owners.fill(-1)
  }

  /** Adds the sums of `what` to `out`; false when they are not known. */
  recall(what: number, out: Int32Array, offset: number): boolean {
    const slot = what % this.#size
    if (this.#owners[slot] !== what) return false
    const width = this.#width
    const sums = this.#sums
    const from = slot * width
    for (let y = 0; y < width; y += 1) out[offset + y] = (out[offset + y] as number) + (sums[from + y] as number)
    return true
  }

  /** Looks up the sums of `what`, remembers them and adds them to `out`. */
  learn(what: number, table: WeightTable, { hashes, count }: FeatureList, out: Int32Array, offset: number): void {
    const slot = what % this.#size
    this.#owners[slot] = what
    const from = slot * this.#width
    this.#sums.fill(0, from, from + this.#width)
    addWeights(table, hashes, count, this.#sums, from)
    this.recall(what, out, offset)
  }
}
