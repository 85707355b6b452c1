import type { Opening } from '../format.ts'
import { decode } from './decode.ts'

/**
 * The encoding of an input that is read entry by entry, as its opening tells: tables that spreadsheets save are in
 * windows-1252 or UTF-16 as often as in UTF-8.
 */
export function streamEncodingOf({ bytes }: Opening): string {
  const { decodedAs } = decode(bytes)
  if (decodedAs.startsWith('utf-16')) return decodedAs
  try {
    // The opening may end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** The bytes of a stream in UTF-8, whatever its encoding. */
export async function* toUtf8(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') {
    yield* chunks
    return
  }
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}
