import type { Span } from '../../../domain/span.ts'
import type { Party } from '../parties/parties.ts'
import type { SaidClaim } from '../said-claims.ts'

export type AccusationRule =
  | 'accuses'
  | 'criticises'
  | 'charges'
  | 'prosecutes'
  | 'carries-on'
  | 'does-wrong'
  | 'denied-deed'
  | 'denied-report'
  | 'answered-account'

/** A claim that says of somebody that they did wrong. */
export interface FoundAccusation {
  readonly claim: SaidClaim
  readonly accused: Span
  /** Null where the words are of nobody that the article speaks of again. */
  readonly party: Party | null
  readonly rule: AccusationRule
  readonly reason: string
}
