import type { Member, WordingTie } from './member.ts'
import { areCompatible } from './speaker.ts'

/** Within so many ms generic words of one speaker are taken for the same utterance. */
export const NEAR_IN_TIME = 3 * 24 * 60 * 60 * 1000

/**
 * Whether a tie of their wordings joins two claims: a strong one does; a weak one joins what compatible speakers said near
 * in time. A function of the two claims and the tie, whichever comes first.
 */
export function joins(one: Member, other: Member, tie: Pick<WordingTie, 'strength' | 'score'>): boolean {
  if (tie.strength === 'strong') return true
  if (!areCompatible(one.speaker, other.speaker) || one.seenAt === null || other.seenAt === null) return false
  return Math.abs(one.seenAt - other.seenAt) <= NEAR_IN_TIME
}
