import type { Act, Naming, QuotationType, SpanRole } from '../../domain/labels.ts'
import type { Span } from '../../domain/span.ts'
import type { Verdict } from '../schema.ts'

/** What somebody says of a claim; at least one of all but `correctedBy` is given. What is null or absent is not said. */
export interface NewCorrection {
  readonly verdict: Verdict | null
  /** Name of who really says it. */
  readonly source: string | null
  /** The reason. */
  readonly note: string | null
  readonly correctedBy: string | null
  /**
   * In code points of the article's text. Each role that is given stands in the place of the machine's spans of that
   * role; an empty list says that there is none.
   */
  readonly spans?: Partial<Record<SpanRole, readonly Span[]>>
  readonly act?: Act | null
  readonly negated?: boolean | null
  /** Where it is not given, and the content is, it follows from the quotation marks. */
  readonly quotation?: QuotationType | null
  readonly naming?: Naming | null
  readonly role?: string | null
  readonly affiliation?: string | null
}

/** Who joins, splits or takes back, and why. */
export interface CorrectionNote {
  readonly note: string | null
  readonly correctedBy: string | null
}

/** The same of claims that are joined. */
export interface JoinNote extends CorrectionNote {
  /** Name of who says all of it: needed where the claims have different sources. */
  readonly source?: string | null
}
