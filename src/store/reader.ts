import type { StoreDatabase } from './schema.ts'

/** Rows of a free SQL query, as arrays in the order of `columns`; whole numbers from 2^53 on are texts of digits. */
export interface SelectedRows {
  readonly columns: readonly string[]
  readonly rows: AsyncIterable<readonly unknown[]>
}

/** The read side of a store: what the named queries run on. Nothing done through it changes the database. */
export interface StoreReader {
  readonly database: StoreDatabase
  /**
   * Runs one SQL query of the user's own. Its rows are read once, and to the end or until the loop over them is left.
   *
   * @throws HearsayError (2) when it is no query, more than one, or not understood.
   */
  select(query: string): Promise<SelectedRows>
  /** What the database itself finds wrong with its structure and references; empty when all is well. Reads it all. */
  checkIntegrity(): Promise<readonly string[]>
  close(): Promise<void>
}
