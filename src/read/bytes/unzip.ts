import { Buffer } from 'node:buffer'
import { type ReadLimits, tooLarge, Unreadable } from '../limits/limits.ts'
import { HARMLESS_BYTES } from './unpack.ts'

/** Most parts that an archive may list: a document of a hundred pictures has some 200. */
const MOST_PARTS = 20_000
/** The first part's header, after which its name stands. */
const LOCAL_HEADER = 0x04034b50
const NAME_LENGTH_AT = 26
const NAME_AT = 30

/** Parts of an archive by their names, which are never used as paths. */
export type ZipParts = ReadonlyMap<string, Uint8Array>

/** Whether bytes begin as a ZIP archive does, which office documents are. */
export function isZip(opening: Uint8Array): boolean {
  return opening.length >= 4 && viewOf(opening).getUint32(0, true) === LOCAL_HEADER
}

/**
 * Names of parts that stand in the opening of an archive, by which it is told what kind of document it is. Not all of them
 * where the archive is larger than the opening.
 */
export function namesInOpening(opening: Uint8Array): readonly string[] {
  const names: string[] = []
  if (!isZip(opening)) return names
  const bytes = Buffer.from(opening.buffer, opening.byteOffset, opening.byteLength)
  for (
    let at = bytes.indexOf('PK\x03\x04', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\x03\x04', at + 4, 'latin1')
  ) {
    if (at + NAME_AT > bytes.length) break
    const length = bytes.readUInt16LE(at + NAME_LENGTH_AT)
    names.push(bytes.toString('utf8', at + NAME_AT, at + NAME_AT + Math.min(length, 200)))
  }
  return names
}

/**
 * Unpacks the wanted parts of a ZIP archive.
 *
 * @throws Unreadable of kind `malformed` when the archive is damaged or locked with a password, `too-large` when its parts
 * unpack to more than `maxBytes` together or to more than `maxRatio` times the archive's size, `too-many` when it lists
 * more parts than a document has
 */
export async function unzip(
  bytes: Uint8Array,
  { maxBytes, maxRatio }: Pick<ReadLimits, 'maxBytes' | 'maxRatio'>,
  isWanted: (name: string) => boolean,
): Promise<ZipParts> {
  const { fromBufferPromise } = await import('yauzl')
  const parts = new Map<string, Uint8Array>()
  let unpacked = 0
  try {
    const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    if (archive.entryCount > MOST_PARTS) throw tooManyParts()
    for await (const entry of archive.eachEntry()) {
      if (!isWanted(entry.fileName) || entry.fileName.endsWith('/')) continue
      if (entry.isEncrypted()) throw locked()
      // The library holds a part to the size that its entry names, so the sum is known before anything is unpacked.
      unpacked += entry.uncompressedSize
      if (unpacked > maxBytes) throw tooLarge(maxBytes)
      if (unpacked > HARMLESS_BYTES && unpacked > maxRatio * bytes.length) throw tooPacked(maxRatio)
      const pieces: Uint8Array[] = []
      for await (const piece of await archive.openReadStreamPromise(entry)) pieces.push(piece as Uint8Array)
      parts.set(entry.fileName, Buffer.concat(pieces))
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 160)
    throw new Unreadable('malformed', `it is a damaged ZIP archive (${reason}): save it again`)
  }
  return parts
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function tooManyParts(): Unreadable {
  return new Unreadable('too-many', `it lists more than ${MOST_PARTS} parts, more than a document has: save it again`)
}

function locked(): Unreadable {
  return new Unreadable('malformed', 'it is locked with a password: save it without one')
}

function tooPacked(maxRatio: number): Unreadable {
  const advice = 'if it is no trap, raise the limit with --max-ratio'
  return new Unreadable('too-large', `it unpacks to more than ${maxRatio} times its size: ${advice}`)
}
