import {
  addDistanceFeatures,
  addPairFeatures,
  addTokenFeatures,
  addWayFeatures,
  NODE_FEATURES,
  placeOf,
} from '../../../pipeline/attributions/linear/arguments/argument-features.ts'
import type { CueFrame } from '../../../pipeline/attributions/linear/arguments/cue-frame.ts'
import { FeatureList } from '../../../pipeline/attributions/linear/arguments/feature-list.ts'
import {
  addCueStepFeatures,
  addRuleStepFeatures,
  addTokenStepFeatures,
  EDGE_FEATURES,
  ruledStep,
  stepDistance,
} from '../../../pipeline/attributions/linear/arguments/step-features.ts'
import type { Reading } from '../../../pipeline/attributions/linear/reading/reading.ts'

const nodeList = new FeatureList(NODE_FEATURES)
const edgeList = new FeatureList(EDGE_FEATURES)

/**
 * Writes the feature hashes of token `i` as seen from a cue into `out`.
 *
 * @returns How many were written.
 */
export function writeNodeFeatures(reading: Reading, cue: CueFrame, i: number, out: Int32Array): number {
  const place = placeOf(reading, cue, i)
  nodeList.clear()
  addTokenFeatures(reading, cue.scores, i, place.context, nodeList)
  addDistanceFeatures(cue, place, nodeList)
  addWayFeatures(reading, cue, place, nodeList)
  addPairFeatures(reading, cue, place, nodeList)
  return nodeList.writeInOrder(out)
}

/** Writes the feature hashes of the step from token `i - 1` to token `i`. */
export function writeEdgeFeatures(reading: Reading, cue: CueFrame, i: number, out: Int32Array): number {
  const distance = stepDistance(i, cue.trigger)
  edgeList.clear()
  addTokenStepFeatures(reading, cue.scores, i, distance, edgeList)
  addCueStepFeatures(cue, distance, edgeList)
  addRuleStepFeatures(cue, ruledStep(cue, i), distance, edgeList)
  return edgeList.writeInOrder(out)
}
