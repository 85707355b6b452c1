import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'

/** Bytes of an input, or why there are none. `kind` is one of a dead letter. */
export type ReadBytes =
  | { readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' | 'unreadable'; readonly error: string }

/** Reads a whole file unless it is larger than `maxBytes`, which is checked before anything is read. */
export async function readFileBytes(path: string, maxBytes: number): Promise<ReadBytes> {
  try {
    await using file = await open(path)
    const stats = await file.stat()
    if (stats.size > maxBytes) return tooLarge(maxBytes)
    // A pipe (`<(curl …)`) has no size; a file may grow while it is read. Both are held to the limit while reading.
    return await readStream(file.createReadStream({ autoClose: false }), maxBytes)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    return { kind: 'unreadable', error: `it cannot be read (${code}): check its permissions and run again` }
  }
}

/**
 * Reads a stream to its end unless more than `maxBytes` come.
 *
 * @throws the reason of `signal` when it aborts: part of an input must never pass for the whole
 */
export async function readStream(stream: Readable, maxBytes: number, signal?: AbortSignal): Promise<ReadBytes> {
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
