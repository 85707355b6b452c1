import { constants, openSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Socket } from 'node:net'
import type { Readable } from 'node:stream'

/** Bytes of an input, or why there are none. `kind` is one of a dead letter. */
export type ReadBytes =
  | { readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' | 'unreadable'; readonly error: string }

/**
 * Reads a whole file unless it is larger than `maxBytes`, which is checked before anything is read.
 *
 * @throws the reason of `signal` when it aborts
 */
export async function readFileBytes(path: string, maxBytes: number, signal?: AbortSignal): Promise<ReadBytes> {
  try {
    // A pipe (`<(curl …)`) has no size; a file may grow while it is read. Both are held to the limit while reading.
    if ((await stat(path)).isFIFO()) return await readStream(openPipe(path), maxBytes, signal)
    await using file = await open(path)
    const { size } = await file.stat()
    if (size > maxBytes) return tooLarge(maxBytes)
    return await readStream(file.createReadStream({ autoClose: false }), maxBytes, signal)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined || signal?.aborted) throw error
    return { kind: 'unreadable', error: describeUnreadable(path, code) }
  }
}

/** Opening a pipe or reading it as a file waits in a thread for a writer, and would keep the process from ending. */
function openPipe(path: string): Readable {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  return new Socket({ fd, readable: true, writable: false })
}

/** Names that are not UTF-8 come from the folder with U+FFFD in them, by which the file cannot be opened. */
function describeUnreadable(path: string, code: string): string {
  if (code === 'ENOENT' && path.includes('\ufffd')) return 'its name is not UTF-8, so it cannot be opened: rename it'
  if (code === 'ENOENT') return 'it is no longer there (ENOENT): run again'
  return `it cannot be read (${code}): check its permissions and run again`
}

/**
 * Reads a stream to its end unless more than `maxBytes` come.
 *
 * @throws the reason of `signal` when it aborts: part of an input must never pass for the whole
 */
export async function readStream(stream: Readable, maxBytes: number, signal?: AbortSignal): Promise<ReadBytes> {
  signal?.throwIfAborted()
  const chunks: Uint8Array[] = []
  let size = 0
  const destroy = () => stream.destroy(signal?.reason)
  signal?.addEventListener('abort', destroy)
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > maxBytes) return tooLarge(maxBytes)
      chunks.push(chunk)
    }
  } finally {
    signal?.removeEventListener('abort', destroy)
  }
  return { bytes: Buffer.concat(chunks, size) }
}

function tooLarge(maxBytes: number): ReadBytes {
  const error = `it is larger than the limit of ${maxBytes} bytes: split it, or raise the limit with --max-bytes`
  return { kind: 'too-large', error }
}
