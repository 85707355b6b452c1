/*
 * The form of a row whose bytes are digested: the same for every store and machine, and nothing in it can be read two
 * ways. docs/provenance.md describes it.
 */

/** A value of a column of floating-point numbers: 1 in it is another cell than a whole 1. */
export class Real {
  readonly value: number

  constructor(value: number) {
    this.value = value
  }
}

export type Cell = null | number | string | Real

/** The bytes of a row: its table, how many cells it has, and these one after another, each with its type and length. */
export function encodeRow(table: string, cells: readonly Cell[]): Buffer {
  return Buffer.from(`${table} ${cells.length}\n${cells.map(encodeCell).join('')}`, 'utf8')
}

function encodeCell(cell: Cell): string {
  if (cell === null) return 'n;'
  if (typeof cell === 'string') return `t${Buffer.byteLength(cell, 'utf8')}:${cell}`
  if (typeof cell === 'number') return `i${cell};`
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(cell.value)
  return `r${bytes.toString('hex')};`
}
