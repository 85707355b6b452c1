import type { SpanRole } from '../domain/labels.ts'
import type { TextSpan } from '../domain/record.ts'
import type { ClaimInArticle } from '../store/queries/stream-articles-with-claims.ts'

/** The words that name the source: those of the claim itself, or else those that it was resolved to. */
export function sourceWordsOf(claim: ClaimInArticle): TextSpan | null {
  return firstOf(claim, 'source') ?? claim.sourceSpans[0] ?? firstOf(claim, 'cue')
}

/** The first part of the content that has a quotation mark, or just the first; the cue where there is no content. */
export function contentWordsOf({ spans }: ClaimInArticle): TextSpan | null {
  const contents = spans.filter(({ role }) => role === 'content')
  return toTextSpan(
    contents.find(({ text }) => /["'“”‘’«»„]/u.test(text)) ?? contents[0] ?? spans.find(({ role }) => role === 'cue'),
  )
}

/**
 * The source in quotation marks, and behind it, where it only refers, the words that it refers to: `“The officer” (A
 * senior customs officer)`.
 */
export function nameSource(claim: ClaimInArticle): string {
  const words = sourceWordsOf(claim)?.text ?? claim.source ?? ''
  const refersTo = claim.rootId === claim.source_id ? null : claim.rootText
  return `“${shorten(words)}”${refersTo === null ? '' : ` (${shorten(refersTo)})`}`
}

/** Words in quotation marks, whatever marks the text has around them. */
export function quote(words: string): string {
  const plain = words.replace(/^["'“”‘’«»„]+/u, '').replace(/["'“”‘’«»„]+$/u, '')
  return `“${shorten(plain)}”`
}

/** Longest that words of an article are in a message, in characters. */
const LONGEST = 90

function shorten(words: string): string {
  const characters = [...words.replaceAll(/\s+/gu, ' ')]
  return characters.length <= LONGEST
    ? characters.join('')
    : `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
}

function firstOf({ spans }: ClaimInArticle, role: SpanRole): TextSpan | null {
  return toTextSpan(spans.find(span => span.role === role))
}

function toTextSpan(span: TextSpan | undefined): TextSpan | null {
  return span === undefined ? null : { start: span.start, end: span.end, text: span.text }
}
