import { combine } from '../model/hash.ts'
import type { Reading } from '../reading/reading.ts'
import { labelAt } from '../reading/rule-reading.ts'
import { type CueFrame, clip, level } from './cue-frame.ts'
import type { FeatureList } from './feature-list.ts'

/** Room for the feature hashes of one step from a token to the next. */
export const EDGE_FEATURES = 14

/** Steps of three words and more from the cue are all alike: the first and the last distance. */
export const FAR_BEFORE = 0
export const FAR_AFTER = 6

/** Distance of a step's second token from the cue, 0 to 6. */
export function stepDistance(i: number, trigger: number): number {
  return clip(i - trigger, 3) + 3
}

function salt(template: number, distance: number): number {
  return 0x1000 + template * 4 + (distance <= 3 ? 1 : 2)
}

/** Tokens `i - 1` and `i`: the same for every cue that is as far. */
export function addTokenStepFeatures(
  reading: Reading,
  scores: Float32Array,
  i: number,
  distance: number,
  list: FeatureList,
): void {
  const { frame, pos, quotation, sentence, mark } = reading
  const f = frame[i] as number
  const f1 = frame[i - 1] as number
  const cross =
    (sentence[i] === sentence[i - 1] ? 0 : 1) +
    2 * (quotation[i] === quotation[i - 1] ? 0 : quotation[i] === -1 ? 1 : quotation[i - 1] === -1 ? 2 : 3)
  const next = i + 1 < reading.length ? level(scores[i + 1] as number) : 0
  const add = (template: number, value: number): void => list.add(template, combine(value, salt(template, distance)))
  add(0, 0)
  add(1, distance)
  add(2, f)
  add(3, f1)
  add(4, combine(f, f1))
  add(5, combine(pos[i] as number, pos[i - 1] as number))
  add(6, combine(cross, mark[i] as number))
  add(7, combine(cross, f))
  add(10, combine(combine(f, f1), cross * 8 + distance))
  add(11, combine(level(scores[i] as number) * 8 + next, f))
}

/** The cue: the same for all steps of one distance. */
export function addCueStepFeatures(cue: CueFrame, distance: number, list: FeatureList): void {
  list.add(8, combine(combine(cue.lemma, distance), salt(8, distance)))
  list.add(9, combine(combine(combine(cue.after, cue.before), distance), salt(9, distance)))
}

/** How a rule labels the two tokens of a step, 0 without a rule. */
export function ruledStep({ rule }: CueFrame, i: number): number {
  return rule === null ? 0 : (labelAt(rule, i) + 1) * 5 + labelAt(rule, i - 1) + 1
}

/** The rule's labels: the same for all steps of one {@link ruledStep} on one side of the cue. */
export function addRuleStepFeatures(cue: CueFrame, ruled: number, distance: number, list: FeatureList): void {
  list.add(12, combine(ruled, salt(12, distance)))
  list.add(13, combine(combine(ruled, cue.rule === null ? 0 : cue.rule.rule), salt(13, distance)))
}
