import type { Article } from '../src/domain/article.ts'
import type { Span } from '../src/domain/span.ts'
import { type Cut, Reduced } from './reduced-text.ts'
import { splitParagraphs } from './tokens/paragraphs.ts'
import { UNSEEN } from './unseen.ts'

/** An article as a reader sees it, and the way from there back to the stored text. */
export interface SeenArticle {
  /** The article with the text as it is seen. */
  readonly article: Article
  /** What was found there, every span of it as of the stored text (UTF-16). */
  place<Found>(found: Found): Found
}

/** Spaces that are no plain ones; a word that a soft hyphen breaks at a line's end; what is not seen. */
const ODD = new RegExp(
  String.raw`(?<space>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])|\u00ad[ \t]*(?:\r\n|[\n\r])(?=\p{L})|${UNSEEN}`,
  'gu',
)
const LINE_END = /(?:\r\n|[\n\r\u0085\u2028\u2029\v\f])[ \t]*/gu

/**
 * Reads an article as its readers do: without what they don't see, with plain spaces, and with the lines of a paragraph that was
 * wrapped in one. No stage after this has to know that "cap\u00adtain", "Jon\nPike" and "Jon\u00a0Pike" are words like others.
 */
export function see(article: Article): SeenArticle {
  const visible = new Reduced(article.text, findOdd(article.text))
  const seen = new Reduced(visible.text, findWrapped(visible.text))
  if (seen.text === article.text) return { article, place: found => found }
  const own = { ...article, text: seen.text }
  if (seen.text.length === article.text.length) return { article: own, place: found => found }
  const toStored = (span: Span) => visible.toWhole(seen.toWhole(span))
  return { article: own, place: found => moveSpans(found, toStored) as typeof found }
}

function findOdd(text: string): Cut[] {
  return Array.from(text.matchAll(ODD), ({ 0: { length }, index, groups }) => ({
    start: index,
    end: index + length,
    instead: groups?.space === undefined ? '' : ' ',
  }))
}

/** The line ends inside paragraphs, with the spaces around them. */
function findWrapped(text: string): Cut[] {
  const paragraphs = splitParagraphs(text)
  const cuts: Cut[] = []
  let paragraph = 0
  for (const { 0: lineEnd, index } of text.matchAll(LINE_END)) {
    while (paragraph < paragraphs.length && (paragraphs[paragraph] as Span).end <= index) paragraph += 1
    if (((paragraphs[paragraph] as Span | undefined)?.start ?? index) >= index) continue
    let start = index
    while (text[start - 1] === ' ' || text[start - 1] === '\t') start -= 1
    cuts.push({ start, end: index + lineEnd.length, instead: ' ' })
  }
  return cuts
}

/** A copy of what was found in which everything with a start and an end stands elsewhere. */
function moveSpans(found: unknown, move: (span: Span) => Span): unknown {
  if (Array.isArray(found)) return found.map(one => moveSpans(one, move))
  if (typeof found !== 'object' || found === null || ArrayBuffer.isView(found)) return found
  const moved = Object.fromEntries(Object.entries(found).map(([key, value]) => [key, moveSpans(value, move)]))
  const { start, end } = found as Partial<Span>
  return typeof start === 'number' && typeof end === 'number' ? { ...moved, ...move({ start, end }) } : moved
}
