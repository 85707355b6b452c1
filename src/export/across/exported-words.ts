import type { SpanRole } from '../../domain/labels.ts'
import type { ClaimSpan } from '../../domain/record.ts'
import { PART_SEPARATOR } from '../../store/queries/claims/joined-texts.ts'
import type { ExportedWords } from '../exported-claim.ts'

/** The words of a claim in one role, as it stands; null where it has none. */
export function wordsOf(spans: readonly ClaimSpan[] | undefined, role: SpanRole): ExportedWords | null {
  const own = (spans ?? []).filter(span => span.role === role)
  if (own.length === 0) return null
  return {
    text: own.map(({ text }) => text).join(PART_SEPARATOR),
    spans: own.map(({ start, end }) => [start, end]),
  }
}
