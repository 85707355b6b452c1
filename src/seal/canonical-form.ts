/*
 * The canonical form of rows, which their digests are made of: the same bytes on every machine and of every store. A
 * row is a run of cells: the table's name, the number of its cells, and these in the order of the table's columns. Every
 * cell says what it is and how long, so that nothing can be read in two ways:
 *
 *   n;                 nothing (NULL)
 *   i-12;              a whole number; 1 and 0 for true and false
 *   r3fe0000000000000; a real number: its eight bytes as IEEE 754 has them, the first first, in hexadecimal digits
 *   t5:naïf            a text: the number of its bytes in UTF-8, then these
 *
 * U+0000 counts as U+FFFD, which PostgreSQL keeps in its place.
 */

export type Cell = string | number | null

/** Columns that hold real numbers, by their places; all other numbers are whole. */
export type Reals = ReadonlySet<number>

const NONE: Reals = new Set()

const real = new DataView(new ArrayBuffer(8))

export function encodeText(text: string): string {
  const kept = text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text
  return `t${Buffer.byteLength(kept)}:${kept}`
}

/** @throws RangeError when a number that is to be whole is not */
export function encodeCell(cell: Cell, isReal = false): string {
  if (cell === null) return 'n;'
  if (typeof cell === 'string') return encodeText(cell)
  if (isReal) return encodeReal(cell)
  if (!Number.isInteger(cell)) throw new RangeError(`${cell} is no whole number`)
  return `i${cell === 0 ? 0 : BigInt(cell)};`
}

/** A row as text, whose bytes in UTF-8 are its canonical form. */
export function encodeRow(table: string, cells: readonly Cell[], reals: Reals = NONE): string {
  let row = `${encodeText(table)}i${cells.length};`
  for (let i = 0; i < cells.length; i += 1) row += encodeCell(cells[i] as Cell, reals.has(i))
  return row
}

function encodeReal(number: number): string {
  real.setFloat64(0, number)
  return `r${real.getBigUint64(0).toString(16).padStart(16, '0')};`
}
