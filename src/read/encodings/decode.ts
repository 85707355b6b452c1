import { chooseEncoding } from './choose-encoding.ts'
import { warnOfMojibake } from './mojibake.ts'
import { decodeUtf32 } from './utf-32.ts'

/** Text as decoded from bytes, with what had to be repaired. */
export interface DecodedText {
  readonly text: string
  /** Encoding that was used, e.g. `utf-8`, `utf-16le`, `windows-1252`. */
  readonly decodedAs: string
  readonly warnings: readonly string[]
  /** The one of the warnings that says that it was declared to be in another encoding. */
  readonly misdeclared?: string
}

/**
 * Decodes bytes into the text that is stored.
 *
 * What the bytes themselves show comes before what is said of them: a byte order mark, then UTF-32 and UTF-16 without one,
 * then UTF-8 that holds more than ASCII, which nothing else looks like. Only then comes the encoding that is declared, and
 * at last windows-1252. Only three things are changed: a leading BOM is dropped, NUL and lone surrogates become U+FFFD. Line
 * ends, spaces and quotation marks stay as they are.
 *
 * @param declared encoding that the container names (an HTTP header, a `meta` element), when there is one
 * @example
 * decode(new Uint8Array([0x93, 0x59, 0x65, 0x73, 0x94])) // → text '“Yes”', decodedAs 'windows-1252'
 */
export function decode(bytes: Uint8Array, declared?: string): DecodedText {
  const utf32 = decodeUtf32(bytes)
  if (utf32 !== null) return repair(utf32.text, utf32.encoding)
  const { encoding, misdeclared } = chooseEncoding(bytes, declared)
  const decoded = repair(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding)
  if (misdeclared === null) return decoded
  return { ...decoded, misdeclared, warnings: [misdeclared, ...decoded.warnings] }
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
  const mojibake = warnOfMojibake(wellFormed)
  if (mojibake !== null) warnings.push(mojibake)
  // Same length, so offsets hold; NUL would end the text for SQLite's length() and substr().
  return { text: nuls > 0 ? wellFormed.replaceAll('\0', '\ufffd') : wellFormed, decodedAs, warnings }
}

function count(text: string, character: string): number {
  let found = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found += 1
  return found
}

function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}
