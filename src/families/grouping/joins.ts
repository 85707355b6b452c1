import type { Member, WordingTie } from './member.ts'
import { areCompatible } from './speaker.ts'

/** Within so many ms generic words of one speaker are taken for the same utterance: a quotation travels for days. */
export const NEAR_IN_TIME = 3 * 24 * 60 * 60 * 1000

/** What one of two says indirectly is only taken for one utterance where the words are nearly all the same, or the speaker is. */
const CLOSE = 0.85

/**
 * Whether a tie of their wordings joins two claims: a function of the two claims and the tie, whichever comes first.
 *
 * A strong one does, but where one claim is indirect it takes the same speaker or words that are nearly all the same: a reporter's words
 * for a fact are nobody's quotation. A weak one joins what compatible speakers said near in time.
 */
export function joins(one: Member, other: Member, tie: Pick<WordingTie, 'strength' | 'score'>): boolean {
  if (tie.strength === 'strong')
    return isClose(tie) || (isQuoted(one) && isQuoted(other)) || areCompatible(one.speaker, other.speaker)
  return areNear(one, other)
}

/** Whether compatible speakers said it within a few days. */
export function areNear(one: Member, other: Member): boolean {
  if (one.seenAt === null || other.seenAt === null) return false
  return Math.abs(one.seenAt - other.seenAt) <= NEAR_IN_TIME && areCompatible(one.speaker, other.speaker)
}

export function isQuoted({ quotation }: Pick<Member, 'quotation'>): boolean {
  return quotation === 'direct' || quotation === 'mixed'
}

/** Whether nearly all words of the shorter wording are shared. */
export function isClose({ score }: Pick<WordingTie, 'score'>): boolean {
  return score >= CLOSE
}
