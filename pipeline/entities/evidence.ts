import type { MentionType } from '../../src/domain/labels.ts'

/** What a name can be; `other` is everything that is no mention: events, products, laws, works. */
export type NameType = Extract<MentionType, 'person' | 'place' | 'organisation'> | 'other'

/** How much speaks for each type, in points: 1 is a hint, 4 all but settles it. */
export type Evidence = Record<NameType, number>

/** A class, because V8 makes a literal of zeros an object of small integers and remakes it at the first half point. */
class Points implements Evidence {
  person = 0
  place = 0
  organisation = 0
  other = 0
}

export function noEvidence(): Evidence {
  return new Points()
}

export function addEvidence(sum: Evidence, more: Evidence, weight = 1): void {
  sum.person += weight * more.person
  sum.place += weight * more.place
  sum.organisation += weight * more.organisation
  sum.other += weight * more.other
}

/** The type with most points, or null when none reaches `least`. */
export function strongest(evidence: Evidence, least: number): NameType | null {
  // Ties go to what is listed first: a person is the guess that costs most when it is wrong.
  let best: NameType = 'place'
  for (const type of ['organisation', 'person', 'other'] as const) if (evidence[type] > evidence[best]) best = type
  return evidence[best] >= least ? best : null
}
