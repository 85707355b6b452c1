import type { TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import { isFirstName } from '../../../word-classes.ts'
import type { FormAttribution } from './form.ts'
import { trimContent } from './label.ts'
import { areJoined, blockAbove } from './lines.ts'
import { isSigner, readSignature, type Signature } from './signature.ts'
import { isTitled } from './titled.ts'

const OPENS = /^(?:["“”„«»'‘]|''|``)/u
/** What opens an item of a list. */
const BULLET = /^(?:[•·▪◦‣*–—-]|\d{1,2}[.)])\s+/u
/** `“I was there.” — Ann Lee`: the last dash of a paragraph behind a closing mark. */
const SIGNED_LINE = /(?:["”“»«’']|'')\s*(?:--|[-–—―])\s*(?=\p{L}|@)[^"“”«»\n]{1,140}$/u
/** `“I was there.” (Ann Lee, mayor)`: brackets at a paragraph's end behind a closing mark. */
const SIGNED_IN_BRACKETS = /(?<close>["”“»«’'])(?<gap>\s?)\((?<name>\p{Lu}[^()"“”«»\n]{2,100})\)\.?$/u
/** A dash, a name, an account in brackets. */
const POST_ENDING = /\s(?:--|[–—])\s?\p{Lu}[^\n()—–]{0,60}\s\(@\w{2,30}\)[^()]{0,40}$/u
/** A block of more lines was not copied from one post. */
const MOST_LINES = 12
/** Where a paragraph ends, the name behind its dash is looked for in so many characters. */
const ENDING = 160
/** A link to the picture of a post is no words of it. */
const LINK = /\s*(?:pic\.twitter\.com|https?:\/\/t\.co)\/\w+\s*$/u

/** Quotations and blocks of text that end in a dash and a name, in their own line or in the next one. */
export function findSigned(text: string, layer: TokensLayer): FormAttribution[] {
  const { paragraphs } = layer
  /** What stands above a signature is signed. */
  let unsigned = 0
  let signed = false
  return paragraphs.flatMap((line, i): FormAttribution[] => {
    const own = signedLine(text, line) ?? bracketLine(text, line) ?? postLine(text, line)
    if (own !== null) return [own]
    const signature = readSignature(text, line, true)
    if (signature === null || isListed(text, layer, i)) return []
    const block = blockAbove(text, layer, i, MOST_LINES, unsigned)
    unsigned = i + 1
    const content = contentOf(text, block)
    if (content.length === 0) return []
    const isQuoted = content.every(one => isInMarks(text, one))
    const isBlock = isQuoted || signature.account || text.startsWith('>', line.start)
    if (!isQuoted && readSignature(text, line) === null) return []
    if (!isBlock && !isSetOff(text, layer, i, block, signed)) return []
    signed ||= !isBlock
    return [toForm(isQuoted ? 'signed-quotation' : signature.account ? 'post' : 'signed-block', signature, content)]
  })
}

/** Whether words begin and end in quotation marks. */
function isInMarks(text: string, { start, end }: Span): boolean {
  return (
    OPENS.test(text.slice(start, start + 2)) &&
    /(?:["”“»«’']|'')[.,]?$/u.test(text.slice(Math.max(start, end - 3), end))
  )
}

/** `We did it! — Ann Lee (@annlee) May 4, 2025`, as a post is copied in one line. */
function postLine(text: string, line: Span): FormAttribution | null {
  const from = Math.max(line.start + 2, line.end - ENDING)
  const ending = text.slice(from, line.end)
  const match = POST_ENDING.exec(ending)
  if (match === null) return null
  const dash = from + match.index + 1
  const signature = readSignature(text, { start: dash, end: line.end })
  const before = text.slice(line.start, dash - 1).replace(/[\s>]+$/u, '')
  const content = contentOf(text, [{ start: line.start, end: line.start + before.length }])
  return signature === null || !signature.account || content.length === 0 ? null : toForm('post', signature, content)
}

function signedLine(text: string, line: Span): FormAttribution | null {
  const start = startOfQuoted(text, line)
  if (start === null) return null
  const from = Math.max(start + 2, line.end - ENDING)
  const match = SIGNED_LINE.exec(text.slice(from, line.end))
  if (match === null) return null
  const closing = /^(?:["”“»«’']|'')/u.exec(match[0])?.[0] ?? ''
  const end = from + match.index + closing.length
  const dash = end + text.slice(end, line.end).search(/\S/u)
  const signature = readSignature(text, { start: dash, end: line.end }, true)
  // A list of songs and who sings them.
  if (signature === null || (start > line.start && isTitled(text.slice(start, end)))) return null
  return toForm('signed-quotation', signature, [{ start, end }])
}

/** Where the quotation begins that opens a line or an item of a list. */
function startOfQuoted(text: string, line: Span): number | null {
  const [bullet = ''] = BULLET.exec(text.slice(line.start, line.start + 6)) ?? []
  const start = line.start + bullet.length
  return OPENS.test(text.slice(start, start + 2)) ? start : null
}

/** `“I was there” (Ann Lee, mayor).` */
function bracketLine(text: string, line: Span): FormAttribution | null {
  const start = startOfQuoted(text, line)
  if (start === null) return null
  const from = Math.max(start + 2, line.end - ENDING)
  const match = SIGNED_IN_BRACKETS.exec(text.slice(from, line.end))
  const { close = '', gap = '', name = '' } = match?.groups ?? {}
  if (match === null) return null
  const end = from + match.index + close.length
  const bracket = end + gap.length
  const source = { start: bracket + 1, end: bracket + 1 + name.length }
  const [first = '', second] = name.split(',', 1)[0]?.split(' ') ?? []
  const isPerson = second !== undefined && (name.includes(',') || isFirstName(first.toLowerCase()))
  if (!isPerson || !isSigner(name, 'quoted')) return null
  return {
    form: 'signed-quotation',
    source,
    cue: { start: bracket, end: bracket + 1 },
    cueLemma: '(',
    content: [{ start, end }],
  }
}

/** Words of a block, a span for each line of Markdown and one for all other lines. */
function contentOf(text: string, block: readonly Span[]): readonly Span[] {
  const own = block.flatMap(line => {
    const [mark = ''] = /^[>\s]+/u.exec(text.slice(line.start, line.end)) ?? []
    const end = line.start + text.slice(line.start, line.end).replace(LINK, '').length
    const words = trimContent(text, { start: line.start + mark.length, end: Math.max(line.start + mark.length, end) })
    return words === null ? [] : [{ ...words, isMarked: mark !== '' }]
  })
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return []
  if (own.some(({ isMarked }) => isMarked)) return own.map(({ start, end }) => ({ start, end }))
  return [{ start: first.start, end: last.end }]
}

/** A list's items begin with the same mark. */
function isListed(text: string, { paragraphs }: TokensLayer, i: number): boolean {
  const mark = text[(paragraphs[i] as Span).start]
  return [i - 1, i + 1].some(other => {
    const line = paragraphs[other]
    return line !== undefined && text[line.start] === mark && mark !== '>'
  })
}

/**
 * Whether words without quotation marks are set off by their signature: text follows it (the last line signs the article, unless others
 * were signed before), and they are no heading.
 */
function isSetOff(
  text: string,
  { paragraphs }: TokensLayer,
  i: number,
  block: readonly Span[],
  isOneOfSeveral: boolean,
): boolean {
  const next = paragraphs[i + 1]
  if (!/^(?:--|[–—―])/u.test(text.slice((paragraphs[i] as Span).start))) return false
  const first = block[0] as TokensLayer['paragraphs'][number]
  if ((next === undefined && !isOneOfSeveral) || i < 2 || OPENS.test(text.slice(first.start, first.start + 2)))
    return false
  return !first.heading && (next === undefined || !areJoined(text, paragraphs[i] as Span, next))
}

function toForm(form: FormAttribution['form'], { dash, source }: Signature, content: readonly Span[]): FormAttribution {
  return { form, source, cue: dash, cueLemma: '—', content }
}
