import type { AttributionsLayer, QuotationsLayer, TokensLayer } from '../../src/domain/layers.ts'
import type { StageInfo } from '../../src/domain/stage.ts'
import { combineAttributions, type Trust } from './combine.ts'
import { finishAttributions } from './finish-attributions.ts'
import type { Model } from './learned/model.ts'
import { findNestedClaims } from './nested-claims.ts'

/**
 * What a model (`found`) and the rules (`ruled`) found in one article as one layer, with what lies inside contents: training
 * articles mark nothing there, so that is left to the linear model, whichever engine found the rest.
 */
export function settleAttributions(
  text: string,
  { tokens, quotations }: { readonly tokens: TokensLayer; readonly quotations: QuotationsLayer },
  { found, ruled }: { readonly found: AttributionsLayer; readonly ruled: AttributionsLayer },
  { trust, linear, stage }: { readonly trust: Trust; readonly linear: Model; readonly stage: StageInfo },
): AttributionsLayer {
  const { attributions, candidates } = combineAttributions(text, tokens, found, ruled, trust)
  const nested = findNestedClaims(text, tokens, quotations, attributions, linear, stage)
  return finishAttributions(text, tokens, { attributions: [...attributions, ...nested], candidates })
}
