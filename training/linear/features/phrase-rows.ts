import type { Analysis } from '../../../pipeline/attributions/linear/arguments/analysis.ts'
import { PHRASE_FEATURES, writePhraseFeatures } from '../../../pipeline/attributions/linear/choice/phrase-features.ts'
import type { Reading } from '../../../pipeline/attributions/linear/reading/reading.ts'
import type { PhraseRows } from '../learners/train-phrases.ts'
import { Dictionary, IntegerList } from './feature-table.ts'

const MINIMUM = 3

/** The phrase features of all analyses of all cues, numbered. */
export interface PhraseFeatures {
  readonly hashes: Int32Array
  readonly features: Int32Array
  /** Features of analysis a of cue c are those from `offsets[first[c] + a]` to the next offset. */
  readonly offsets: Int32Array
  readonly first: Int32Array
}

/** Collects the phrase features of every analysis. */
export function collectPhraseFeatures(
  cues: readonly { readonly reading: Reading; readonly analyses: readonly Analysis[] }[],
): PhraseFeatures {
  const dictionary = new Dictionary(MINIMUM)
  const buffer = new Int32Array(PHRASE_FEATURES)
  for (const { reading, analyses } of cues) {
    for (const analysis of analyses) {
      const count = writePhraseFeatures(reading, analysis, buffer)
      for (let f = 0; f < count; f += 1) dictionary.count(buffer[f] as number)
    }
  }
  const features = new IntegerList()
  const offsets = new IntegerList()
  const first = new IntegerList()
  for (const { reading, analyses } of cues) {
    first.push(offsets.length)
    for (const analysis of analyses) {
      offsets.push(features.length)
      const count = writePhraseFeatures(reading, analysis, buffer)
      for (let f = 0; f < count; f += 1) {
        const number = dictionary.number(buffer[f] as number)
        if (number >= 0) features.push(number)
      }
    }
  }
  first.push(offsets.length)
  offsets.push(features.length)
  return { hashes: dictionary.hashes, features: features.toArray(), offsets: offsets.toArray(), first: first.toArray() }
}

/** Puts chosen analyses into groups with their targets: `groups[g]` lists analyses as indices of `offsets`. */
export function groupRows(
  { features, offsets }: PhraseFeatures,
  groups: readonly { readonly rows: readonly number[]; readonly targets: readonly number[] }[],
): PhraseRows {
  const list = new IntegerList()
  const starts = new IntegerList()
  const borders = new IntegerList()
  const targets: number[] = []
  for (const group of groups) {
    borders.push(targets.length)
    for (const row of group.rows) {
      starts.push(list.length)
      for (let f = offsets[row] as number; f < (offsets[row + 1] as number); f += 1) list.push(features[f] as number)
    }
    targets.push(...group.targets)
  }
  borders.push(targets.length)
  starts.push(list.length)
  return {
    features: list.toArray(),
    offsets: starts.toArray(),
    groups: borders.toArray(),
    targets: Float32Array.from(targets),
  }
}

/** Score of one analysis under phrase weights. */
export function scorePhrases({ features, offsets }: PhraseFeatures, weights: Float32Array, row: number): number {
  let score = 0
  for (let f = offsets[row] as number; f < (offsets[row + 1] as number); f += 1)
    score += weights[features[f] as number] as number
  return score
}
