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
  return encodeKept(text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text)
}

function encodeKept(text: string): string {
  return `t${Buffer.byteLength(text)}:${text}`
}

/** @throws RangeError when a number that is to be whole is not */
export function encodeCell(cell: Cell, isReal = false): string {
  if (typeof cell === 'string') return encodeText(cell)
  return cell === null ? 'n;' : encodeNumber(cell, isReal)
}

/** A row as text, whose bytes in UTF-8 are its canonical form. */
export function encodeRow(table: string, cells: readonly Cell[], reals: Reals = NONE): string {
  const row = encodeHead(table, cells.length) + encodeCells(cells, reals)
  return row.includes('\0') ? encodeRow(table, cells.map(withoutNul), reals) : row
}

/** What rows of so many cells of one table begin with. */
export function encodeHead(table: string, cells: number): string {
  return `${encodeText(table)}i${cells};`
}

/** Texts are taken as they are: what holds U+0000 has to be encoded anew with {@link withoutNul}. */
export function encodeCells(cells: readonly Cell[], reals: Reals = NONE): string {
  let row = ''
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i] as Cell
    if (typeof cell === 'string') row += encodeKept(cell)
    else row += cell === null ? 'n;' : encodeNumber(cell, reals.size > 0 && reals.has(i))
  }
  return row
}

/**
 * The cells of a row without those of later columns, where it says nothing in any of them: it is then as it was before they
 * came.
 */
export function saidCells(cells: readonly Cell[], firstCells: number): readonly Cell[] {
  for (let place = firstCells; place < cells.length; place += 1) if (cells[place] !== null) return cells
  return cells.length === firstCells ? cells : cells.slice(0, firstCells)
}

export function withoutNul(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replaceAll('\0', '\ufffd') : cell
}

function encodeNumber(number: number, isReal: boolean): string {
  if (isReal) return encodeReal(number)
  if (Number.isSafeInteger(number)) return `i${number};`
  if (!Number.isInteger(number)) throw new RangeError(`${number} is no whole number`)
  // Beyond what is exact, numbers would be written with exponents.
  return `i${BigInt(number)};`
}

function encodeReal(number: number): string {
  real.setFloat64(0, number)
  return `r${real.getBigUint64(0).toString(16).padStart(16, '0')};`
}
