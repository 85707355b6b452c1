import type { SpanRole } from '../../domain/labels.ts'
import type { ClaimSpan } from '../../domain/record.ts'
import { type ExportedWords, toWords } from '../exported-claim.ts'

/** The words of a claim in one role, as it stands; null where it has none. */
export function wordsOf(spans: readonly ClaimSpan[] | undefined, role: SpanRole): ExportedWords | null {
  return toWords((spans ?? []).filter(span => span.role === role))
}
