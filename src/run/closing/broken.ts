import type { CandidateRecord, TextSpan } from '../../domain/record.ts'
import type { Span } from '../../domain/span.ts'

/** Keeps what a record has to do without. */
export type TellBroken = (
  stage: 'claims' | 'entities' | 'sources' | 'voices',
  what: string,
  near: TextSpan | undefined,
) => void

/** Where something stands that has no place in the text. */
const NOWHERE: TextSpan = { start: 0, end: 0, text: '' }

/** Makes a candidate of something broken. Its rule is the same for all, so that a query finds whatever was lost so. */
export function toBroken(stage: string, reason: string, near: TextSpan | undefined): CandidateRecord {
  const { start, end, text } = near ?? NOWHERE
  return { start, end, text, stage, rule: 'broken', reason }
}

/** Whether a span (code points) lies in a text of that length. */
export function liesInText({ start, end }: Span, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length
}

/** Whether these are words of the text: a span that begins or ends inside a character has half of one. */
export function areWords(span: TextSpan, length: number): boolean {
  return liesInText(span, length) && span.start < span.end && span.text.isWellFormed()
}
