/*
 * CRC-32 as zlib has it, for short pieces of longer bytes: to call zlib, and to cut the piece for it, takes longer than to
 * reckon.
 */

/** What a byte does to the sum when 0, 1, 2 or 3 bytes follow it in one step. */
const TABLES = makeTables()
const [LAST, THIRD, SECOND, FIRST] = TABLES as [Int32Array, Int32Array, Int32Array, Int32Array]

/** The CRC-32 of the bytes from `start` to `end`, as a signed number. */
export function crcOf(bytes: Uint8Array, start: number, end: number): number {
  let crc = -1
  let at = start
  for (; at + 4 <= end; at += 4) {
    crc ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24)
    crc =
      (FIRST[crc & 0xff] as number) ^
      (SECOND[(crc >>> 8) & 0xff] as number) ^
      (THIRD[(crc >>> 16) & 0xff] as number) ^
      (LAST[crc >>> 24] as number)
  }
  for (; at < end; at += 1) crc = (LAST[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8)
  return ~crc
}

function makeTables(): Int32Array[] {
  const tables = Array.from({ length: 4 }, () => new Int32Array(256))
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte
    for (let bit = 0; bit < 32; bit += 1) {
      crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
      if (bit % 8 === 7) (tables[(bit - 7) / 8] as Int32Array)[byte] = crc
    }
  }
  return tables
}
