import type { UserQuery } from '../../../store/postgres/read/user-query.ts'
import type { Cell, QueryRows } from '../answer.ts'
import type { QueryLimits } from '../limits.ts'

/** As many rows of a query that was opened as may be given. */
export async function takeRows(
  running: UserQuery,
  limits: QueryLimits,
): Promise<Omit<QueryRows, 'kind' | 'milliseconds'>> {
  const rows: Cell[][] = []
  let bytes = 0
  // The first row says how long they are.
  let portion = 1
  while (true) {
    const fetched = await running.fetch(portion)
    for (const values of fetched.rows) {
      if (rows.length === limits.rows) return { columns: fetched.columns, rows, cut: 'rows' }
      const row = values.map(toCell)
      for (const cell of row) bytes += cell === null ? 4 : Buffer.byteLength(String(cell)) + 3
      if (bytes > limits.bytes) return { columns: fetched.columns, rows, cut: 'bytes' }
      rows.push(row)
    }
    if (fetched.rows.length < portion) return { columns: fetched.columns, rows, cut: null }
    const affordable = Math.ceil((limits.bytes - bytes) / (bytes / rows.length + 1))
    portion = Math.max(1, Math.min(portion * 8, affordable, limits.rows + 1 - rows.length))
  }
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  // JSON knows no infinity.
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)) ? value : String(value)
}
