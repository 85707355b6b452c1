import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Takes the next piece of an export; a promise when it must be waited for before the next. */
export type Write = (piece: string | Uint8Array) => void | Promise<void>

/** Writes to a stream and waits when it is full, so that an export never piles up in memory. */
export function writeTo(stream: Writable): Write {
  return async piece => {
    if (!stream.write(piece)) await once(stream, 'drain')
  }
}
