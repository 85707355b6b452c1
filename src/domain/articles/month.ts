/** `2026-05` for a number of months: twelve times the year, and the months before it in that year. */
export function nameMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}
