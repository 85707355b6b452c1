import { decodeEntities } from '../html/decode-entities.ts'

/**
 * The values in a block of linked data. Many templates write what no JSON is: comments, markers of character data, commas behind
 * the last item, line breaks inside strings, character references for quotation marks, several values in a row. These are read; a
 * block broken in another way gives none, and costs only what it would have told.
 */
export function parseLinked(block: string): readonly unknown[] {
  const whole = parse(block)
  if (whole !== undefined) return [whole]
  const text = block.includes('&quot;') && !/[{[]\s*"/.test(block.slice(0, 1000)) ? decodeEntities(block) : block
  return splitValues(text).flatMap(value => {
    const parsed = parse(value)
    return parsed === undefined ? [] : [parsed]
  })
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}

/** What stands around values and is none of them: the markers of comments and of character data. */
const SKIPPED: readonly { readonly begin: string; readonly end: string }[] = [
  { begin: '<!--', end: '' },
  { begin: '-->', end: '' },
  { begin: '//<![CDATA[', end: '' },
  { begin: '/*<![CDATA[*/', end: '' },
  { begin: '<![CDATA[', end: '' },
  { begin: '//]]>', end: '' },
  { begin: '/*]]>*/', end: '' },
  { begin: ']]>', end: '' },
  { begin: '/*', end: '*/' },
  { begin: '//', end: '\n' },
]

/** The top-level objects and lists of a text, without what keeps them from being JSON. */
function splitValues(text: string): readonly string[] {
  const values: string[] = []
  let pieces: string[] = []
  let depth = 0
  for (let index = 0; index < text.length; ) {
    const character = text[index] as string
    if (character === '"' && depth > 0) {
      const end = endOfString(text, index)
      pieces.push(repairString(text.slice(index, end)))
      index = end
      continue
    }
    const skipped = skipMarker(text, index)
    if (skipped > index) {
      index = skipped
      continue
    }
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') {
      dropComma(pieces)
      depth -= 1
    }
    // A broken block may close more than it opened.
    if (depth < 0) return values
    if (!/\s/.test(character) && (depth > 0 || character === '}' || character === ']')) pieces.push(character)
    index += 1
    if (depth === 0 && pieces.length > 0) {
      values.push(pieces.join(''))
      pieces = []
    }
  }
  return values
}

function skipMarker(text: string, index: number): number {
  if (!'<-/]'.includes(text[index] as string)) return index
  const marker = SKIPPED.find(({ begin }) => text.startsWith(begin, index))
  if (marker === undefined) return index
  if (marker.end === '') return index + marker.begin.length
  const end = text.indexOf(marker.end, index + marker.begin.length)
  return end === -1 ? text.length : end + marker.end.length
}

function dropComma(pieces: string[]): void {
  if (pieces.at(-1) === ',') pieces.pop()
}

function endOfString(text: string, begin: number): number {
  for (let index = begin + 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text[index] === '"') return index + 1
  }
  return text.length
}

/** JSON knows neither line breaks inside strings nor an escaped apostrophe. */
function repairString(string: string): string {
  return string
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\\(?<after>["\\/bfnrtu])|\\/g, (all, after?: string) => (after === undefined ? '' : all))
}
