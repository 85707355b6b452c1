import { CLAUSE_RULES } from './clause-rules.ts'
import type { CueRule } from './cue-rule.ts'
import { HEADING_RULES } from './heading-rules.ts'
import { HEARER_RULES } from './hearer-rules.ts'
import { INVERSION_RULES } from './inversion-rules.ts'
import { MANNER_RULES } from './manner-rules.ts'
import { NOMINAL_RULES } from './nominal-rules.ts'
import { PHRASE_RULES } from './phrase-rules.ts'
import { PLEA_RULES } from './plea-rules.ts'
import { QUOTATION_RULES } from './quotation-rules.ts'
import { REFUSAL_RULES } from './refusal-rules.ts'
import { RELAY_RULES } from './relay-rules.ts'

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
