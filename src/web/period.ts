import { HearsayError } from '../domain/errors.ts'
import { toUtc } from '../store/rows/published.ts'
import { daysOf } from './page/chart.ts'
import { readOnly } from './parameters.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/

/**
 * A day or a month from an address: whoever copies one from the page of another list need not write it otherwise.
 *
 * @throws HearsayError (2) when it is neither
 */
export function requirePeriod(period: string | undefined): string | undefined {
  if (period === undefined || MONTH.test(period)) return period
  if (!DAY.test(period) || toUtc(period) === null)
    throw new HearsayError(
      `"${period}" is no date of the calendar; write a day as 2026-05-31, or a month as 2026-05.`,
      'date-invalid',
    )
  return period
}

export function isDay(period: string): boolean {
  return DAY.test(period)
}

/** The first day of a month, or the day itself. */
export function firstDayOf(period: string): string {
  return MONTH.test(period) ? daysOf(period).since : period
}

/** The last day of a month, or the day itself. */
export function lastDayOf(period: string): string {
  return MONTH.test(period) ? daysOf(period).until : period
}

/**
 * First and last day that an address asks for.
 *
 * @throws HearsayError (2) when one is neither day nor month, or given twice
 */
export function readDays(search: URLSearchParams): Readonly<Record<'since' | 'until', string | undefined>> {
  const [since, until] = (['since', 'until'] as const).map(name => requirePeriod(readOnly(search, name)))
  return {
    since: since === undefined ? undefined : firstDayOf(since),
    until: until === undefined ? undefined : lastDayOf(until),
  }
}
