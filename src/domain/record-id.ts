import { hash } from 'node:crypto'
import type { Span } from './span.ts'

/**
 * A claim's id: hash of its article's id, its cue and its content, in their own order and in code points.
 * The same on every machine, so that whoever has the spans can tell whether they are still those of the id.
 */
export function hashClaim(articleId: string, cue: readonly Span[], content: readonly Span[]): string {
  const parts = [cue, content].map(spans => spans.map(({ start, end }) => `${start}-${end}`).join(','))
  return shorten([articleId, ...parts])
}

/** A source's id: hash of its article's id and its spans (code points). */
export function hashSource(articleId: string, spans: readonly Span[]): string {
  return shorten(['source', articleId, ...spans.flatMap(({ start, end }) => [start, end])])
}

/**
 * A voice's id: hash of its article's id and its first full mention (code points). A name and the words of a source that
 * cover one another are two.
 */
export function hashVoice(articleId: string, { start, end }: Span, isNamed: boolean): string {
  return shorten(['voice', articleId, isNamed ? 'name' : 'words', start, end])
}

/** The id of a source that somebody described for one claim alone, in the place of the machine's. */
export function hashCorrectedSource(articleId: string, claimId: string): string {
  return shorten(['corrected source', articleId, claimId])
}

/** 20 hexadecimal digits: 80 bits. */
function shorten(parts: readonly (string | number)[]): string {
  return hash('sha256', parts.join('|'), 'hex').slice(0, 20)
}
