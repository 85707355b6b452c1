import type { Database } from 'better-sqlite3'

/**
 * One step from a schema to the next. Once released it is never edited: a change is a new migration.
 * Views are no part of it: they hold no data and are made anew whenever a migration ran (`views.ts`).
 */
export interface Migration {
  /** 1, 2, 3 … without a gap; the database's `user_version` after it. */
  readonly number: number
  readonly name: string
  /** First release of Hearsay that knows the resulting schema: what an older release tells its user to install. */
  readonly since: string
  readonly sql: string
  /** What has to be done with rows that were there before, once all migrations ran: it may rely on the newest schema. */
  readonly afterwards?: (database: Database) => void
}
