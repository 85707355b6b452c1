import { cellWidth, fitCell } from './cell-width.ts'
import type { Column, Listing } from './listing.ts'
import type { Paint } from './paint.ts'
import { toVisibleLine } from './visible.ts'

const GAP = '  '
const LEAST = 8

/** Rows in aligned columns that fit `width`: a heading, then a line a row. */
export function formatTable<Row extends object>(
  { rows, columns }: { readonly rows: readonly Row[]; readonly columns: Listing<Row>['columns'] },
  width: number,
  paint: Paint,
): string[] {
  const lines = rows.map(row => columns.map(column => toVisibleLine(String(column.cell(row) ?? ''))))
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
  let shares = 0
  columns.forEach(({ share }, index) => {
    if (share === undefined) left -= natural[index] as number
    else shares += share
  })
  const widths = [...natural]
  // Those that want least come first: what they leave goes to the others.
  const sharing = columns
    .map(({ share = 0 }, index) => ({ index, share, wanted: natural[index] as number }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => a.wanted / a.share - b.wanted / b.share)
  for (const { index, share, wanted } of sharing) {
    const given = Math.min(wanted, Math.max(LEAST, Math.floor((left * share) / shares)))
    widths[index] = given
    left -= given
    shares -= share
  }
  return widths
}
