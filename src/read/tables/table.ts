import { OpenRecord, type Role } from '../records/record-fields.ts'

/** Longest heading row by which a table is recognised. */
const LONGEST_HEADING = 10_000

/** A row with the names of its columns. Without a prototype, so that a column called `__proto__` is a column. */
export function toRow(headings: readonly string[], cells: readonly unknown[]): Readonly<Record<string, unknown>> {
  const row: Record<string, unknown> = Object.create(null)
  for (const [index, heading] of headings.entries()) {
    const cell = cells[index] ?? ''
    // Of columns with one name the first that is filled counts.
    if (row[heading] === undefined || row[heading] === '') row[heading] = cell
  }
  return row
}

/** Whether some cells are the heading row of a table of articles: they name the text or an address, and what it is called. */
export function isHeading(cells: readonly string[]): boolean {
  if (cells.length < 2 || cells.reduce((size, cell) => size + cell.length, 0) > LONGEST_HEADING) return false
  const open = new OpenRecord(toRow(cells, cells), {})
  const has = (role: Role) => open.fieldsFor(role).some(() => true)
  if (has('text')) return (['title', 'byline', 'published', 'uri', 'language'] as const).some(has)
  return has('title') && (['published', 'uri', 'summary'] as const).some(has)
}

/** Whether some cells are a heading row with a column that the user named. */
export function isNamed(cells: readonly string[], name: string): boolean {
  return (
    cells.length <= LONGEST_HEADING &&
    new OpenRecord(toRow(cells, cells), { text: name }).fieldsFor('text').some(() => true)
  )
}
