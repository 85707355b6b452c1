/**
 * The instant of an ISO 8601 text as `YYYY-MM-DDTHH:MM:SS.sssZ`, so that text order is time order whatever the zone;
 * null when there is none or it cannot be read. A date alone means its midnight in UTC.
 */
export function toUtc(published: string | null): string | null {
  if (published === null) return null
  // Date.parse takes far more than ISO 8601 ("2024 or so" is a year to it) and reads that in the machine's own zone.
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/i.test(published)) return null
  // It also takes 30 February for 2 March.
  const [year, month, day] = published.slice(0, 10).split('-').map(Number) as [number, number, number]
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  const time = Date.parse(published)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
