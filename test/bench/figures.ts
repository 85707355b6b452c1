import { performance } from 'node:perf_hooks'

/** Milliseconds that `action` takes. */
export function timeOf(action: () => void): number {
  const start = performance.now()
  action()
  return performance.now() - start
}

/** As {@link timeOf}, of what is waited for. */
export async function timeOfAsync(action: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await action()
  return performance.now() - start
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length % 2 === 1) return sorted[middle] as number
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** A number for people: three significant digits below 1,000, separated thousands above. */
export function inWords(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-GB')
  return value.toPrecision(3)
}

/** Lines up columns: the first to the left, the others to the right. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length))) ?? []
  return rows
    .map(row =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .map(line => `  ${line.trimEnd()}`)
    .join('\n')
}
