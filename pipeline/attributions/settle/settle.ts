import type { AttributionsLayer, QuotationsLayer, TokensLayer } from '../../../src/domain/layers.ts'
import type { StageInfo } from '../../../src/domain/stage.ts'
import type { Found, ProposedAttribution, UnlinkedAttribution } from '../found.ts'
import type { Trust } from '../trust.ts'
import { combineAttributions } from './combine.ts'
import { finishAttributions } from './finish-attributions.ts'
import { findNestedClaims } from './nested-claims.ts'

/**
 * What an engine (`found`) and the rules (`ruled`) found in one article as one layer, with what lies inside contents: training
 * articles mark nothing there, so that is left to the linear model, whichever engine found the rest.
 */
export function settleAttributions(
  text: string,
  { tokens, quotations }: { readonly tokens: TokensLayer; readonly quotations: QuotationsLayer },
  { found, ruled }: { readonly found: Found<ProposedAttribution>; readonly ruled: Found<UnlinkedAttribution> },
  { trust, stage }: { readonly trust: Trust; readonly stage: StageInfo },
): AttributionsLayer {
  const { attributions, candidates } = combineAttributions(text, tokens, found, ruled, trust)
  const nested = findNestedClaims(text, tokens, quotations, attributions, stage)
  return finishAttributions(text, tokens, { attributions: [...attributions, ...nested], candidates })
}
