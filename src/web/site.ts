import type { Intake } from '../intake/intake.ts'
import type { Policy } from '../policy/policy.ts'
import type { StoreDatabase } from '../store/schema.ts'
import type { CurrentVoices } from './audit/voices/current-voices.ts'
import type { CurrentIndex } from './claim-index/current-index.ts'
import type { CurrentFindings } from './current-findings.ts'
import type { SiteMetrics } from './metrics/site-metrics.ts'
import type { QueryConsole } from './sql/query-console.ts'

/** What the pages are made from. */
export interface Site {
  readonly database: StoreDatabase
  readonly index: CurrentIndex
  readonly findings: CurrentFindings
  readonly voices: CurrentVoices
  readonly queries: QueryConsole
  /** What articles are held against. */
  readonly policy: Policy
  /** What `/metrics` tells; where the site is none of its own process, nothing. */
  readonly metrics?: SiteMetrics
  /** Path of the database, or its URL, which may hold a password. */
  readonly path: string
  /** Whether claims may be corrected here. */
  readonly isEditable: boolean
  /** Takes articles in; null where none may be given. */
  readonly intake: Intake | null
  readonly version: string
}
