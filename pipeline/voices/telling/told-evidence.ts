import type { VoiceEvidence } from '../../../src/domain/layers.ts'
import type { VoiceField } from '../../../src/domain/voice-labels.ts'
import { INTRODUCTION_FORMS, type Introduction, type IntroductionForm } from '../../roles/introduction.ts'

/** What one place in the article says of somebody. */
export type Told = Omit<Introduction, 'form'> & {
  readonly form: IntroductionForm | 'words' | 'description' | 'pronoun' | 'following'
}

const REASONS = {
  ...INTRODUCTION_FORMS,
  words: 'The words of the source say it.',
  description: 'Words that mean them say it.',
  pronoun: 'A sentence says that whom its pronoun means is it.',
  following: 'The sentence after one that is about them calls them so.',
} as const

/** Others than the one that was chosen that are kept as evidence. */
const MOST_OTHERS = 4

/** What speaks for one field: what was chosen, then what is said elsewhere, each value once. */
export function evidenceOf(told: readonly Told[], field: Extract<VoiceField, 'role' | 'affiliation'>): VoiceEvidence[] {
  const seen = new Set<string>()
  return told
    .flatMap(one => {
      const found = one[field]
      if (found === null || seen.has(found.value)) return []
      seen.add(found.value)
      return [{ field, value: found.value, span: found.span, rule: `told:${one.form}`, reason: REASONS[one.form] }]
    })
    .slice(0, 1 + MOST_OTHERS)
}
