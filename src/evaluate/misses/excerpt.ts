import type { Span } from '../../domain/span.ts'
import type { CodePointText } from '../../domain/text/code-point-text.ts'
import type { ScoredAttribution } from '../gold/gold.ts'

/** Code points shown on either side of a cue. */
const MARGIN = 50
/** Longest role that is quoted in full. */
const LONGEST = 60

/** The words around an attribution's cue on one line, the cue in square brackets. */
export function showCue(text: CodePointText, { cue, content }: ScoredAttribution): string {
  const shown = cue.length > 0 ? cue : content
  const start = Math.min(...shown.map(span => span.start))
  const end = Math.max(...shown.map(span => span.end))
  const before = text.slice({ start: Math.max(0, start - MARGIN), end: start })
  const after = text.slice({ start: end, end: end + MARGIN })
  const opening = start > MARGIN ? '…' : ''
  const closing = end + MARGIN < text.length ? '…' : ''
  return onOneLine(`${opening}${before}[${shorten(text.slice({ start, end }))}]${after}${closing}`)
}

/** The words of a role on one line, shortened in the middle, or "none". */
export function quoteSpans(text: CodePointText, spans: readonly Span[]): string {
  if (spans.length === 0) return 'none'
  return `‘${shorten(onOneLine(spans.map(span => text.slice(span)).join(' … ')))}’`
}

function shorten(words: string): string {
  const characters = Array.from(words)
  if (characters.length <= LONGEST) return words
  const half = Math.floor((LONGEST - 3) / 2)
  return `${characters.slice(0, half).join('').trimEnd()} … ${characters.slice(-half).join('').trimStart()}`
}

function onOneLine(words: string): string {
  // An escape character in an article must not reach the terminal.
  return words
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '\ufffd')
    .trim()
}
