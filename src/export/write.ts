import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'

/** Takes the next piece of an export; a promise when it must be waited for before the next. */
export type Write = (piece: string | Uint8Array) => void | Promise<void>

/** Writes to a stream and waits when it is full, so that an export never piles up in memory. */
export function writeTo(stream: Writable): Write {
  return async piece => {
    if (!stream.write(piece)) await once(stream, 'drain')
  }
}

/** Writes a file that is not there yet and gives back what `content` does. */
export async function fillFile(path: string, content: (write: Write) => Promise<number>): Promise<number> {
  const stream = createWriteStream(path, { flags: 'wx' })
  const closed = finished(stream)
  closed.catch(() => {})
  try {
    const count = await Promise.race([content(writeTo(stream)), closed.then(() => 0)])
    stream.end()
    await closed
    return count
  } catch (error) {
    stream.destroy()
    throw error
  }
}
