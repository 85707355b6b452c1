/** Fewer code points than these, and four bytes could be anything. */
const FEWEST_UNMARKED = 2

/**
 * Decodes UTF-32, with its byte order mark or without, or gives null when the bytes are something else. `TextDecoder` has
 * no UTF-32, and takes the little-endian mark for that of UTF-16.
 */
export function decodeUtf32(bytes: Uint8Array): { readonly text: string; readonly encoding: string } | null {
  if (bytes.length < 4 || bytes.length % 4 !== 0) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const isLittleEndian of [true, false]) {
    const isMarked = view.getUint32(0, isLittleEndian) === 0xfeff
    if (!isMarked && !isUnmarked(view, isLittleEndian)) continue
    const text = decodePoints(view, isMarked ? 4 : 0, isLittleEndian)
    if (text !== null) return { text, encoding: isLittleEndian ? 'utf-32le' : 'utf-32be' }
  }
  return null
}

/** Without a mark: taken by fours the bytes are code points, most of them of Latin script, and no NUL is among them. */
function isUnmarked(view: DataView, isLittleEndian: boolean): boolean {
  const points = view.byteLength / 4
  if (points < FEWEST_UNMARKED) return false
  let latin = 0
  for (let offset = 0; offset < view.byteLength; offset += 4) {
    const point = view.getUint32(offset, isLittleEndian)
    if (point === 0 || point > 0x10ffff) return false
    if (point < 0x250) latin += 1
  }
  return latin > points / 2
}

/** UTF-16 that begins with NUL has the same mark; its units are no code points when taken by fours. */
function decodePoints(view: DataView, from: number, isLittleEndian: boolean): string | null {
  let text = ''
  for (let offset = from; offset < view.byteLength; offset += 4) {
    const point = view.getUint32(offset, isLittleEndian)
    if (point > 0x10ffff) return null
    text += String.fromCodePoint(point)
  }
  return text
}
