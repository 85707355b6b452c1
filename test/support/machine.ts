import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { ArticleRecord } from '../../src/domain/record.ts'
import type { StageInfo } from '../../src/domain/stage.ts'
import { countEntries } from '../../src/store/runs/count-entries.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import type { ArticleInput, Batch, DeadLetter, SkippedInput } from '../../src/store/store.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS } from './stored-database.ts'

/** One run as a machine of its own would have made it. */
export interface MachineRun {
  /** When it started: `2026-01-01`. */
  readonly on: string
  readonly stages?: readonly StageInfo[]
  readonly records?: readonly ArticleRecord[]
  readonly dead?: readonly DeadLetter[]
  readonly skipped?: readonly SkippedInput[]
  /** Of articles that came from several places, or of which a place says something of its own. */
  readonly inputs?: readonly ArticleInput[]
}

/** A database with these runs, each started at midnight of its day and failing at noon, and its path. */
export function storeMachine(...runs: readonly MachineRun[]): string {
  const path = join(makeFolder(), 'machine.db')
  for (const { on, stages, records = [], dead = [], skipped = [], inputs = [] } of runs) {
    const batch: Batch = { records, dead, skipped, inputs }
    const unchanged = Math.max(0, inputs.length - new Set(inputs.map(({ articleId }) => articleId)).size)
    const store = SqliteStore.open(path)
    const run = store.startRun({ ...CONFIGURATION, stages: stages ?? records[0]?.stages ?? CONFIGURATION.stages })
    store.write(run, batch)
    store.endRun(run, 'finished', {
      ...NO_COUNTS,
      inputs: records.length + countEntries(dead) + countEntries(skipped) + unchanged,
      unchanged,
      done: records.length,
      dead: countEntries(dead),
      skipped: countEntries(skipped),
      claims: records.reduce((sum, record) => sum + record.claims.length, 0),
    })
    store.close()
    changeDatabase(path, database => {
      const [midnight, noon, evening] = ['00:00', '12:00', '18:00'].map(time => `${on}T${time}:00.000Z`)
      database.prepare('UPDATE run SET started_at = ?, ended_at = ? WHERE id = ?').run(midnight, evening, run)
      database.prepare('UPDATE dead_letter SET failed_at = ? WHERE run_id = ?').run(noon, run)
      database.prepare('UPDATE input SET seen_at = ? WHERE run_id = ?').run(noon, run)
      database.prepare('UPDATE input SET retrieved_at = ? WHERE first_run_id = ?').run(noon, run)
    })
  }
  return path
}

/** Changes a database behind Hearsay's back. */
export function changeDatabase(path: string, change: (database: Database.Database) => void): void {
  const database = new Database(path)
  try {
    change(database)
    database.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}
