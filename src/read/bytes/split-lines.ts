/** A line without its end, or one that was too large to be kept. */
export type Line = { readonly number: number } & ({ readonly bytes: Uint8Array } | { readonly isTooLarge: true })

const LINE_FEED = 0x0a

/** Cuts bytes into lines as they come; of a line with more than `maxBytes` nothing is kept in memory. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 1
  const take = (): Line => {
    const line: Line = size > maxBytes ? { number, isTooLarge: true } : { number, bytes: Buffer.concat(parts, size) }
    parts = []
    size = 0
    number += 1
    return line
  }
  const add = (part: Uint8Array) => {
    size += part.length
    if (size > maxBytes) parts = []
    else parts.push(part)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, end))
      yield take()
      from = end + 1
    }
    if (from < chunk.length) add(chunk.subarray(from))
  }
  if (size > 0) yield take()
}
