import type { Figure, Interval, Share } from './figure.ts'

/** A figure as a row: precision, recall, F1, its interval, hit, predicted, gold. */
export function formatFigure(name: string, { hit, predicted, gold, precision, recall, f1, intervals }: Figure): string {
  const counted = predicted + gold
  return formatRow([
    name,
    percent(precision, counted),
    percent(recall, counted),
    percent(f1, counted),
    range(intervals?.f1 ?? null, counted),
    `${hit}`,
    `${predicted}`,
    `${gold}`,
  ])
}

/** A share as a row of the same columns. */
export function formatShare(name: string, { hit, total, share, interval }: Share): string {
  return formatRow([name, '', '', percent(share, total), range(interval, total), `${hit}`, '', `${total}`])
}

const WIDTHS = [16, 10, 8, 7, 13, 8, 10, 8] as const

/** Cells in the columns of every report: the first to the left, the others to the right, 80 characters at most. */
export function formatRow(cells: readonly string[]): string {
  return cells
    .map((cell, column) => (column === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[column] ?? 0)))
    .join('')
    .trimEnd()
}

/** @param counted How much the rate was measured on: a dash stands where that is nothing. */
export function percent(rate: number, counted: number): string {
  return counted === 0 ? '–' : (100 * rate).toFixed(1)
}

export function range(interval: Interval | null, counted: number): string {
  if (interval === null || counted === 0) return '–'
  return `${percent(interval.low, counted)}–${percent(interval.high, counted)}`
}

/** "1 article", "2 articles". */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
