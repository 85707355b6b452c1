import type { Database } from 'better-sqlite3'

/** What a database is left with when much was written to it: figures about its tables, and an empty log. */
export function tidyUp(database: Database): void {
  // Without figures about the tables SQLite sorts all claims to list the first few.
  database.pragma('analysis_limit = 1000')
  database.pragma('optimize = 0x10002')
  // A reader may hold the log open; then it stays until the next time.
  database.pragma('wal_checkpoint(TRUNCATE)')
}
