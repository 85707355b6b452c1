import { CUE, LABELS } from '../model/labels.ts'
import { windowOf } from '../reading/window.ts'
import { type Analysis, sameWords } from './analysis.ts'
import type { ArgumentSums } from './argument-sums.ts'
import { completePath, findBestPaths, Lattice } from './crf.ts'
import { frameOf } from './cue-frame.ts'
import { suggestLabels } from './suggestions.ts'

/** How many label sequences are sought, and how many that differ in words are kept: fewer where a cue is unlikely. */
const PATHS = 16
const KEPT = 8
const DOUBTFUL = { below: -1.5, paths: 6, kept: 3 } as const
/** Analyses this far below the best in log-probability hold the right one in 1 case of 100. */
const FURTHEST = 6
const FURTHEST_SUGGESTION = 12

/** What the argument model makes of one cue. */
export interface ReadCue {
  /** Best first, at least one. */
  readonly analyses: readonly Analysis[]
  /** Probability of label y at token `window.from + j`: `marginal[j * LABELS + y]`. Valid until the next cue is read. */
  readonly marginal: Float64Array
}

const lattice = new Lattice(LABELS)
let nodeSums = new Int32Array(0)
let edgeSums = new Int32Array(0)

/** Reads source, cue and content around the cue that `trigger` heads, in the best ways the model knows. */
export function readArguments(sums: ArgumentSums, trigger: number): ReadCue {
  const { reading, scores: cueScores, scales } = sums
  const window = windowOf(reading, trigger)
  const cue = frameOf(reading, trigger, window, cueScores)
  const length = window.to - window.from
  if (nodeSums.length < length * LABELS) {
    nodeSums = new Int32Array(length * LABELS * 2)
    edgeSums = new Int32Array(length * LABELS * LABELS * 2)
  }
  nodeSums.fill(0, 0, length * LABELS)
  edgeSums.fill(0, 0, length * LABELS * LABELS)
  sums.beginCue()
  for (let j = 0; j < length; j += 1) {
    sums.addNode(cue, window.from + j, nodeSums, j * LABELS)
    if (j > 0) sums.addEdge(cue, window.from + j, edgeSums, j * LABELS * LABELS)
  }
  lattice.reset(length)
  for (let at = 0; at < length * LABELS; at += 1) lattice.node[at] = (nodeSums[at] as number) * scales.node
  for (let at = 0; at < length * LABELS * LABELS; at += 1) lattice.edge[at] = (edgeSums[at] as number) * scales.edge
  holdCue(lattice, trigger - window.from)
  const total = lattice.run(length)
  const analyses: Analysis[] = []
  const doubtful = (cueScores[trigger] as number) < DOUBTFUL.below
  const kept = doubtful ? DOUBTFUL.kept : KEPT
  let best = -Infinity
  for (const path of findBestPaths(lattice, length, doubtful ? DOUBTFUL.paths : PATHS)) {
    const logProbability = path.score - total
    if (best === -Infinity) best = logProbability
    if (best - logProbability > FURTHEST) break
    const analysis = { trigger, window, labels: path.labels, logProbability, rank: analyses.length }
    if (analyses.some(other => sameWords(reading, analysis, other))) continue
    analyses.push(analysis)
    if (analyses.length === kept) break
  }
  const [top] = analyses
  if (top !== undefined && !doubtful) {
    for (const given of suggestLabels(reading, trigger, window, top.labels)) {
      const { labels, score } = completePath(lattice, length, given)
      const logProbability = score - total
      if (best - logProbability > FURTHEST_SUGGESTION) continue
      const analysis = { trigger, window, labels, logProbability, rank: analyses.length }
      if (!analyses.some(other => sameWords(reading, analysis, other))) analyses.push(analysis)
    }
  }
  return { analyses, marginal: lattice.marginal }
}

/** Leaves the cue label as the only one for the token that heads the cue. */
export function holdCue(chain: Lattice, at: number): void {
  for (let y = 0; y < LABELS; y += 1) if (y !== CUE) chain.node[at * LABELS + y] = -1e4
}
