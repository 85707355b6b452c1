import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Unreadable } from '../limits/limits.ts'

/** Archives below this size, unpacked, are harmless whatever their ratio: a short text of one letter packs 1,000 times. */
export const HARMLESS_BYTES = 10_000_000

export function isGzip(opening: Uint8Array): boolean {
  return opening[0] === 0x1f && opening[1] === 0x8b && opening[2] === 0x08
}

/**
 * Unpacks gzip as it is read, members one after the other, as web archives are made.
 *
 * @throws Unreadable while it is iterated: `too-large` when it unpacks to more than `maxRatio` times its size,
 * `malformed` when it is damaged or ends early
 */
export async function* unpack(packed: AsyncIterable<Uint8Array>, maxRatio: number): AsyncGenerator<Uint8Array> {
  let taken = 0
  let given = 0
  const counted = async function* () {
    for await (const chunk of packed) {
      taken += chunk.length
      yield chunk
    }
  }
  // The pipeline ends its parts when one fails; what went wrong is thrown by the loop below.
  const unpacked = pipeline(Readable.from(counted()), createGunzip(), () => {})
  try {
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      given += chunk.length
      if (given > HARMLESS_BYTES && given > maxRatio * taken) {
        const error = `it unpacks to more than ${maxRatio} times its size: if it is no trap, raise the limit with --max-ratio`
        throw new Unreadable('too-large', error)
      }
      yield chunk
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (typeof code !== 'string' || !code.startsWith('Z_')) throw error
    throw new Unreadable('malformed', `it is a damaged gzip archive (${code}): fetch it again`)
  }
}
