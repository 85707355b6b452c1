import { decodeUtf32 } from './utf-32.ts'

/** Text as decoded from bytes, with what had to be repaired. */
export interface DecodedText {
  readonly text: string
  /** Encoding that was used, e.g. `utf-8`, `utf-16le`, `windows-1252`. */
  readonly decodedAs: string
  readonly warnings: readonly string[]
}

/**
 * Decodes bytes into the text that is stored.
 *
 * The encoding is the one a byte order mark names, else `declared`, else UTF-16 without a mark when NUL bytes give it
 * away, else UTF-8, else windows-1252. Only three things are changed: a leading BOM is dropped, NUL and lone
 * surrogates become U+FFFD. Line ends, spaces and quotation marks stay as they are.
 *
 * @param declared encoding that the container names (an HTTP header, a `meta` element), when there is one
 * @example
 * decode(new Uint8Array([0x93, 0x59, 0x65, 0x73, 0x94])) // → text '“Yes”', decodedAs 'windows-1252'
 */
export function decode(bytes: Uint8Array, declared?: string): DecodedText {
  const utf32 = decodeUtf32(bytes)
  if (utf32 !== null) return repair(utf32.text, utf32.encoding)
  const encoding = encodingOfMark(bytes) ?? knownEncoding(declared) ?? encodingOfNuls(bytes)
  if (encoding !== null && encoding !== 'utf-8') return repair(decodeLoosely(bytes, encoding), encoding)
  const strict = decodeStrictly(bytes)
  if (strict !== null) return repair(strict, 'utf-8')
  const loose = decodeLoosely(bytes, 'utf-8')
  // A UTF-8 file with a few broken bytes must keep its quotation marks: read as windows-1252 it would lose them all.
  if (encoding === 'utf-8' || isMostlyUtf8(loose)) return repair(loose, 'utf-8')
  return repair(decodeLoosely(bytes, 'windows-1252'), 'windows-1252')
}

/** Makes a text that was never bytes storable: the same three changes as {@link decode}, with the same warnings. */
export function repair(decoded: string, decodedAs: string): DecodedText {
  const warnings: string[] = []
  const unmarked = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded
  const wellFormed = unmarked.toWellFormed()
  const replaced = count(wellFormed, '\ufffd')
  if (replaced > 0) warnings.push(`${plural(replaced, 'character')} could not be decoded (U+FFFD)`)
  const nuls = count(wellFormed, '\0')
  if (nuls > 0) warnings.push(`${plural(nuls, 'NUL character')} became U+FFFD`)
  // Same length, so offsets hold; NUL would end the text for SQLite's length() and substr().
  return { text: nuls > 0 ? wellFormed.replaceAll('\0', '\ufffd') : wellFormed, decodedAs, warnings }
}

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function knownEncoding(label: string | undefined): string | null {
  if (label === undefined) return null
  try {
    return new TextDecoder(label).encoding
  } catch {
    // A misspelt charset is common on the web and must not cost the article.
    return null
  }
}

/** UTF-16 without a mark: in Latin text every second byte is NUL. */
function encodingOfNuls(bytes: Uint8Array): string | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null
  let even = 0
  let odd = 0
  for (let index = 0; index < bytes.length; index += 2) {
    if (bytes[index] === 0) even += 1
    if (bytes[index + 1] === 0) odd += 1
  }
  const units = bytes.length / 2
  if (odd > units * 0.5 && even < units * 0.02) return 'utf-16le'
  if (even > units * 0.5 && odd < units * 0.02) return 'utf-16be'
  return null
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeLoosely(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

/** Whether more characters beyond ASCII were decoded than were broken. */
function isMostlyUtf8(loose: string): boolean {
  let broken = 0
  let whole = 0
  for (let index = 0; index < loose.length; index += 1) {
    const unit = loose.charCodeAt(index)
    if (unit === 0xfffd) broken += 1
    else if (unit > 0x7f) whole += 1
  }
  return whole > broken
}

function count(text: string, character: string): number {
  let found = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found += 1
  return found
}

function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}
