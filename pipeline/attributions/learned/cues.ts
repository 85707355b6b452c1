import { CUE_FEATURES, writeCueFeatures } from './cue-features.ts'
import type { Reading } from './reading.ts'
import { slotOf, type WeightTable } from './weights.ts'

/** The score of a token that can head no cue. */
export const NO_CUE = -9

const features = new Int32Array(CUE_FEATURES)
const DASHES = /^(?::|[-–—―]+)$/

/** Whether a token may head a cue: any word, and the colons and dashes of headlines, transcripts and bylines. */
export function canHeadCue(reading: Reading, i: number): boolean {
  return reading.bare[i] === 0 || DASHES.test(reading.layer.tokens[i]?.text ?? '')
}

/** Log-odds, for every token, that it heads a cue. */
export function scoreCues(reading: Reading, weights: WeightTable): Float32Array {
  const { keys, values, scale } = weights
  const scores = new Float32Array(reading.length).fill(NO_CUE)
  for (let i = 0; i < reading.length; i += 1) {
    if (!canHeadCue(reading, i)) continue
    const count = writeCueFeatures(reading, i, features)
    let sum = 0
    for (let f = 0; f < count; f += 1) {
      const slot = slotOf(keys, features[f] as number)
      if (slot >= 0) sum += values[slot] as number
    }
    scores[i] = Math.max(NO_CUE, sum * scale)
  }
  return scores
}
