import { Transform, type TransformCallback } from 'node:stream'
import { parseJSONRPCMessage } from '@modelcontextprotocol/server'

const LINE_FEED = 0x0a

/** Codes of JSON-RPC 2.0. */
const CODE = { noJson: -32_700, noMessage: -32_600 } as const

/** Why a line is no message, for who sent it and for who watches. */
export interface RefusedLine {
  readonly code: (typeof CODE)[keyof typeof CODE]
  /** One sentence. */
  readonly reason: string
  /** That of the request, as far as it could be read. */
  readonly id: string | number | null
}

/**
 * Lets lines through that are messages of JSON-RPC; of the others it tells, and goes on with the next one. Of a line that
 * is too large nothing is kept in memory.
 */
export class MessageLines extends Transform {
  readonly #maxBytes: number
  readonly #onRefused: (line: RefusedLine) => void
  #parts: Buffer[] = []
  #size = 0

  constructor(maxBytes: number, onRefused: (line: RefusedLine) => void) {
    super()
    this.#maxBytes = maxBytes
    this.#onRefused = onRefused
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let from = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      this.#add(chunk.subarray(from, end))
      this.#endLine()
      from = end + 1
    }
    this.#add(chunk.subarray(from))
    done()
  }

  /** A last line without an end is a message too. */
  override _flush(done: TransformCallback): void {
    this.#endLine()
    done()
  }

  #add(part: Buffer): void {
    this.#size += part.length
    if (this.#size > this.#maxBytes) this.#parts = []
    else this.#parts.push(part)
  }

  #endLine(): void {
    const [size, line] = [this.#size, Buffer.concat(this.#parts)]
    this.#size = 0
    this.#parts = []
    if (size > this.#maxBytes)
      this.#onRefused({
        code: CODE.noMessage,
        reason: `It has ${inFull(size)} bytes, and a message may have ${inFull(this.#maxBytes)}; ask for less at a time.`,
        id: null,
      })
    else if (line.some(byte => byte > 0x20)) this.#judge(line)
  }

  #judge(line: Buffer): void {
    const refused = findFault(line.toString('utf8'))
    if (refused === null) this.push(Buffer.concat([line, Buffer.of(LINE_FEED)]))
    else this.#onRefused(refused)
  }
}

function inFull(bytes: number): string {
  return bytes.toLocaleString('en-GB')
}

function findFault(line: string): RefusedLine | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { code: CODE.noJson, reason: 'It is not JSON; send one message of JSON-RPC 2.0 a line.', id: null }
  }
  try {
    parseJSONRPCMessage(value)
    return null
  } catch {
    const reason = 'It is JSON, but no message of JSON-RPC 2.0; send "jsonrpc", "method" and, for an answer, "id".'
    return { code: CODE.noMessage, reason, id: readId(value) }
  }
}

function readId(value: unknown): string | number | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'id')) return null
  const { id } = value as { readonly id: unknown }
  return typeof id === 'string' || typeof id === 'number' ? id : null
}
