import { toCsvRow } from '../../export/tables/csv-row.ts'
import { type Write, writeTo } from '../../export/write.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Listing } from './listing.ts'
import { choosePaint } from './paint.ts'
import { formatTable } from './table.ts'
import { toVisibleLine } from './visible.ts'

/** How rows are printed. `plain`: a line a row, cells separated by tabs, for `cut` and `awk`. */
export type OutputFormat = 'json' | 'nl' | 'csv' | 'table' | 'plain'

/** Width of tables where neither the terminal nor COLUMNS says one. */
const DEFAULT_WIDTH = 120

/** Prints rows to standard output in the format asked for; waits when the reader is slow. */
export async function printListing<Row extends object>(
  surroundings: Surroundings,
  format: OutputFormat,
  listing: Listing<Row>,
): Promise<void> {
  const write = writeTo(surroundings.standardOutput)
  if (format === 'table') {
    const rows: Row[] = []
    for await (const row of listing.rows) rows.push(row)
    return await printLines(write, formatTable({ ...listing, rows }, widthOf(surroundings), choosePaint(surroundings)))
  }
  if (format === 'plain') return await printPlain(write, listing)
  if (format === 'json') return await printJson(write, listing.rows)
  if (format === 'csv') return await printCsv(write, listing)
  await printRows(write, listing.rows, row => `${JSON.stringify(row)}\n`)
}

/** Prints one value as JSON, indented for people. */
export async function printValue(surroundings: Surroundings, value: unknown): Promise<void> {
  await writeTo(surroundings.standardOutput)(`${JSON.stringify(value, null, 2)}\n`)
}

/** Prints lines of text. */
export async function printText(surroundings: Surroundings, lines: Iterable<string>): Promise<void> {
  await printLines(writeTo(surroundings.standardOutput), lines)
}

export function widthOf({ standardOutput, environment }: Surroundings): number {
  const width = standardOutput.columns ?? Number(environment.COLUMNS)
  return Number.isInteger(width) && width >= 40 ? width : DEFAULT_WIDTH
}

async function printLines(write: Write, lines: Iterable<string>): Promise<void> {
  for (const line of lines) await write(`${line}\n`)
}

async function printPlain<Row extends object>(
  write: Write,
  { rows, columns, isHeaded = false }: Listing<Row>,
): Promise<void> {
  if (isHeaded) await write(`${columns.map(({ heading }) => heading).join('\t')}\n`)
  await printRows(
    write,
    rows,
    row => `${columns.map(({ cell }) => toVisibleLine(String(cell(row) ?? ''))).join('\t')}\n`,
  )
}

async function printJson(write: Write, rows: Listing<object>['rows']): Promise<void> {
  let opening = '['
  await printRows(write, rows, row => {
    const line = `${opening}\n${JSON.stringify(row)}`
    opening = ','
    return line
  })
  await write(opening === '[' ? '[]\n' : '\n]\n')
}

async function printCsv<Row extends object>(write: Write, { rows, cells, fields }: Listing<Row>): Promise<void> {
  let isHeaded = fields !== undefined
  if (fields !== undefined) await write(toCsvRow(fields))
  if (cells !== undefined) return await printRows(write, cells, toCsvRow)
  await printRows(write, rows, row => {
    const line = toCsvRow(Object.values(row))
    if (isHeaded) return line
    isHeaded = true
    return `${toCsvRow(Object.keys(row))}${line}`
  })
}

/** So many characters go out at a time. */
const PIECE = 32 * 1024

/**
 * Writes a line for each row. Rows that are there at once go out many at a time: an audit of each outlet and month has more than
 * a million, and to wait for each of them took longer than all else. Those that are waited for go out one by one, when they come.
 */
async function printRows<Row>(
  write: Write,
  rows: Iterable<Row> | AsyncIterable<Row>,
  toLine: (row: Row) => string,
): Promise<void> {
  if (!(Symbol.iterator in rows)) {
    for await (const row of rows) await write(toLine(row))
    return
  }
  let piece = ''
  try {
    for (const row of rows) {
      piece += toLine(row)
      if (piece.length < PIECE) continue
      const full = piece
      piece = ''
      await write(full)
    }
  } finally {
    if (piece !== '') await write(piece)
  }
}
