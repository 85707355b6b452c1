import type { Proposal } from '../choice/verification-features.ts'

/** A proposal with the verifier's probability that it is right. */
export interface Judged {
  readonly proposal: Proposal
  readonly probability: number
}

export interface Rejected extends Judged {
  /** In words: why it is no attribution. */
  readonly reason: string
}

/**
 * Accepts proposals from the surest down: those at or above the threshold that have content and share no word of
 * their cue with an accepted one. Contents may overlap: an attribution inside another's content is kept, as nested.
 *
 * @returns Accepted ones in text order, and all others with the reason.
 */
export function resolveOverlaps(
  judged: readonly Judged[],
  threshold: number,
): { accepted: Judged[]; rejected: Rejected[] } {
  const accepted: Judged[] = []
  const rejected: Rejected[] = []
  const taken = new Set<number>()
  const order = judged.toSorted((a, b) => b.probability - a.probability || a.proposal.trigger - b.proposal.trigger)
  for (const one of order) {
    const { content, cue } = one.proposal
    const chance = one.probability.toFixed(2)
    if (one.probability < threshold) {
      rejected.push({ ...one, reason: `The verifier gives it ${chance}, below ${threshold.toFixed(2)}.` })
    } else if (content.length === 0) {
      rejected.push({ ...one, reason: 'Nothing is attributed: no content was found.' })
    } else if (cue.some(word => taken.has(word))) {
      rejected.push({ ...one, reason: `A surer attribution holds the same cue (this one: ${chance}).` })
    } else {
      accepted.push(one)
      for (const word of cue) taken.add(word)
    }
  }
  return { accepted: accepted.toSorted((a, b) => a.proposal.trigger - b.proposal.trigger), rejected }
}
