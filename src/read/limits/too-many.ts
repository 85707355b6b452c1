import { Unreadable } from './limits.ts'

export function tooMany(maxEntries: number): Unreadable {
  return new Unreadable(
    'too-many',
    `it has more than ${maxEntries} entries, and the others were not read: split it, or raise the limit with --max-entries`,
  )
}
