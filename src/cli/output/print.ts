import { toCsvRow } from '../../export/csv-row.ts'
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
  for await (const row of listing.rows) await write(`${JSON.stringify(row)}\n`)
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

async function printPlain<Row extends object>(write: Write, { rows, columns }: Listing<Row>): Promise<void> {
  for await (const row of rows) {
    await write(`${columns.map(({ cell }) => toVisibleLine(String(cell(row) ?? ''))).join('\t')}\n`)
  }
}

async function printJson(write: Write, rows: Listing<object>['rows']): Promise<void> {
  let opening = '['
  for await (const row of rows) {
    await write(`${opening}\n${JSON.stringify(row)}`)
    opening = ','
  }
  await write(opening === '[' ? '[]\n' : '\n]\n')
}

async function printCsv<Row extends object>(write: Write, { rows, fields }: Listing<Row>): Promise<void> {
  let isHeaded = fields !== undefined
  if (fields !== undefined) await write(toCsvRow(fields))
  for await (const row of rows) {
    if (!isHeaded) await write(toCsvRow(Object.keys(row)))
    isHeaded = true
    await write(toCsvRow(Object.values(row)))
  }
}
