import { cellWidth, fitCell } from './cell-width.ts'
import type { Column, Listing } from './listing.ts'
import type { Paint } from './paint.ts'
import { toVisibleLine } from './visible.ts'

const GAP = '  '
const LEAST = 8

/** Rows in aligned columns that fit `width`: a heading, then a line a row. Nothing when there are no rows. */
export function formatTable<Row extends object>(
  { rows, columns }: Listing<Row>,
  width: number,
  paint: Paint,
): string[] {
  const lines = [...rows].map(row => columns.map(column => toVisibleLine(String(column.cell(row) ?? ''))))
  if (lines.length === 0) return []
  const widths = fitWidths(columns, lines, width)
  const format = (cells: readonly string[]) =>
    cells
      .map((cell, index) => alignCell(cell, widths[index] as number, columns[index]?.alignRight === true))
      .join(GAP)
      .trimEnd()
  return [paint('bold', format(columns.map(({ heading }) => heading))), ...lines.map(format)]
}

function alignCell(cell: string, width: number, alignRight: boolean): string {
  const fitted = fitCell(cell, width)
  if (!alignRight) return fitted
  const text = fitted.trimEnd()
  return ' '.repeat(Math.max(0, width - cellWidth(text))) + text
}

function fitWidths<Row>(columns: readonly Column<Row>[], lines: readonly string[][], width: number): number[] {
  const natural = columns.map((column, index) => {
    const widest = Math.max(cellWidth(column.heading), ...lines.map(cells => cellWidth(cells[index] as string)))
    return Math.min(widest, column.most ?? Number.POSITIVE_INFINITY)
  })
  let left = width - GAP.length * (columns.length - 1)
  columns.forEach((column, index) => {
    if (column.share === undefined) left -= natural[index] as number
  })
  const shares = columns.reduce((sum, { share = 0 }) => sum + share, 0)
  return columns.map(({ share }, index) => {
    const wanted = natural[index] as number
    return share === undefined ? wanted : Math.min(wanted, Math.max(LEAST, Math.floor((left * share) / shares)))
  })
}
