import type { Token } from '../../src/domain/layers.ts'
import type { NamedEntity } from './people.ts'

/** Somebody whom a pronoun can mean, where they were last spoken of. */
export interface Antecedent {
  /** Token index of the latest mention before the pronoun. */
  readonly at: number
  readonly sentence: number
  readonly gender: 'female' | 'male' | null
  readonly number: 'singular' | 'plural'
  readonly human: boolean
  /** Whether it was the source of an attribution there. */
  readonly spoke: boolean
  /** Index of the sentence's first token, to tell subjects from objects. */
  readonly sentenceStart: number
  readonly entity: NamedEntity | null
  /** Index of the source it belongs to when it has no name. */
  readonly source: number | null
}

export interface RankedAntecedent {
  readonly antecedent: Antecedent
  readonly score: number
}

const GENDER_BY_PRONOUN: Readonly<Record<string, 'female' | 'male'>> = {
  he: 'male',
  him: 'male',
  his: 'male',
  she: 'female',
  her: 'female',
}
const LONGEST_REACH = 4

/**
 * Ranks whom a pronoun can mean, best first: nearest sentence, who spoke last, who opens the sentence; gender, number
 * and humanity must not contradict.
 */
export function rankAntecedents(
  pronoun: string,
  at: Token & { readonly index: number },
  candidates: readonly Antecedent[],
): RankedAntecedent[] {
  const gender = GENDER_BY_PRONOUN[pronoun] ?? null
  const ranked: RankedAntecedent[] = []
  for (const antecedent of candidates) {
    const distance = at.sentence - antecedent.sentence
    if (antecedent.at >= at.index || distance > LONGEST_REACH) continue
    if (!fits(pronoun, gender, antecedent)) continue
    const position = (antecedent.at - antecedent.sentenceStart) / 40
    const score =
      4 -
      distance +
      (antecedent.spoke ? 1.5 : 0) -
      Math.min(1, position) +
      (gender !== null && antecedent.gender === gender ? 1 : 0)
    ranked.push({ antecedent, score })
  }
  return ranked.sort((a, b) => b.score - a.score || b.antecedent.at - a.antecedent.at)
}

function fits(pronoun: string, gender: 'female' | 'male' | null, antecedent: Antecedent): boolean {
  if (gender !== null) {
    return (
      antecedent.human &&
      antecedent.number === 'singular' &&
      (antecedent.gender === null || antecedent.gender === gender)
    )
  }
  if (pronoun === 'it' || pronoun === 'its') return !antecedent.human && antecedent.number === 'singular'
  return antecedent.number === 'plural' || (!antecedent.human && antecedent.entity !== null)
}
