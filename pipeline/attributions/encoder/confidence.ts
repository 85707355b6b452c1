import type { Settings } from '../../open-model.ts'
import { toLogOdds, toProbability } from '../probability.ts'
import type { Proposal } from './read-arguments.ts'

export type Calibration = Settings['calibration']
export type SettledCalibration = Settings['settled']

/** In this order `verdict`, `cue` and `path` of a {@link Calibration} weigh: log-odds of verdict and cue, log probability. */
export function readSigns({ verdict, anchor, logProbability }: Proposal): readonly [number, number, number] {
  const { probability } = anchor
  return [verdict, Math.log(probability / (1 - probability + 1e-9)), logProbability]
}

/** How likely a proposal is an attribution with the right source and most of the right content: what is chosen by. */
export function confidenceOf(proposal: Proposal, { verdict, cue, path, bias }: Calibration): number {
  const [one, two, three] = readSigns(proposal)
  return toProbability(bias + verdict * one + cue * two + path * three)
}

/**
 * How likely a proposal of this confidence is right once it has been chosen and kept: what is told. It is measured on whole
 * results, where rules have had their say, and changes nothing about what is chosen.
 */
export function settledConfidenceOf(confidence: number, isAlone: boolean, settled: SettledCalibration): number {
  const { slope, alone, bias } = settled
  return toProbability(bias + slope * toLogOdds(confidence) + (isAlone ? alone : 0))
}
