import { HearsayError } from '../errors.ts'

/** A first and a last time as somebody wrote them, with the instants between which they mean, in milliseconds since 1970 UTC. */
export interface DatesGiven {
  readonly since: string
  readonly until: string
  readonly from: number
  /** The first instant behind the last time. */
  readonly before: number
}

/**
 * Refuses two dates with nothing in between: nothing that was asked for could be found.
 *
 * @param names what the two go by where they were given
 * @throws HearsayError (2) that names both
 */
export function requireInOrder(
  { since, until, from, before }: DatesGiven,
  names: { readonly since: string; readonly until: string },
): void {
  if (from < before) return
  throw new HearsayError(
    `There is nothing between the two dates: ${names.since} ${since} comes after ${names.until} ${until}; swap them, or leave one out.`,
    'dates-reversed',
  )
}
