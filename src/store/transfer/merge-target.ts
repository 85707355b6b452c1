import type { Statements } from '../seals/statements.ts'
import type { TransferredTable } from './tables.ts'

/** A table whose rows are referred to by number. */
export type NumberedTable = 'article' | 'source' | 'claim' | 'voice'

/**
 * A store that rows of another are merged into, inside a transaction of the caller's. All SQL is the same for SQLite and
 * PostgreSQL; what is not stands here.
 */
export interface MergeTarget {
  /** Runs one statement and says how many rows it changed. */
  run(sql: string): Promise<number>
  all<Row>(sql: string): Promise<Row[]>
  /** The first of so many row numbers in a row, which nobody else is given. */
  reserve(table: NumberedTable, count: number): Promise<number>
  /** Empties a temporary table, so that it takes no more room than a new one. */
  empty(table: string): Promise<void>
  /** Until the transaction ends, others can neither delete the entities that the condition holds for nor refer to them. */
  holdEntities(condition: string): Promise<void>
  /**
   * What a query of entities ends with, so that others cannot delete those that it finds until the transaction ends. One
   * that they have just deleted is not found.
   */
  holdFound(entity: string): string
  /** By what articles are ordered when they are written: so that two writers never wait for each other in a circle. */
  readonly articleOrder: 'rowid' | 'id'
  /** A text as the target's indexes on texts of any length hold it. */
  key(text: string): string
  /** What the versions of a run's stages, a JSON text, add up to. */
  weigh(stages: string): string
  /** Lets the contents of the claims with these row numbers be searched for. */
  indexClaims(first: number, last: number): Promise<void>
  /** Runs one statement after the other. */
  perform(statements: Statements): Promise<void>
  /** Works out anew where these claims stand, of which corrections came. */
  restateClaims(claimIds: readonly string[]): Promise<void>
}

/** A target that takes rows of another store into `staged_` tables first, to merge them from there. */
export interface StagingTarget extends MergeTarget {
  /** Adds rows to `staged_` and the table's name. */
  stage(table: TransferredTable, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void>
  /** Until the transaction ends, nobody else writes to the table. */
  holdTable(table: TransferredTable): Promise<void>
  /** Commits all that `action` does or, when it throws, nothing. */
  transact<Result>(action: () => Promise<Result>): Promise<Result>
  /** Brings the target's figures about its tables up to date. */
  finish(): Promise<void>
  close(): Promise<void>
}

/** What stands before the name of a table of the store that is merged from: `half.` where it is attached as that. */
export type SourcePrefix = string
