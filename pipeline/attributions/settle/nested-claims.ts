import type { QuotationsLayer, TokensLayer } from '../../../src/domain/layers.ts'
import type { StageInfo } from '../../../src/domain/stage.ts'
import { actOfCue } from '../acts.ts'
import type { UnlinkedAttribution } from '../found.ts'
import { LINEAR_DOUBT } from '../linear/engine.ts'
import { loadModel } from '../linear/model/model-file.ts'
import { findNestedAttributions, SUREST } from '../linear/nested.ts'
import { describeDoubt, isInHeading } from './doubtful.ts'
import { prepareParents } from './link-parents.ts'

/** Cues below these log-odds never end among the sure ones, which are all that is kept of nested attributions. */
const CUE_THRESHOLD = 0

/**
 * Attributions inside the content of those that were found.
 *
 * Their confidence is the verifier's: no training data has any, but of those in `corpus/` and in a sample of PolNeAR
 * dev that was read for it, a little more were right than it promises.
 */
export function findNestedClaims(
  text: string,
  tokens: TokensLayer,
  quotations: QuotationsLayer,
  attributions: readonly UnlinkedAttribution[],
  stage: StageInfo,
): UnlinkedAttribution[] {
  const findParent = prepareParents(attributions)
  const isOutermost = (one: UnlinkedAttribution) => findParent(one) === null
  const running = attributions.filter(one => !isInHeading(tokens, one.content))
  const model = loadModel()
  const settings = { cueThreshold: CUE_THRESHOLD, acceptThreshold: SUREST }
  const holders = { attributions: running, isHolder: isOutermost }
  return findNestedAttributions({ tokens, quotations }, holders, { ...model, settings }, stage)
    .map(one => ({ ...one, addressee: [], act: actOfCue(tokens.tokens, one.cue, one.cueLemma, one.content) }))
    .filter(one => describeDoubt(text, tokens, one, LINEAR_DOUBT) === null)
}
