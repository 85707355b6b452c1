import type { LeftOutPassage } from '../../domain/articles/left-out.ts'
import type { ReadLimits } from '../limits/limits.ts'
import { looksLikeMarkup, readFragment } from '../markup/read-fragment.ts'
import { wordsIn } from './record-values.ts'

/** The text of a record as far as it is there. */
export interface RecordText {
  readonly text: string
  readonly leftOut: readonly LeftOutPassage[]
  readonly warnings: readonly string[]
}

type Item = Readonly<Record<string, unknown>>

/**
 * Fields that hold the text of a block, in reading order: of each list the first that is there, because the others say the
 * same in another form.
 */
const PARTS: readonly (readonly string[])[] = [
  ['headline', 'heading', 'title'],
  ['summary'],
  [
    'bodyHtml',
    'html',
    'rendered',
    'articleBody',
    'text',
    'content',
    'value',
    'body',
    'bodyTextSummary',
    'paragraph',
    'data',
  ],
  ['paragraphs'],
  ['sections', 'blocks', 'content_elements', 'elements', 'children', 'items', 'root'],
]
/** Types of blocks that are no text, as editing systems call them. */
const NOT_TEXT =
  /^(?:core[/-])?(?:image|picture|photo|figure|gallery|slideshow|video|audio|podcast|oembed|oembed_response|embed|social|tweet|ad|advert|advertisement|related|promo|newsletter|interstitial_link|link_list|divider|separator|table_of_contents)$/i
/** Lists of blocks nest in lists no deeper, in any editor. */
const DEEPEST = 10
/** What a service writes in place of a text that it keeps back. */
const KEPT_BACK =
  /^\s*(?:only available in (?:paid|professional|corporate) plans?\b.{0,60}|\[?(?:removed|deleted|paywall(?:ed)?)\]?|null|none|nan|n\/a)\s*$/i
/** How a service marks that it cut a text: `[+1234 chars]`, `… [1234 characters]`. */
const CUT = /\s*\[\+?(?<count>\d{1,9}) (?:chars|characters|more characters)\]\s*$/

/** Whether a value may hold text; a list of records is none. */
export function holdsText(value: unknown, isRecord: (value: object, isAlone: boolean) => boolean, depth = 0): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return false
  if (Array.isArray(value)) {
    const records = value.filter(item => isObject(item) && isRecord(item, false)).length
    return records * 2 < value.length && value.some(item => holdsText(item, isRecord, depth + 1))
  }
  if (depth === 0 && isRecord(value, true)) return false
  return PARTS.some(names =>
    names.some(name => Object.hasOwn(value, name) && holdsText((value as Item)[name], isRecord, depth + 1)),
  )
}

/**
 * The text of a value: a string, paragraphs in a list, or blocks in objects as editing systems keep them, each plain or the
 * markup of a web page. Null when it is none of these.
 *
 * @throws Unreadable when it exceeds a limit
 */
export function readText(value: unknown, limits: ReadLimits): RecordText | null {
  const leftOut: LeftOutPassage[] = []
  const pieces = piecesOf(value, { leftOut, depth: 0, isInBlock: false })
  if (pieces === null) return null
  const isWhole = typeof value === 'string'
  const whole = isWhole ? value : pieces.join('\n\n')
  const isMarkup = isWhole ? looksLikeMarkup(value) : pieces.some(isMarked)
  const text = isMarkup ? readFragment(isWhole ? value : toMarkup(pieces), limits) : whole
  if (KEPT_BACK.test(text.slice(0, 200)))
    return { text: '', leftOut: [{ reason: 'notice in place of the text', text }], warnings: [] }
  return withoutCutMark(text, leftOut)
}

function withoutCutMark(text: string, leftOut: readonly LeftOutPassage[]): RecordText {
  const tail = text.slice(-200)
  const mark = CUT.exec(tail)
  if (mark === null) return { text, leftOut, warnings: [] }
  const kept = text.slice(0, text.length - tail.length + mark.index)
  return {
    text: kept,
    leftOut: [...leftOut, { reason: 'mark of a cut text', text: mark[0].trim() }],
    warnings: [`its text is cut: the record says that ${mark.groups?.count} more characters follow`],
  }
}

interface Place {
  readonly leftOut: LeftOutPassage[]
  readonly depth: number
  /** Whether a list here may be the runs of words of one paragraph. */
  readonly isInBlock: boolean
}

/** Null for what is no text at all: a number, an object of something else. */
function piecesOf(value: unknown, place: Place): readonly string[] | null {
  if (typeof value === 'string') return [value]
  if (!isObject(value) || place.depth > DEEPEST) return null
  const below = { ...place, depth: place.depth + 1 }
  if (Array.isArray(value)) {
    if (place.isInBlock && value.length > 0 && value.every(isInline)) return [value.map(({ text }) => text).join('')]
    const found = value.flatMap(item => piecesOf(item, { ...below, isInBlock: false }) ?? [])
    return found.length > 0 || value.length === 0 ? found : null
  }
  const item = value as Item
  if (isBlockOfNoText(item)) {
    leaveOut(item, place.leftOut)
    return []
  }
  const parts = PARTS.map(names => firstOf(item, names, below))
  return parts.every(part => part === null) ? null : parts.flatMap(part => part ?? [])
}

/** What the first of some fields holds that has words. */
function firstOf(item: Item, names: readonly string[], place: Place): readonly string[] | null {
  let empty: readonly string[] | null = null
  for (const name of names) {
    if (!Object.hasOwn(item, name)) continue
    const isInBlock = name === 'children' || typeOf(item) !== undefined
    const pieces = piecesOf(item[name], { ...place, isInBlock })
    if (pieces?.some(piece => piece.trim() !== '') === true) return pieces
    empty ??= pieces
  }
  return empty
}

/** Whether an object is a picture, a film, a list of links and the like, as editing systems say by its type. */
export function isBlockOfNoText(value: object): boolean {
  const type = typeOf(value)
  return type !== undefined && NOT_TEXT.test(type)
}

function typeOf(value: object): string | undefined {
  const { type, _type, blockName } = value as Item
  return [type, _type, blockName].find(name => typeof name === 'string') as string | undefined
}

function leaveOut(item: Item, leftOut: LeftOutPassage[]): void {
  const words = ['caption', 'content', 'text', 'title', 'headline', 'description', 'alt_text'].flatMap(name => {
    const found = Object.hasOwn(item, name) ? wordsIn(item[name]) : undefined
    return typeof found === 'string' ? [found] : []
  })
  const [first] = words
  if (first !== undefined) leftOut.push({ reason: `block of type ${typeOf(item)?.toLowerCase()}`, text: first })
}

/** A run of words within a paragraph, as editors that mark what is bold keep it. */
function isInline(value: unknown): value is { readonly text: string } {
  if (!isObject(value) || !Object.hasOwn(value, 'text') || typeof (value as Item).text !== 'string') return false
  const type = typeOf(value)
  return type === undefined || type === 'text' || type === 'span'
}

function isMarked(piece: string): boolean {
  return (
    looksLikeMarkup(piece) ||
    /<\/?[a-z][^<>]{0,500}>|&(?:#\d{1,6}|#x[\da-f]{1,6}|[a-z]{2,8});/i.test(piece.slice(0, 20_000))
  )
}

/** Pieces as paragraphs of one page, so that its limits hold for all of them together. */
function toMarkup(pieces: readonly string[]): string {
  return pieces
    .map(piece => {
      if (looksLikeMarkup(piece)) return piece
      return `<p>${isMarked(piece) ? piece : piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`
    })
    .join('\n')
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
