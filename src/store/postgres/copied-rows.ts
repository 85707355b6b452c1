import type pg from 'pg'
import { type Value, withoutNul } from './table-rows.ts'

/**
 * Rows to be added to one table with `COPY`, which costs the server half of what `INSERT` does (measured). Where a row
 * may be there already, `TableRows` can say what then.
 */
export class CopiedRows {
  readonly #command: string
  readonly #lines: string[] = []

  /** @param columns as they stand in SQL */
  constructor(table: string, columns: readonly string[]) {
    this.#command = `COPY ${table} (${columns.join(', ')}) FROM STDIN`
  }

  /** @param values in the order of the columns */
  add(...values: readonly Value[]): void {
    this.#lines.push(values.map(encode).join('\t'))
  }

  /** Adds them all to the table, in the order in which they were added here. */
  async insert(client: pg.ClientBase): Promise<void> {
    if (this.#lines.length === 0) return
    const rows = Buffer.from(`${this.#lines.join('\n')}\n`)
    await new Promise<void>((resolve, reject) => {
      client.query(new Copy(this.#command, rows, error => (error === null ? resolve() : reject(error))))
    })
  }
}

/** What the driver calls while the server takes a copy in. */
interface CopyConnection {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}

/** A query of the driver's that sends rows; the driver itself knows none such. */
class Copy implements pg.Submittable {
  readonly #command: string
  readonly #rows: Buffer
  /** The driver puts one of its own in its place, to stop its clock. */
  callback: (error: Error | null) => void

  constructor(command: string, rows: Buffer, callback: (error: Error | null) => void) {
    this.#command = command
    this.#rows = rows
    this.callback = callback
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#command)
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.#rows)
    connection.endCopyFrom()
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.callback(null)
  }

  handleError(error: Error): void {
    this.callback(error)
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** As a field of `COPY`'s text format. */
function encode(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value === 'number') return String(value)
  return withoutNul(value).replace(/[\\\n\r\t]/g, character => ESCAPES[character] as string)
}
