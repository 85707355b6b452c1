import type { RunCounts } from './store.ts'

/**
 * Inputs = done + dead + skipped, by a run's own count and by the rows that it left.
 *
 * @throws Error when they do not agree, a defect of Hearsay
 */
export function requireAccount(
  runId: number,
  counts: RunCounts,
  kept: Pick<RunCounts, 'done' | 'dead' | 'skipped'>,
): void {
  const agrees =
    counts.inputs === counts.done + counts.unchanged + counts.dead + counts.skipped &&
    counts.inputs === kept.done + kept.dead + kept.skipped &&
    counts.skipped === kept.skipped
  if (agrees) return
  const rows = `${kept.done} done, ${kept.dead} dead, ${kept.skipped} skipped`
  throw new Error(`run ${runId} counted ${JSON.stringify(counts)} and kept other inputs: ${rows}`)
}
