/**
 * Now, or a millisecond after `latest` where the clock has not come that far: corrections of one claim count in the order of
 * their times, on whatever machine they were made.
 */
export function timeAfter(latest: string | null): string {
  const now = new Date().toISOString()
  if (latest === null || latest < now) return now
  const time = Date.parse(latest)
  return Number.isNaN(time) ? now : new Date(time + 1).toISOString()
}
