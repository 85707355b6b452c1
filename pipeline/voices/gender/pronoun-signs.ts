import type { Span } from '../../../src/domain/span.ts'
import { genderOfPronoun } from '../../words/gender.ts'
import { signOf } from './gender-of-word.ts'
import type { GenderSign } from './gender-rules.ts'

const THEY: ReadonlySet<string> = new Set(['they', 'them', 'their', 'theirs', 'themself', 'themselves'])

/** A pronoun that the model gives less could as well mean somebody else: it decides nothing alone. */
const LEAST_PROBABILITY = 0.5
const UNSURE = 0.5

/**
 * What a pronoun that means somebody says of them, or null ("it").
 *
 * @param probability that it does, or null where rules link it
 */
export function readPronoun(words: string, span: Span, probability: number | null): GenderSign | null {
  const lower = words.toLowerCase()
  const gender = genderOfPronoun(lower)
  const how = probability === null ? '' : ` (probability ${probability})`
  if (gender === null) {
    if (!THEY.has(lower)) return null
    return signOf('gender-they', 'nonbinary', span, `“${words}” means this one person${how}.`)
  }
  const sign = signOf('gender-pronoun', gender, span, `“${words}” means this person${how}.`)
  return probability !== null && probability < LEAST_PROBABILITY ? { ...sign, weight: UNSURE } : sign
}
