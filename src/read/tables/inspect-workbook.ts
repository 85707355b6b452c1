import { Buffer } from 'node:buffer'
import type { ZipParts } from '../bytes/unzip.ts'
import { Unreadable } from '../limits/limits.ts'

/** Most columns of a sheet, as old spreadsheets had them: each row costs as much as its last column is far out. */
const MOST_COLUMNS = 256
/** Longest tag, comment or section, in bytes: the reader looks at an open one again with every piece that it unpacks. */
const LONGEST_MARK = 100_000
/** Where a part that is no text shows it. */
const LOOKED_AT = 1000

/** What holds no tags, by how it begins and how it ends. */
const NO_TAGS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const
const CELL = /^<(?:\w{1,20}:)?c[\s/>]/
const REFERENCE = /\sr\s*=\s*["']\s*([a-z]+)/i

/**
 * Refuses workbooks that would cost their reader more than they have bytes: parts with comments, quotes or tags that do not
 * end or end late, which it looks for again and again, and cells far out, up to which it fills each row.
 *
 * @throws Unreadable of kind `malformed` or `too-complex`
 */
export function inspectWorkbook(parts: ZipParts): void {
  for (const part of parts.values()) {
    const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1')
    // Pictures and programs are not read.
    if (!xml.slice(0, LOOKED_AT).includes('\0')) inspectMarkup(xml)
    else if (xml.includes('<row')) throw malformed('a part is neither text nor a picture')
  }
}

function inspectMarkup(xml: string): void {
  for (let at = xml.indexOf('<'); at !== -1; ) {
    const other = NO_TAGS.find(([opening]) => xml.startsWith(opening, at))
    if (other === undefined && xml[at + 1] === '!') throw malformed('it declares a document type')
    const end = other === undefined ? endOfTag(xml, at) : xml.indexOf(other[1], at + other[0].length)
    if (end === -1) throw malformed('a tag or a comment does not end')
    if (end - at > LONGEST_MARK) throw malformed(`a tag or a comment is longer than ${LONGEST_MARK} bytes`)
    if (other === undefined) inspectCell(xml.slice(at, end + 1))
    at = xml.indexOf('<', end)
  }
}

/** Index of the mark that ends a tag, or -1: an opening one before it has no place in XML, not even in quotes. */
function endOfTag(xml: string, at: number): number {
  const mark = /["'<>]/g
  mark.lastIndex = at + 1
  let quote: string | null = null
  for (let found = mark.exec(xml); found !== null; found = mark.exec(xml)) {
    const [sign] = found
    if (sign === '<') return -1
    if (sign === '>' && quote === null) return found.index
    if (sign === quote) quote = null
    else if (sign !== '>' && quote === null) quote = sign
  }
  return -1
}

function inspectCell(tag: string): void {
  if (!CELL.test(tag)) return
  const letters = REFERENCE.exec(tag)?.[1]?.toUpperCase() ?? ''
  const column = letters.length > 3 ? Number.POSITIVE_INFINITY : columnOf(letters)
  if (tag.includes('&')) throw malformed('the place of a cell is encoded')
  if (column > MOST_COLUMNS) {
    const advice = 'delete those that hold no article'
    throw new Unreadable('too-complex', `it has a sheet with more than ${MOST_COLUMNS} columns: ${advice}`)
  }
}

/** `A` is 1, `AA` is 27. */
function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}

function malformed(reason: string): Unreadable {
  return new Unreadable('malformed', `it is no workbook that can be read (${reason}): save it again`)
}
