import type { Place } from '../columns/place.ts'
import type { Finding } from '../finding.ts'
import type { StandingSeal } from './verify-chain.ts'

/** What every check of sealed rows needs. */
export interface SealedBy {
  /** By the numbers that leaves refer to them by. */
  readonly seals: ReadonlyMap<number, StandingSeal>
  readonly search: SearchBudget
  /** What to do, whatever was changed. */
  readonly advice: string
}

/** Of so many findings it is looked for which column it is; by then whoever reads knows enough. */
const MOST_SEARCHED = 500

/** To look for a column takes thousands of times as long as to see that something is other. */
export class SearchBudget {
  #left = MOST_SEARCHED

  mayGoOn(): boolean {
    this.#left -= 1
    return this.#left >= 0
  }
}

export function toFinding(
  kind: Finding['kind'],
  message: string,
  places: readonly Place[],
  articleId: string | null = null,
): Finding {
  return { level: 'mismatch', kind, articleId, uri: null, claimIds: [], span: null, places, message }
}
