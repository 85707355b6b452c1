/**
 * Decodes UTF-32 behind its byte order mark, or gives null when the bytes are something else. `TextDecoder` has no
 * UTF-32, and takes the little-endian mark for that of UTF-16.
 */
export function decodeUtf32(bytes: Uint8Array): { readonly text: string; readonly encoding: string } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || bytes.length % 4 !== 0) return null
  const isLittleEndian = view.getUint32(0, true) === 0xfeff
  if (!isLittleEndian && view.getUint32(0) !== 0xfeff) return null
  let text = ''
  for (let offset = 4; offset < bytes.length; offset += 4) {
    const point = view.getUint32(offset, isLittleEndian)
    // UTF-16 that begins with NUL has the same mark; its units are no code points when taken by twos.
    if (point > 0x10ffff) return null
    text += String.fromCodePoint(point)
  }
  return { text, encoding: isLittleEndian ? 'utf-32le' : 'utf-32be' }
}
