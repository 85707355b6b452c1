import { plural } from '../plural.ts'

/** `13 claims and 1 added`: those that the machine found and, where there are some, those that people added. */
export function countClaims(found: number, added: number): string {
  return `${plural(found, 'claim')}${added > 0 ? ` and ${added} added` : ''}`
}
