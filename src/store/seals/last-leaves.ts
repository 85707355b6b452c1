import type { Leaf } from '../../seal/seal.ts'

/** Of leaves ordered by kind, subject and time of writing, the last of each subject: those that a seal's tree is made of. */
export function* lastLeaves<Some extends Leaf>(ordered: Iterable<Some>): Generator<Some> {
  let last: Some | null = null
  for (const leaf of ordered) {
    if (last !== null && (last.kind !== leaf.kind || last.subject !== leaf.subject)) yield last
    last = leaf
  }
  if (last !== null) yield last
}
