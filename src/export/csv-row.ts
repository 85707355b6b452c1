/** One cell; numbers and truth values are written as they are. */
export type CsvCell = string | number | boolean | null

/**
 * One line of CSV by RFC 4180, with its CRLF.
 *
 * A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, also in full width, a line end, TAB or NUL) gets a
 * leading `'`: news text is written by strangers, and a formula can send data away. Use JSONL where the exact text
 * matters.
 *
 * @example
 * toCsvRow(['=1+1', 'a "b"', null]) // → `'=1+1,"a ""b""",\r\n`
 */
export function toCsvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(toCell).join(',')}\r\n`
}

function toCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = /^[=+\-@＝＋－＠\t\r\n\0]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
