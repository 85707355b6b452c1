import type { CueRule } from './cue-rule.ts'
import { CLAUSE_RULES } from './cues/clause-rules.ts'
import { HEADING_RULES } from './cues/heading-rules.ts'
import { HEARER_RULES } from './cues/hearer-rules.ts'
import { INVERSION_RULES } from './cues/inversion-rules.ts'
import { MANNER_RULES } from './cues/manner-rules.ts'
import { NOMINAL_RULES } from './cues/nominal-rules.ts'
import { PHRASE_RULES } from './cues/phrase-rules.ts'
import { PLEA_RULES } from './cues/plea-rules.ts'
import { QUOTATION_RULES } from './cues/quotation-rules.ts'
import { REFUSAL_RULES } from './cues/refusal-rules.ts'
import { RELAY_RULES } from './cues/relay-rules.ts'

/** Every cue rule, in the order in which they are tried at one cue: the first that matches decides. */
export const CUE_RULES: readonly CueRule[] = [
  ...RELAY_RULES,
  ...HEARER_RULES,
  ...MANNER_RULES,
  ...QUOTATION_RULES,
  ...CLAUSE_RULES,
  ...INVERSION_RULES,
  ...NOMINAL_RULES,
  ...HEADING_RULES,
  ...REFUSAL_RULES,
  ...PLEA_RULES,
  ...PHRASE_RULES,
]
