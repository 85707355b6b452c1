import type { EnteringStore } from '../store/entering.ts'
import type { StoreDatabase } from '../store/schema.ts'

/** An article whose claims are entered across articles. */
export interface EnteredArticle {
  readonly rowid: number
  readonly id: string
  readonly uri: string
}

/** An article that is no longer stored. */
export type GoneArticle = Pick<EnteredArticle, 'id' | 'uri'>

/**
 * What is found across articles of one kind. All calls are made in one transaction that holds the lock; the handle writes.
 * What it leaves behind follows from the articles, claims and corrections that were entered, never from the order in which
 * they came: it can always be made anew from nothing.
 */
export interface AcrossStep {
  readonly name: 'families' | 'replies' | 'versions'
  /** Raise it when what is found changes: everything then waits to be entered anew. */
  readonly version: number
  /**
   * Makes true for these articles, and for all that they touch, what holds of everything entered up to now. They may have
   * been entered before, with other claims: rows of theirs that no longer hold have to go. Rows that refer to an article go
   * with it.
   *
   * @param gone what has gone for good since the last call
   */
  enter(database: StoreDatabase, articles: readonly EnteredArticle[], gone: readonly GoneArticle[]): Promise<void>
  /**
   * Makes true what holds of all articles that are being entered at once (`BEING_ENTERED`), in transactions of its own, where the
   * tables are empty: the same rows as entering them one after the other gives. Only where that is much quicker.
   */
  readonly enterAll?: (store: EnteringStore) => Promise<void>
  /** Empties the step's tables, before everything is entered anew. */
  clear(database: StoreDatabase): Promise<void>
}
