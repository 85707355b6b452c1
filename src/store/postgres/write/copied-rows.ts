import type pg from 'pg'
import { list } from '../../transfer/tables.ts'
import type { Value } from './table-rows.ts'

/**
 * Rows to be added to one table with `COPY`, which takes the server a third less time than `INSERT` (measured). Where a row
 * may be there already, `TableRows` can say what then.
 */
export class CopiedRows {
  readonly #command: string
  #lines = ''

  constructor(table: string, columns: readonly string[]) {
    this.#command = `COPY ${table} (${list(columns)}) FROM STDIN`
  }

  /** @param rows with their values in the order of the columns */
  add(rows: readonly (readonly Value[])[]): void {
    for (const values of rows) {
      let line = encode(values[0] ?? null)
      for (let i = 1; i < values.length; i += 1) line += `\t${encode(values[i] ?? null)}`
      this.#lines += `${line}\n`
    }
  }

  /** All of them, as they are sent. */
  encode(): EncodedRows {
    return { command: this.#command, lines: Buffer.from(this.#lines) }
  }
}

/** Rows that are ready to be sent, in the order in which they were added. */
export interface EncodedRows {
  readonly command: string
  readonly lines: Buffer
}

/**
 * Sends rows to their table.
 *
 * @returns when they are on their way: the server takes them in while the caller prepares the next. `stored` tells the end.
 */
export async function sendRows(
  client: pg.ClientBase,
  { command, lines }: EncodedRows,
): Promise<{ readonly stored: Promise<void> }> {
  if (lines.length === 0) return { stored: Promise.resolve() }
  const sent = Promise.withResolvers<void>()
  const stored = new Promise<void>((resolve, reject) => {
    const end = (error: Error | null) => {
      if (error === null) resolve()
      else reject(error)
      sent.resolve()
    }
    client.query(new Copy(command, lines, sent.resolve, end))
  })
  // Whoever waits for it is told; nobody may, when something else fails before.
  stored.catch(() => {})
  await sent.promise
  return { stored }
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
  readonly #onSent: () => void
  /** The driver puts one of its own in its place, to stop its clock. */
  callback: (error: Error | null) => void

  constructor(command: string, rows: Buffer, onSent: () => void, callback: (error: Error | null) => void) {
    this.#command = command
    this.#rows = rows
    this.#onSent = onSent
    this.callback = callback
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#command)
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.#rows)
    connection.endCopyFrom()
    this.#onSent()
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.callback(null)
  }

  handleError(error: Error): void {
    this.callback(error)
  }
}

/** U+0000 becomes U+FFFD, as in `TableRows`. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\ufffd',
}
const SPECIAL = /[\\\n\r\t\0]/
const EVERY_SPECIAL = new RegExp(SPECIAL, 'g')

/** As a field of `COPY`'s text format. */
function encode(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value === 'number') return String(value)
  if (!SPECIAL.test(value)) return value
  return value.replace(EVERY_SPECIAL, character => ESCAPES[character] as string)
}
