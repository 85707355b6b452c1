import type { Reported } from '../../../run/writing/reported-inputs.ts'
import type { DeadLetter, SkippedInput } from '../../../store/store.ts'
import { toVisibleLine } from '../visible.ts'

/**
 * A line for each failure that is named, and one for all others.
 *
 * @param dead how many inputs failed
 */
export function describeFailures(failures: readonly Reported<DeadLetter>[], dead: number): string[] {
  const lines = failures.map(({ uri, times, kind, error }) =>
    toVisibleLine(`${nameAll(uri, times)} failed (${kind}): ${error}.`),
  )
  const more = dead - failures.reduce((sum, { times }) => sum + times, 0)
  if (more <= 0) return lines
  const where = 'the table dead_letter tells of all, in one row of those entries of a file that failed alike'
  return [...lines, `${number(more)} more failed; ${where}.`]
}

/** A line for each input passed over that is named. */
export function describeSkipped(skipped: readonly Reported<SkippedInput>[]): string[] {
  return skipped.map(({ uri, times, reason }) => toVisibleLine(`${nameAll(uri, times)} skipped: ${reason}.`))
}

function nameAll(uri: string, times: number): string {
  if (times === 1) return uri
  return `${uri} and ${times === 2 ? 'another entry' : `${number(times - 1)} entries`} like it`
}

function number(value: number): string {
  return value.toLocaleString('en-GB')
}
