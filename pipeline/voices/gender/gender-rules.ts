import type { Span } from '../../../src/domain/span.ts'
import type { Gender } from '../../../src/domain/voice-labels.ts'

/**
 * What a gender can be read from, with what each weighs and why. A side has to weigh more than three times as much as the other
 * (`decideGender`): so a title outweighs "chairman" and nothing else, a first name holds any number of pronouns in balance, and what is
 * said outright outweighs them all but for a title.
 */
export const GENDER_RULES = {
  'gender-said': { weight: 12, why: 'the article says outright how somebody is spoken of, or a newsroom knows' },
  'gender-title': { weight: 4, why: '"Mr", "Dame" and "Mx" stand before the very name' },
  'gender-noun': {
    weight: 4,
    why: '"actress", "her husband, X" and "X, a mother of three" beside the name are said of nobody else',
  },
  'gender-description': { weight: 1.5, why: '"the actress" without a name goes back to somebody by a model' },
  'gender-pronoun': { weight: 2, why: 'a pronoun goes back to somebody by a model' },
  'gender-first-name': { weight: 1, why: 'a list of names knows no person' },
  'gender-office': { weight: 1, why: '"chairman" and "spokesman" are said of women, too' },
  'gender-they': { weight: 0.6, why: '"they" is mostly several people, or a body: one alone decides nothing' },
} as const satisfies Record<string, { readonly weight: number; readonly why: string }>
export type GenderRule = keyof typeof GENDER_RULES

/** One thing in the article that speaks for a gender. Spans are UTF-16. */
export interface GenderSign {
  readonly gender: Exclude<Gender, 'unknown'>
  /** The words, or null where a list says it. */
  readonly span: Span | null
  readonly rule: GenderRule
  /** Another rule's id, where a newsroom's says it. */
  readonly newsroomRule?: string
  readonly weight: number
  /** In words. */
  readonly reason: string
}
