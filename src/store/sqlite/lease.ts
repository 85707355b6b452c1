import type { Database } from 'better-sqlite3'
import { heldByRun } from '../runs/held-by-run.ts'
import { identifyThisProcess, isAlive } from '../runs/process-identity.ts'
import type { RunConfiguration } from '../store.ts'
import { closeSealOfRun } from './seal/close-seal.ts'

interface RunningRow {
  readonly id: number
  readonly process: number
  readonly process_started: string | null
}

/**
 * Opens a run and with it the lease: the one row with status `running`. A run whose process is gone is marked
 * `failed` and its lease taken over. Call inside a transaction that holds the write lock.
 *
 * @throws HearsayError (4) when the process of another run still lives, this process included.
 */
export function takeLease(database: Database, path: string, configuration: RunConfiguration): number {
  for (const row of refuseLiveRun(database, path))
    markFailed(database, row.id, `process ${row.process} ended without ending the run`)
  const identity = identifyThisProcess()
  const inserted = database
    .prepare(
      `INSERT INTO run (status, process, process_started, started_at, hearsay, node, libraries, stages, options)
       VALUES ('running', ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      identity.process,
      identity.started,
      new Date().toISOString(),
      configuration.hearsay,
      configuration.node,
      JSON.stringify(configuration.libraries),
      JSON.stringify(configuration.stages),
      JSON.stringify(configuration.options),
    )
  return Number(inserted.lastInsertRowid)
}

/**
 * Gives the runs that hold the lease although their processes are gone.
 *
 * @throws HearsayError (4) when the process of one still lives, this process included.
 */
export function refuseLiveRun(database: Database, path: string): readonly RunningRow[] {
  const running = database
    .prepare<[], RunningRow>("SELECT id, process, process_started FROM run WHERE status = 'running'")
    .all()
  const live = running.find(row => isAlive({ process: row.process, started: row.process_started }))
  if (live === undefined) return running
  throw heldByRun(path, live.id, live.process)
}

/** Ends and seals a run that could not end itself; its counts stay as its last committed batch left them. */
export function markFailed(database: Database, runId: number, note: string): void {
  const failed = database
    .prepare("UPDATE run SET status = 'failed', note = ?, ended_at = ? WHERE id = ? AND status = 'running'")
    .run(note, new Date().toISOString(), runId)
  if (failed.changes > 0) closeSealOfRun(database, runId)
}
