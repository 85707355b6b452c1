import type { DraftSource } from './draft-source.ts'

/** Whether the source at `index` is `draft`, or goes back to it over others. Ends, for no source goes back to itself. */
export function goesBackTo(drafts: readonly DraftSource[], index: number, draft: DraftSource): boolean {
  for (let next: number | null = index; next !== null; next = drafts[next]?.antecedent ?? null) {
    if (drafts[next] === draft) return true
  }
  return false
}

/** Those that another source goes back to. */
const goneBackTo = new WeakSet<DraftSource>()

/**
 * The link of a source to the one at `index`, or to none (null). Where that one goes back to it already ("I told them," he
 * said, with "he" taken for "I"), it stays by itself and keeps whom it was refused. The only way to get an `antecedent`: so no
 * source ever goes back to itself. Whoever asks has to give the source what it answers.
 */
export function goBackTo(
  drafts: readonly DraftSource[],
  draft: DraftSource,
  index: number | null,
): Pick<DraftSource, 'antecedent' | 'refused'> {
  const other = index === null ? undefined : drafts[index]
  // Nearly all are resolved before anything goes back to them: the chain behind the other one, which may be long, tells nothing.
  const mayCircle = other === draft || goneBackTo.has(draft)
  const refused = index !== null && mayCircle && goesBackTo(drafts, index, draft)
  if (other !== undefined && !refused) goneBackTo.add(other)
  return refused ? { antecedent: null, refused: index } : { antecedent: index, refused: null }
}
