import { decode } from '../encodings/decode.ts'
import type { Opening } from '../format.ts'

/** How much of an input is looked at to recognise its format. */
export const OPENING_BYTES = 64 * 1024

/** Bytes that come one chunk after the other, whose first ones can be looked at before they are read. */
export interface ByteSource {
  readonly opening: Uint8Array
  /** Whether the opening is all. */
  readonly isWhole: boolean
  /** Everything from the start. To be iterated once. */
  readonly chunks: AsyncIterable<Uint8Array>
  /** Ends the source early. Needless once `chunks` has ended. */
  close(): Promise<void>
}

/** Reads the first bytes of a stream. */
export async function openSource(stream: AsyncIterable<Uint8Array>): Promise<ByteSource> {
  const iterator = stream[Symbol.asyncIterator]()
  const held: Uint8Array[] = []
  let size = 0
  let isEnded = false
  while (size < OPENING_BYTES && !isEnded) {
    const next = await iterator.next()
    if (next.done === true) {
      isEnded = true
    } else {
      held.push(next.value)
      size += next.value.length
    }
  }
  const opening = Buffer.concat(held, size)
  return {
    opening: opening.subarray(0, OPENING_BYTES),
    isWhole: isEnded && size <= OPENING_BYTES,
    chunks: readOn(opening, iterator, isEnded),
    close: async () => {
      await iterator.return?.()
    },
  }
}

async function* readOn(
  opening: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  isEnded: boolean,
): AsyncGenerator<Uint8Array> {
  try {
    if (opening.length > 0) yield opening
    if (isEnded) return
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** The opening as formats look at it. */
export function toOpening({ opening, isWhole }: ByteSource): Opening {
  return { bytes: opening, text: decode(opening).text, isWhole }
}
