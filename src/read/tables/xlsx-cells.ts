import { roleOf } from '../records/record-fields.ts'

export type Cell = string | number | boolean | Date | null

/** Day 0 of spreadsheets, in ms since 1970: they count 1900 as a leap year, which it was not. */
const DAY_0 = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000
/** Days between 1927 and 2173: numbers in a column of dates that stand for a day whose cell is not formatted as one. */
const FIRST_DAY = 10_000
const LAST_DAY = 100_000

/**
 * What cells say as text. Times have no zone there; a day without an hour is a day.
 *
 * @param headings names of the columns, by which a bare number is known to be a day
 */
export function toTexts(cells: readonly Cell[], headings: readonly string[]): readonly string[] {
  return cells.map((cell, index) => {
    if (cell === null) return ''
    if (typeof cell === 'string') return cell
    if (cell instanceof Date) return toTime(cell.getTime())
    const isDay = typeof cell === 'number' && cell >= FIRST_DAY && cell < LAST_DAY && isOfTime(headings[index] ?? '')
    return isDay ? toTime(DAY_0 + cell * DAY_MS) : String(cell)
  })
}

function isOfTime(heading: string): boolean {
  const role = roleOf(heading)
  return role === 'published' || role === 'modified'
}

function toTime(milliseconds: number): string {
  // To the second: days are counted in fractions that seldom come out even.
  const date = new Date(Math.round(milliseconds / 1000) * 1000)
  if (Number.isNaN(date.getTime())) return ''
  const written = date.toISOString().replace('.000Z', '')
  return written.endsWith('T00:00:00') ? written.slice(0, -'T00:00:00'.length) : written
}
