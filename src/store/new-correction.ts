import type { Verdict } from './schema.ts'

/** What somebody says of a claim; at least one of `verdict`, `source` and `note` is given. */
export interface NewCorrection {
  readonly verdict: Verdict | null
  /** Name of who really says it. */
  readonly source: string | null
  readonly note: string | null
  readonly correctedBy: string | null
}
