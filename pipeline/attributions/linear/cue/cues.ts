import { addWeights, type WeightTable } from '../model/weights.ts'
import type { Reading } from '../reading/reading.ts'
import { CUE_FEATURES, writeCueFeatures } from './cue-features.ts'

/** The score of a token that can head no cue. */
export const NO_CUE = -9

const features = new Int32Array(CUE_FEATURES)
const sum = new Int32Array(1)
const DASHES = /^(?::|[-–—―]+)$/

/** Whether a token may head a cue: any word, and the colons and dashes of headlines, transcripts and bylines. */
export function canHeadCue(reading: Reading, i: number): boolean {
  return reading.bare[i] === 0 || DASHES.test(reading.layer.tokens[i]?.text ?? '')
}

/** Log-odds, for every token, that it heads a cue. */
export function scoreCues(reading: Reading, weights: WeightTable): Float32Array {
  const scores = new Float32Array(reading.length).fill(NO_CUE)
  for (let i = 0; i < reading.length; i += 1) {
    if (!canHeadCue(reading, i)) continue
    const count = writeCueFeatures(reading, i, features)
    sum[0] = 0
    addWeights(weights, features, count, sum, 0)
    scores[i] = Math.max(NO_CUE, sum[0] * weights.scale)
  }
  return scores
}
