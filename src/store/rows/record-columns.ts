import type { ClaimRecord, TextSpan } from '../../domain/record.ts'
import { hullOf, type Span } from '../../domain/span.ts'
import { PART_SEPARATOR } from '../queries/claims/joined-texts.ts'

/* What is stored of a record although it follows from it, the same in every store. */

/** Its content spans joined with ` … `, or null when it has none. */
export function contentText({ spans }: ClaimRecord): string | null {
  const parts = spans.filter(span => span.role === 'content').sort((a, b) => a.sequence - b.sequence)
  return parts.length === 0 ? null : joinParts(parts)
}

export function joinParts(spans: readonly TextSpan[]): string {
  return spans.map(span => span.text).join(PART_SEPARATOR)
}

/** From the first character of any of its spans to the last; its context where it has none. */
export function extentOf({ spans, context }: Pick<ClaimRecord, 'spans' | 'context'>): Span {
  return hullOf(spans) ?? context
}
