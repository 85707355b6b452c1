import { SOURCE_TYPES, type SourceType } from '../../domain/voice-labels.ts'

/** What says nothing of how somebody lives: anybody can be accused, be somebody's child or say something of no kind. */
const ANYBODY: readonly SourceType[] = ['unknown', 'other', 'document', 'suspect', 'family']

/**
 * Types that one person can well have in two articles, by turns or at once. All others are two walks of life, in which a name
 * alone makes nobody the same: it is better to count one person twice than to make one of two.
 */
const TOGETHER: readonly (readonly [SourceType, SourceType])[] = [
  // Office: who governs is elected, appointed, prosecutes, commands.
  ['politician', 'government'],
  ['politician', 'law'],
  ['government', 'law'],
  ['government', 'police-military'],
  ['government', 'health'],
  ['government', 'science-technology'],
  // Knowledge: one chair, clinic or company.
  ['academic', 'health'],
  ['academic', 'science-technology'],
  ['academic', 'law'],
  ['academic', 'business'],
  ['academic', 'civil-society'],
  ['academic', 'student'],
  ['health', 'science-technology'],
  ['health', 'worker'],
  ['science-technology', 'business'],
  ['science-technology', 'worker'],
  ['business', 'worker'],
  // Causes: a union, a church and a charity.
  ['civil-society', 'religious'],
  ['civil-society', 'worker'],
  // The stage.
  ['celebrity', 'media'],
  ['celebrity', 'sport'],
  // Who has no office.
  ['resident', 'worker'],
  ['resident', 'student'],
  ['worker', 'student'],
]

const byType: ReadonlyMap<SourceType, ReadonlySet<SourceType>> = new Map(
  SOURCE_TYPES.map(type => [
    type,
    new Set([
      type,
      ...(ANYBODY.includes(type) ? SOURCE_TYPES : ANYBODY),
      ...TOGETHER.flatMap(([a, b]) => (a === type ? [b] : b === type ? [a] : [])),
    ]),
  ]),
)

/** Whether one person can well be of both types. */
export function isOneLife(a: SourceType, b: SourceType): boolean {
  return byType.get(a)?.has(b) === true
}

/** Types whose roles and bodies change while the person is the same: offices, parties, committees, seats. */
export function isPublicOffice(type: SourceType): boolean {
  return type === 'politician' || type === 'government'
}

/** Types that say how somebody lives. */
export function isTelling(type: SourceType): boolean {
  return !ANYBODY.includes(type)
}
