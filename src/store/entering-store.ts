import type { StoreDatabase } from './schema.ts'

/** The side of a store that enters articles across articles. One call at a time: await each before the next. */
export interface EnteringStore {
  /** Reads outside of all transactions. */
  read<Result>(action: (database: StoreDatabase) => Promise<Result>): Promise<Result>
  /**
   * Commits what `action` does through the handle that it is given, all of it or, when it throws, nothing. On a server it is
   * done again where other transactions were in its way. Nobody else enters articles meanwhile.
   */
  transact<Result>(action: (database: StoreDatabase) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}
