import { CONTENT_IOU } from './compare.ts'
import type { RoleTokens } from './words/match.ts'
import { countCommon, measureIou } from './words/token-set.ts'
import type { TokenSet } from './words/tokenise.ts'

/**
 * Whether a prediction takes a passage for a claim that the gold says is none: its content lies inside the passage or
 * mostly is the passage. A longer claim that happens to hold the passage is fine. A prediction without content is
 * judged by its cue.
 */
export function coversNotClaim(predicted: RoleTokens, notClaim: TokenSet): boolean {
  const claimed = predicted.content.length > 0 ? predicted.content : predicted.cue
  const common = countCommon(claimed, notClaim)
  return common > 0 && (common === claimed.length || measureIou(claimed, notClaim) >= CONTENT_IOU)
}
