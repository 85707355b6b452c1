import type { Judged } from '../../../src/domain/layers.ts'
import type { Gender } from '../../../src/domain/voice-labels.ts'
import { GENDER_RULES, type GenderRule, type GenderSign } from './gender-rules.ts'

/** However often a pronoun stands, one wrong link can carry all of them: together they weigh no more. */
const MOST_OF_PRONOUNS = 6
/** One side is clearly stronger when all others together weigh no more than this share of it. */
const MOST_AGAINST = 1 / 3
/** Less is no evidence: a pronoun that could as well mean somebody else. */
const LEAST = GENDER_RULES['gender-first-name'].weight

const UNKNOWN: Judged<Gender> = { value: 'unknown', confidence: 0 }

/**
 * The gender that the signs speak for, or unknown where there are none or no side is clearly stronger. What each kind weighs is told
 * in `GENDER_RULES`.
 */
export function decideGender(signs: readonly GenderSign[]): Judged<Gender> {
  const weights = weigh(signs)
  const [best] = [...weights].sort(([, a], [, b]) => b - a)
  if (best === undefined) return UNKNOWN
  const [gender, weight] = best
  const against = [...weights.values()].reduce((sum, one) => sum + one, 0) - weight
  if (weight < LEAST || against > weight * MOST_AGAINST) return UNKNOWN
  return {
    value: gender,
    confidence: confidenceOf(
      signs.filter(sign => sign.gender === gender),
      against > 0,
    ),
  }
}

const PRONOUNS: ReadonlySet<GenderRule> = new Set(['gender-pronoun', 'gender-they'])

function weigh(signs: readonly GenderSign[]): ReadonlyMap<GenderSign['gender'], number> {
  const pronouns = signs.reduce((sum, { rule, weight }) => sum + (PRONOUNS.has(rule) ? weight : 0), 0)
  const share = Math.min(1, MOST_OF_PRONOUNS / pronouns)
  const weights = new Map<GenderSign['gender'], number>()
  for (const { gender, rule, weight } of signs)
    weights.set(gender, (weights.get(gender) ?? 0) + weight * (PRONOUNS.has(rule) ? share : 1))
  return weights
}

function confidenceOf(signs: readonly GenderSign[], isDisputed: boolean): number {
  return isDisputed ? 0.9 : signs.every(({ rule }) => rule === 'gender-first-name') ? 0.8 : 0.97
}
