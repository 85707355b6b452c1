import type { DeadLetter, SkippedInput } from '../store.ts'

/** How many inputs letters or skipped inputs stand for. */
export function countEntries(rows: readonly Pick<DeadLetter | SkippedInput, 'entries'>[]): number {
  return rows.reduce((sum, { entries }) => sum + (entries?.times ?? 1), 0)
}
