import { requireInOrder } from '../domain/articles/dates-in-order.ts'
import { HearsayError } from '../domain/errors.ts'
import { toUtc } from '../store/rows/published.ts'
import { daysOf } from './page/chart.ts'
import { readOnly } from './parameters.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/
const DAY_MS = 86_400_000

/** First and last day or month that are asked for. */
export interface Period {
  readonly since: string | undefined
  readonly until: string | undefined
}

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

/** The instants that two days or months, the last one too, lie between, in milliseconds since 1970 UTC. */
export function instantsOf({ since, until }: Period): { readonly from?: number; readonly before?: number } {
  return {
    ...(since === undefined ? {} : { from: Date.parse(firstDayOf(since)) }),
    ...(until === undefined ? {} : { before: Date.parse(lastDayOf(until)) + DAY_MS }),
  }
}

/**
 * First and last day or month as they were given, if both are dates and the first does not come after the last.
 *
 * @param prefix before their names in the address
 * @throws HearsayError (2) when one is neither day nor month, or they are the wrong way round
 */
export function requirePeriods({ since, until }: Period, prefix = ''): Period {
  const period = { since: requirePeriod(since), until: requirePeriod(until) }
  const { from, before } = instantsOf(period)
  if (since === undefined || until === undefined || from === undefined || before === undefined) return period
  requireInOrder({ since, until, from, before }, { since: `${prefix}since`, until: `${prefix}until` })
  return period
}

/**
 * First and last day that an address asks for.
 *
 * @throws HearsayError (2) when one is neither day nor month, is given twice, or the first comes after the last
 */
export function readDays(search: URLSearchParams): Period {
  const { since, until } = requirePeriods({ since: readOnly(search, 'since'), until: readOnly(search, 'until') })
  return {
    since: since === undefined ? undefined : firstDayOf(since),
    until: until === undefined ? undefined : lastDayOf(until),
  }
}
