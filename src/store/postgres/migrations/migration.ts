import type pg from 'pg'

/**
 * One step from a schema to the next. Once released it is never edited: a change is a new migration.
 * Numbers are PostgreSQL's own: the schema of number 1 is SQLite's of number 6. Views are no part of it (`views.ts`).
 */
export interface Migration {
  /** 1, 2, 3 … without a gap. */
  readonly number: number
  readonly name: string
  /** First release of Hearsay that knows the resulting schema: what an older release tells its user to install. */
  readonly since: string
  readonly sql: string
  /** What has to be done with rows that were there before, once all migrations ran: it may rely on the newest schema. */
  readonly afterwards?: (client: pg.ClientBase) => Promise<void>
}
