import type { QuotationsLayer, TokensLayer } from '../../../src/domain/layers.ts'
import type { StageInfo } from '../../../src/domain/stage.ts'
import type { Found, UnlinkedAttribution } from '../found.ts'
import { type CueRuleSet, OWN_RULES } from './cue-rule-set.ts'
import { findAttributions } from './find-attributions.ts'
import { findForms } from './forms/find-forms.ts'

/** All attributions that rules find: by their cues, and by the form of a paragraph. Every span is UTF-16 and lies inside the text. */
export function readByRules(
  text: string,
  tokens: TokensLayer,
  quotations: QuotationsLayer,
  stage: StageInfo,
  cueRules: CueRuleSet = OWN_RULES,
): Found<UnlinkedAttribution> {
  const { attributions, candidates } = findAttributions(text, tokens, quotations, stage, cueRules)
  const forms = findForms(text, tokens, stage)
  return {
    attributions: [...attributions, ...forms.attributions],
    candidates: [...candidates, ...forms.candidates],
  }
}
