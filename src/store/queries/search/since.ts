import { HearsayError } from '../../../domain/errors.ts'
import { toUtc } from '../../rows/published.ts'

/**
 * A point in time as the user gives it, in the form that `published_utc` has.
 *
 * @throws HearsayError (2) when it is no ISO 8601 date or time with zone, or a day that no month has.
 */
export function readSince(since: string): string {
  const utc = toUtc(since)
  if (utc === null)
    throw new HearsayError(
      `"${since}" is no date of the calendar; write it as 2026-05-31 or 2026-05-31T08:00:00Z (ISO 8601).`,
      'date-invalid',
    )
  return utc
}
