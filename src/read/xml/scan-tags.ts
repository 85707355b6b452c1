/** A tag of XML: `<a>`, `</a>` or `<a/>`. */
export interface ScannedTag {
  readonly isEnd: boolean
  readonly isEmpty: boolean
}

/** What holds no tags, by how it begins and how it ends. */
const NO_TAGS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const
const NAME_START = /[A-Za-z_]/

/**
 * The tags of XML in order, without those in comments, instructions and sections of characters. Each character is looked
 * at once, whatever is left open: where something does not end, no tag follows, and a parser says that it is malformed.
 */
export function* scanTags(xml: string): Generator<ScannedTag> {
  let at = xml.indexOf('<')
  while (at !== -1) {
    const other = NO_TAGS.find(([opening]) => xml.startsWith(opening, at))
    if (other !== undefined) {
      const end = xml.indexOf(other[1], at + other[0].length)
      if (end === -1) return
      at = xml.indexOf('<', end)
      continue
    }
    const isEnd = xml[at + 1] === '/'
    if (!NAME_START.test(xml[at + (isEnd ? 2 : 1)] ?? '')) {
      at = xml.indexOf('<', at + 1)
      continue
    }
    const end = endOfTag(xml, at + 1)
    if (end === -1) return
    if (xml[end] === '>') yield { isEnd, isEmpty: xml[end - 1] === '/' }
    at = xml.indexOf('<', end)
  }
}

/** Index of the mark that ends a tag, or of the next opening one where it has none; quoted values hold neither. -1 at the text's end. */
function endOfTag(xml: string, from: number): number {
  const mark = /["'<>]/g
  mark.lastIndex = from
  for (let found = mark.exec(xml); found !== null; found = mark.exec(xml)) {
    const [sign] = found
    if (sign === '<' || sign === '>') return found.index
    const close = xml.indexOf(sign, found.index + 1)
    if (close === -1) return -1
    mark.lastIndex = close + 1
  }
  return -1
}
