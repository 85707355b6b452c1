import { performance } from 'node:perf_hooks'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Cell, QueryAnswer, QueryQuestion } from './answer.ts'

/** Why a query has no answer that would have taken more memory than it may. */
export const TOO_MUCH_MEMORY = 'The query was stopped: it took too much memory.'

/** Runs one query on a connection that `allowReadingOnly` has tied, and gives as many of its rows as it may. */
export function runQuery(
  database: DatabaseSync,
  { sql, rows: mostRows, bytes: mostBytes }: QueryQuestion,
): QueryAnswer {
  const start = performance.now()
  try {
    const statement = database.prepare(sql)
    if (!isBlank(sql.slice(statement.sourceSQL.length)))
      return { kind: 'refused', reason: 'Only one statement may run here; there is more text after the first one.' }
    const columns = statement.columns().map(column => column.name)
    if (columns.length === 0)
      return { kind: 'refused', reason: 'Only a query that returns rows may run here; start it with SELECT or WITH.' }
    const taken = takeRows(statement, mostRows, mostBytes)
    return { kind: 'rows', columns, ...taken, milliseconds: performance.now() - start }
  } catch (error) {
    return { kind: 'refused', reason: explain(error) }
  }
}

function takeRows(
  statement: StatementSync,
  mostRows: number,
  mostBytes: number,
): { readonly rows: Cell[][]; readonly cut: 'rows' | 'bytes' | null } {
  statement.setReturnArrays(true)
  statement.setReadBigInts(true)
  const rows: Cell[][] = []
  let bytes = 0
  for (const values of statement.iterate() as Iterable<unknown>) {
    if (rows.length === mostRows) return { rows, cut: 'rows' }
    const row = (values as unknown[]).map(toCell)
    for (const cell of row) bytes += cell === null ? 4 : Buffer.byteLength(String(cell)) + 3
    if (bytes > mostBytes) return { rows, cut: 'bytes' }
    rows.push(row)
  }
  return { rows, cut: null }
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : value.toString()
  }
  // JSON knows no infinity.
  return typeof value === 'number' && Number.isFinite(value) ? value : String(value)
}

/** Whether only space, comments and semicolons follow the statement. */
function isBlank(rest: string): boolean {
  const blank = /[\s;]+|--[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)/y
  while (blank.lastIndex < rest.length) {
    if (!blank.test(rest)) return false
  }
  return true
}

function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (/not authorized|prohibited|access to .* is prohibited/i.test(message))
    return 'This is not allowed here: the console only reads the tables and views listed beside it.'
  // What SQLite keeps for the while of a query it keeps in memory, so there is no disk that could be full.
  if (/^(?:out of memory|database or disk is full)$/i.test(message)) return TOO_MUCH_MEMORY
  if (/contains no statements/i.test(message)) return 'There is no query; start it with SELECT or WITH.'
  return `The query does not work: ${message}.`
}
