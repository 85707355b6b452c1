import type { SourceKind } from '../../domain/labels.ts'

/**
 * A speaker as claims are compared by it: a name without titles in small letters; null for everybody without a name.
 *
 * @example
 * speakerOf('Sen. Ann Lee', 'person') // → 'ann lee'
 */
export function speakerOf(name: string | null, kind: SourceKind | null): string | null {
  if (name === null) return null
  return kind === 'person' ? name.toLowerCase() : name.toLowerCase()
}

/** The last word of a speaker: compatible speakers have the same, so that it serves to look them up. */
export function bucketOf(speaker: string): string {
  return speaker.slice(speaker.lastIndexOf(' ') + 1)
}

/** Whether two speakers may be the same: equal, or one has a part of the other's name and nothing that contradicts it. */
export function areCompatible(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  return one === other || (bucketOf(one) === bucketOf(other) && (one === bucketOf(one) || other === bucketOf(other)))
}
