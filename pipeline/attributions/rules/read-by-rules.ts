import type { QuotationsLayer, TokensLayer } from '../../../src/domain/layers.ts'
import type { StageInfo } from '../../../src/domain/stage.ts'
import type { Found, UnlinkedAttribution } from '../found.ts'
import { findAttributions } from './find-attributions.ts'
import { findForms } from './forms/find-forms.ts'

/** All attributions that rules find: by their cues, and by the form of a paragraph. Every span is UTF-16 and lies inside the text. */
export function readByRules(
  text: string,
  tokens: TokensLayer,
  quotations: QuotationsLayer,
  stage: StageInfo,
): Found<UnlinkedAttribution> {
  const { attributions, candidates } = findAttributions(text, tokens, quotations, stage)
  const forms = findForms(text, tokens, stage)
  return {
    attributions: [...attributions, ...forms.attributions],
    candidates: [...candidates, ...forms.candidates],
  }
}
