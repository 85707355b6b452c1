import { constants, openSync, readFileSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { tooLarge, Unreadable } from '../limits/limits.ts'

/** A file that is open for reading. */
export interface OpenFile {
  /** To be iterated once. */
  readonly chunks: AsyncIterable<Uint8Array>
  /** Null for a pipe, which has none. */
  readonly size: number | null
  close(): Promise<void>
}

/** Up to this size a file is read at once: opening a stream costs ten times as much as reading a page of text. */
const SMALL_BYTES = 256 * 1024

/**
 * Opens a file or a named pipe, whose chunks end with the reason of `signal` when it aborts.
 *
 * @throws Unreadable of kind `unreadable` when it cannot be opened
 */
export async function openFile(path: string, signal: AbortSignal): Promise<OpenFile> {
  let file: FileHandle | undefined
  try {
    const found = statSync(path)
    if (found.isFile() && found.size <= SMALL_BYTES) {
      const bytes = readFileSync(path)
      return { chunks: yieldOnce(bytes, signal), size: bytes.length, close: async () => {} }
    }
    // A pipe (`<(curl …)`) has no size; a file may grow while it is read. Both are held to the limit while reading.
    if (found.isFIFO()) {
      const stream = openPipe(path)
      return { chunks: untilStopped(stream, signal), size: null, close: async () => void stream.destroy() }
    }
    file = await open(path)
    const { size } = await file.stat()
    const opened = file
    const stream = file.createReadStream({ autoClose: false })
    return {
      chunks: untilStopped(stream, signal),
      size,
      close: async () => {
        stream.destroy()
        await opened.close()
      },
    }
  } catch (error) {
    await file?.close()
    throw toUnreadable(path, error)
  }
}

/** Bytes that are there already, as a stream gives them. */
export async function* yieldOnce(bytes: Uint8Array, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  signal.throwIfAborted()
  yield bytes
}

/** What keeps a file from being read, as an `Unreadable`; anything else as it is. */
export function toUnreadable(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (error instanceof Unreadable || typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return error
  return new Unreadable('unreadable', describeUnreadable(path, code))
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
 * Yields what a stream brings until it ends or the signal aborts.
 *
 * @throws the reason of `signal` when it aborts: part of an input must never pass for the whole
 */
export async function* untilStopped(stream: Readable, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  signal.throwIfAborted()
  const destroy = () => stream.destroy(signal.reason)
  signal.addEventListener('abort', destroy)
  try {
    yield* stream as AsyncIterable<Uint8Array>
  } finally {
    signal.removeEventListener('abort', destroy)
  }
}

/**
 * Collects chunks into one piece.
 *
 * @throws Unreadable of kind `too-large` when there are more than `maxBytes`
 */
export async function collect(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(maxBytes)
    parts.push(chunk)
  }
  return Buffer.concat(parts, size)
}
