import type { RunCounts } from '../store.ts'

/**
 * Inputs = done + dead + skipped, by a run's own count and by the rows that it left.
 *
 * @param isAlone no other run can have met the same inputs since, which would then count as its own
 * @throws Error when they do not agree, a defect of Hearsay
 */
export function requireAccount(
  runId: number,
  counts: RunCounts,
  kept: Pick<RunCounts, 'done' | 'dead' | 'skipped'>,
  isAlone: boolean,
): void {
  const keptInputs = kept.done + kept.dead + kept.skipped
  const isBalanced = counts.inputs === counts.done + counts.unchanged + counts.dead + counts.skipped
  const isKept = isAlone
    ? counts.inputs === keptInputs && counts.skipped === kept.skipped
    : counts.inputs >= keptInputs && counts.skipped >= kept.skipped
  if (isBalanced && isKept) return
  const rows = `${kept.done} done, ${kept.dead} dead, ${kept.skipped} skipped`
  throw new Error(`run ${runId} counted ${JSON.stringify(counts)} and kept other inputs: ${rows}`)
}
