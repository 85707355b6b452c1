import { isUtf8 } from 'node:buffer'
import { encodingCalled } from './charset.ts'

export interface EncodingChoice {
  /** As `TextDecoder` calls it. */
  readonly encoding: string
  /** What to say when the bytes are in another encoding than the one that was declared. */
  readonly misdeclared: string | null
}

/** What stands in for the bytes 0x80 to 0x9f, which these encodings have no characters for, in the wider ones of Windows. */
const OF_WINDOWS: Readonly<Record<string, string>> = {
  'iso-8859-2': 'windows-1250',
  'iso-8859-5': 'windows-1251',
  'iso-8859-6': 'windows-1256',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-13': 'windows-1257',
  'iso-8859-15': 'windows-1252',
}

/** Encodings whose characters have two bytes and more: a few of them can be UTF-8 by chance. */
const SEVERAL_BYTES: ReadonlySet<string> = new Set(['gbk', 'gb18030', 'big5', 'euc-jp', 'shift_jis', 'euc-kr'])
/** So many characters beyond ASCII are not UTF-8 by chance. */
const SURELY_UTF8 = 8
/** What is broken in one of so many characters is still UTF-8: a text that was cut and put together. */
const FEW_BROKEN = 10

/** The encoding of bytes that are no UTF-32. See `decode` for the order in which it is decided. */
export function chooseEncoding(bytes: Uint8Array, declared: string | undefined): EncodingChoice {
  const mark = encodingOfMark(bytes)
  if (mark !== null) return sure(mark)
  const named = encodingCalled(declared)
  // Who says from outside which way round it is knows; the plain name does not tell.
  if (named?.startsWith('utf-16') && /\d(?:le|be)$/i.test(declared?.trim() ?? '')) return sure(named)
  const wide = encodingOfNuls(bytes)
  if (wide !== null) return sure(wide)
  if (named?.startsWith('utf-16')) return sure(named)
  const isUndeclared = named === null || named === 'utf-8'
  if (isUtf8(bytes)) {
    const isSurely = isUndeclared || holdsUtf8(bytes, SEVERAL_BYTES.has(named) ? SURELY_UTF8 : 1)
    return !isSurely ? sure(named) : isUndeclared ? sure('utf-8') : another('utf-8', declared)
  }
  const utf8 = weighUtf8(bytes)
  if (isUndeclared) return undeclared(named, utf8, bytes)
  if (utf8.whole >= SURELY_UTF8 && utf8.whole > FEW_BROKEN * utf8.broken) return another('utf-8', declared)
  const ofWindows = OF_WINDOWS[named]
  return ofWindows !== undefined && hasUnused(bytes) ? another(ofWindows, declared) : sure(named)
}

function sure(encoding: string): EncodingChoice {
  return { encoding, misdeclared: null }
}

function another(encoding: string, declared: string | undefined): EncodingChoice {
  return { encoding, misdeclared: `it says that it is in ${declared?.trim().slice(0, 40)}, but it is in ${encoding}` }
}

/** A UTF-8 file with a few broken bytes must keep its quotation marks: read as windows-1252 it would lose them all. */
function undeclared(named: string | null, { whole, broken }: Utf8Weight, bytes: Uint8Array): EncodingChoice {
  if (whole > broken || (named === 'utf-8' && isCutOffUtf8(bytes))) return sure('utf-8')
  return named === null ? sure('windows-1252') : another('windows-1252', named)
}

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: in Latin text every second byte is NUL. */
function encodingOfNuls(bytes: Uint8Array): string | null {
  const units = Math.floor(bytes.length / 2)
  if (units < 2 || !bytes.includes(0)) return null
  let even = 0
  let odd = 0
  for (let unit = 0; unit < units; unit += 1) {
    if (bytes[2 * unit] === 0) even += 1
    if (bytes[2 * unit + 1] === 0) odd += 1
  }
  if (odd > units * 0.5 && even < units * 0.02) return 'utf-16le'
  if (even > units * 0.5 && odd < units * 0.02) return 'utf-16be'
  return null
}

/** Whether so many characters beyond ASCII begin in bytes that are UTF-8. */
function holdsUtf8(bytes: Uint8Array, fewest: number): boolean {
  let found = 0
  for (const byte of bytes) {
    if (byte < 0xc0) continue
    found += 1
    if (found === fewest) return true
  }
  return false
}

/** How many characters beyond ASCII bytes hold as UTF-8, and how many could not be decoded. */
interface Utf8Weight {
  readonly whole: number
  readonly broken: number
}

function weighUtf8(bytes: Uint8Array): Utf8Weight {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  let broken = 0
  let whole = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit === 0xfffd) broken += 1
    else if (unit > 0x7f) whole += 1
  }
  return { whole, broken }
}

/** Whether only the end is broken: in the middle of a character. */
function isCutOffUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function hasUnused(bytes: Uint8Array): boolean {
  // 0x85 alone is a line end of large machines.
  return bytes.some(byte => byte >= 0x80 && byte <= 0x9f && byte !== 0x85)
}
