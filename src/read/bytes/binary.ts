/** First bytes of files that are often given by mistake, and what to call them. Latin-1, so that one char is one byte. */
const SIGNATURES: readonly (readonly [bytes: string, name: string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a ZIP archive or an office document'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an office document of the old kind or one locked with a password'],
  ['{\\rtf', 'a document in Rich Text Format'],
  ['\x1f\x8b', 'a gzip archive'],
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['SQLite format 3\0', 'an SQLite database'],
  ['\x7fELF', 'a program'],
]

/** Share of control bytes above which bytes are no text. Compressed data has 11%, news articles none. */
const CONTROL_SHARE = 0.05

/**
 * Says what `bytes` are when they are no text, or null when they may be.
 *
 * @param decodedAs encoding that decoding settled on: in UTF-16 and UTF-32 half of a text's bytes and more are NUL
 */
export function describeBinary(bytes: Uint8Array, decodedAs: string): string | null {
  for (const [signature, name] of SIGNATURES) if (startsWith(bytes, signature)) return name
  if (/^utf-(?:16|32)/.test(decodedAs)) return null
  let controls = 0
  for (const byte of bytes) if (isControl(byte)) controls += 1
  return controls > bytes.length * CONTROL_SHARE ? 'binary data' : null
}

/** Whether bytes begin as documents of old office programs do, and those of new ones that are locked with a password. */
export function startsAsOffice(bytes: Uint8Array): boolean {
  return startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let index = 0; index < signature.length; index += 1) {
    if (bytes[index] !== signature.charCodeAt(index)) return false
  }
  return true
}

/** Control bytes that text does not use; tab, line ends, form feed and escape (terminal logs) are none of them. */
function isControl(byte: number): boolean {
  if (byte === 0x7f) return true
  if (byte >= 0x20) return false
  return !(byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d || byte === 0x1b)
}
