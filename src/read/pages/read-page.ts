import { type Draft, toLine, toOutcome } from '../article/draft.ts'
import { findAuthorNotes } from '../bylines/author-note.ts'
import { BEFORE_NAMES } from '../bylines/byline-words.ts'
import { describeBinary } from '../bytes/binary.ts'
import { charsetOf } from '../encodings/charset.ts'
import { decode } from '../encodings/decode.ts'
import type { RawInput, ReadOutcome } from '../format.ts'
import { type ReadLimits, tooLargePage, Unreadable } from '../limits/limits.ts'
import { withinTime } from '../limits/within-time.ts'
import { collectLeftOut } from '../markup/furniture/left-out-passages.ts'
import { parsePage } from '../markup/html/parse-html.ts'
import { isProse, isShortSentence } from '../markup/html/prose.ts'
import { readLinkedBody } from '../markup/linked-body.ts'
import { readLinkedData } from '../markup/linked-data/linked-data.ts'
import { completeMetadata } from '../markup/metadata/complete-metadata.ts'
import { isErrorPage } from '../markup/metadata/error-page.ts'
import { cleanByline } from '../markup/metadata/page-byline.ts'
import { readMetadata } from '../markup/metadata/page-metadata.ts'
import { readShownText, reconcile } from '../markup/page-text.ts'

/** What the surroundings of a page know of it: an archive its address, when it was fetched. */
export interface PageOrigin {
  readonly location: string
  readonly uri?: string
  readonly decodedHow?: string
  readonly retrievedAt?: string
}

/** The outcome of one page. */
export function readPage(input: RawInput, limits: ReadLimits, { uri, ...origin }: PageOrigin): ReadOutcome {
  if (input.bytes.length > limits.maxPageBytes) throw tooLargePage(limits.maxPageBytes)
  const { text, decodedAs, misdeclared } = decode(input.bytes, input.charset ?? charsetOf(input.bytes))
  const binary = describeBinary(input.bytes, decodedAs)
  if (binary !== null) throw new Unreadable('not-text', `it is ${binary}, not a web page`)
  const draft = withinTime(limits.timeoutMs, () => readDraft(text, limits))
  if (draft === null) {
    const reason = text.trim() === '' ? 'empty' : 'no article found on the page'
    return { outcome: 'skipped', uri: uri ?? input.uri, reason, origin }
  }
  // What could not be decoded beside the article is no matter of its.
  const warnings = [...(misdeclared === undefined ? [] : [misdeclared]), ...(draft.warnings ?? [])]
  const whole = { ...draft, decodedAs, warnings, uri: uri ?? draft.uri }
  return toOutcome(whole, input.rawSha256 ?? input.bytes, origin)
}

/** What is found of the article on a page, or null where there is none. */
export function readDraft(text: string, limits: ReadLimits): Omit<Draft, 'decodedAs'> | null {
  const page = parsePage(text, limits)
  const linkedData = readLinkedData(page)
  const told = readMetadata(page, linkedData)
  const shown = readShownText(page, text, toLine(told.title) ?? '', limits)
  const { paragraphs, warning, more } = reconcile(shown, readLinkedBody(linkedData.article, limits))
  const metadata = completeMetadata(told, shown)
  const byline = toLine(metadata.byline)
  const notes = findAuthorNotes(paragraphs, byline)
  const article = paragraphs.filter(paragraph => !isByline(paragraph, byline) && !notes.has(paragraph))
  if (!article.some(isSentence)) return null
  const body = article.join('\n\n')
  // Whoever wrote one, or described it as an article, meant it.
  const isSigned = byline !== null || Object.keys(linkedData.article).length > 0
  if (!isSigned && isErrorPage(toLine(told.title) ?? '', body)) return null
  // What only names the article or its author is kept with it.
  const kept = new Set(
    [...paragraphs, ...shown.article.map(({ text }) => text), toLine(metadata.title), byline].filter(
      text => text !== null,
    ),
  )
  return {
    ...metadata,
    text: body,
    leftOut: [
      ...collectLeftOut(shown.rest, kept),
      ...more,
      ...[...notes].map(text => ({ reason: 'author box', text })),
    ],
    warnings: warning === null ? [] : [warning],
  }
}

/** A longer line says more than who wrote the article. */
const LONGEST_BYLINE = 150

/** Whether a block only names the author, who is kept apart. */
function isByline(text: string, byline: string | null): boolean {
  if (byline === null || text.length > LONGEST_BYLINE) return false
  return text.replace(/^by:?\s+/i, '').trim() === byline || (BEFORE_NAMES.test(text) && cleanByline(text) === byline)
}

/** A page without one sentence is a list of links, a picture or a form. */
function isSentence(text: string): boolean {
  return isProse(text) || isShortSentence(text)
}
