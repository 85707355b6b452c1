import type { Member } from './member.ts'

/** The order of a family: first seen first, what nobody dates last, then by id. */
export function compareSeen(one: Member, other: Member): number {
  if (one.seenAt !== other.seenAt) {
    if (one.seenAt === null) return 1
    if (other.seenAt === null) return -1
    return one.seenAt - other.seenAt
  }
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
