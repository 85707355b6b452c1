import type { FindingCounts } from '../policy/count-findings.ts'
import type { Policy } from '../policy/policy.ts'
import type { StoreDatabase } from '../store/schema.ts'
import type { ClaimIndex } from './claim-index/claim-index.ts'

/** Articles that are checked for one page at most: each takes about half a millisecond. */
export const MOST_CHECKED = 300
/** Articles that are read at a time, so that other pages come between. */
const PORTION = 50

/** What the site's policy finds in articles: counted when it is first asked for, and kept while nothing changes. */
export class CurrentFindings {
  readonly #database: StoreDatabase
  readonly #counted = new WeakMap<ClaimIndex, Map<number, FindingCounts>>()
  readonly #policy: Policy

  constructor(database: StoreDatabase, policy: Policy) {
    this.#database = database
    this.#policy = policy
  }

  /** How much is found in each of these articles, by `rowid`; at most `MOST_CHECKED`. */
  async count(index: ClaimIndex, rowids: readonly number[]): Promise<ReadonlyMap<number, FindingCounts>> {
    const counted = this.#counted.get(index) ?? new Map<number, FindingCounts>()
    this.#counted.set(index, counted)
    const missing = rowids.filter(rowid => !counted.has(rowid)).slice(0, MOST_CHECKED)
    if (missing.length > 0) {
      const { countFindings } = await import('../policy/count-findings.ts')
      for (let from = 0; from < missing.length; from += PORTION) {
        const found = await countFindings(this.#database, this.#policy, missing.slice(from, from + PORTION))
        for (const [rowid, counts] of found) counted.set(rowid, counts)
        await new Promise(resolve => setImmediate(resolve))
      }
    }
    return new Map(
      rowids.flatMap(rowid => {
        const counts = counted.get(rowid)
        return counts === undefined ? [] : [[rowid, counts] as const]
      }),
    )
  }
}
