import { compareArticle, type ScoredPair } from './compare.ts'
import { type CueSelection, selectCues } from './cue-selection.ts'
import type { ScoredAttribution } from './gold/gold.ts'

/** Predictions of neighbouring confidence: what they promise and what they keep. */
export interface CalibrationBin {
  readonly count: number
  /** Mean confidence. */
  readonly confidence: number
  /** Share that is right (relation). */
  readonly precision: number
}

/** A prediction, and whether it is right (relation). */
export interface JudgedPrediction {
  readonly attribution: ScoredAttribution
  readonly isRight: boolean
}

const FIFTHS = 5

/** Every prediction that was scored, article by article, whether it has a confidence or not. */
export function judgePredictions(pairs: readonly ScoredPair[], cues: CueSelection = 'all'): JudgedPrediction[] {
  const keep = selectCues(cues)
  return pairs.flatMap(pair => {
    const { predicted, pairs: matched } = compareArticle(pair, keep)
    const right = new Set(matched.filter(({ agreement }) => agreement.relation).map(({ predicted }) => predicted))
    return predicted.map(({ attribution }, i) => ({ attribution, isRight: right.has(i) }))
  })
}

/**
 * Sorts all predictions by confidence, cuts them into fifths of equal size and compares each fifth's mean confidence
 * with the share of it that is right. Predictions without a confidence are passed over.
 *
 * @returns Least confident fifth first; empty when nothing was predicted.
 */
export function measureCalibration(pairs: readonly ScoredPair[], cues: CueSelection = 'all'): CalibrationBin[] {
  const judged = judgePredictions(pairs, cues).flatMap(({ attribution: { confidence }, isRight }) =>
    confidence === undefined ? [] : [{ confidence, isRight }],
  )
  return cutIntoFifths(judged)
}

/** Least confident first; a fifth that nothing is in is left out. */
export function cutIntoFifths(
  predictions: readonly { readonly confidence: number; readonly isRight: boolean }[],
): CalibrationBin[] {
  const judged = predictions.toSorted((a, b) => a.confidence - b.confidence)
  return Array.from({ length: FIFTHS }, (_, fifth) =>
    judged.slice(Math.round((judged.length * fifth) / FIFTHS), Math.round((judged.length * (fifth + 1)) / FIFTHS)),
  )
    .filter(bin => bin.length > 0)
    .map(bin => ({
      count: bin.length,
      confidence: bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length,
      precision: bin.filter(({ isRight }) => isRight).length / bin.length,
    }))
}

/** As lines of text, in per cent. */
export function formatCalibration(bins: readonly CalibrationBin[]): string[] {
  const cell = (text: string) => text.padStart(12)
  const percent = (share: number) => cell((100 * share).toFixed(1))
  return [
    `calibration${cell('confidence')}${cell('right')}${cell('apart')}${cell('predicted')}`,
    ...bins.map(
      ({ count, confidence, precision }, i) =>
        `${`fifth ${i + 1}`.padEnd(11)}${percent(confidence)}${percent(precision)}` +
        `${percent(Math.abs(confidence - precision))}${cell(String(count))}`,
    ),
  ]
}
