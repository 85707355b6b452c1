import type { SpanRole } from '../../domain/labels.ts'
import type { Span } from '../../domain/span.ts'
import type { ClaimValues } from './standing-claims.ts'

/** A claim of a file in code points; labels as the file gives them. */
export interface ReadClaim {
  readonly where: string
  readonly claimId: string | null
  readonly spans: Readonly<Record<SpanRole, readonly Span[]>>
  /** Another place in which the cue may have been changed; null where the tool has none. */
  readonly trigger: readonly Span[] | null
  readonly labels: Partial<Pick<ClaimValues, 'act' | 'quotation' | 'naming' | 'negated' | 'name'>>
}
