import type { Attribution, QuotationsLayer, TokensLayer } from '../../src/domain/layers.ts'
import type { StageInfo } from '../../src/domain/stage.ts'
import { actOfCue } from './acts.ts'
import { describeDoubt, isInHeading } from './doubtful.ts'
import type { Model } from './learned/model.ts'
import { findNestedAttributions, SUREST } from './learned/nested.ts'
import { linkParents } from './link-parents.ts'

/** Cues below these log-odds never end among the sure ones, which are all that is kept of nested attributions. */
const CUE_THRESHOLD = 0
/**
 * Attributions inside the content of those that were found, with their act, yet without their parents.
 *
 * Their confidence is the verifier's: no training data has any, but of those in `corpus/` and in a sample of PolNeAR
 * dev that was read for it, a little more were right than it promises.
 */
export function findNestedClaims(
  text: string,
  tokens: TokensLayer,
  quotations: QuotationsLayer,
  attributions: readonly Attribution[],
  model: Model,
  stage: StageInfo,
): Attribution[] {
  const holders = linkParents(attributions).filter(({ content }) => !isInHeading(tokens, content))
  const nested = findNestedAttributions(tokens, quotations, holders, withThresholds(model), stage)
  return nested
    .map(one => ({
      ...one,
      parent: null,
      act: actOfCue(tokens.tokens, one.cue, one.cueLemma, one.content),
    }))
    .filter(one => describeDoubt(text, tokens, one) === null)
}

let restricted: Model | null = null

function withThresholds(model: Model): Model {
  if (restricted?.hash !== model.hash) {
    restricted = { ...model, settings: { cueThreshold: CUE_THRESHOLD, acceptThreshold: SUREST } }
  }
  return restricted
}
