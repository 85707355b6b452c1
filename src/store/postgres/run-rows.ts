import { hostname } from 'node:os'
import type pg from 'pg'
import { HearsayError } from '../../domain/errors.ts'
import { identifyThisProcess } from '../runs/process-identity.ts'
import type { RunConfiguration, RunCounts, RunStatus } from '../store.ts'
import { closeSealOfRun } from './seal/close-seal.ts'

/** First half of the key of the lock that a running run holds; the second is its number. "Hrun" in ASCII. */
const RUN_LOCKS = 0x4872756e

/**
 * Opens a run and gives its number. Any number of runs may be open at a time, of any number of machines; each is held by
 * its connection (see `holdRun`). Those whose connection is gone are marked failed. Call inside a transaction.
 */
export async function insertRun(client: pg.ClientBase, configuration: RunConfiguration): Promise<number> {
  await failAbandonedRuns(client)
  const { process, started } = identifyThisProcess()
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO run (status, process, process_started, started_at, hearsay, node, libraries, stages, options)
     VALUES ('running', $1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [
      process,
      started,
      new Date().toISOString(),
      configuration.hearsay,
      configuration.node,
      JSON.stringify(configuration.libraries),
      JSON.stringify(configuration.stages),
      JSON.stringify({ ...configuration.options, host: hostname() }),
    ],
  )
  const id = rows[0]?.id as number
  await client.query('SELECT pg_advisory_lock($1, $2)', [RUN_LOCKS, id])
  return id
}

/**
 * Takes hold of a run again on a new connection, after the one that held it was lost. Should another process have taken
 * it for abandoned meanwhile, it runs again.
 */
export async function holdRun(client: pg.ClientBase, runId: number): Promise<void> {
  // The server may not yet have noticed that the former connection is gone.
  await client.query('SELECT pg_advisory_lock($1, $2)', [RUN_LOCKS, runId])
  await client.query(
    `UPDATE run SET status = 'running', note = NULL, ended_at = NULL
     WHERE id = $1 AND status = 'failed' AND note LIKE 'process % ended without ending the run'`,
    [runId],
  )
}

/** Ends and seals a run that could not end itself; its counts stay as its last committed batch left them. */
export async function markFailed(client: pg.ClientBase, runId: number, note: string): Promise<void> {
  const failed = await client.query(
    "UPDATE run SET status = 'failed', note = $2, ended_at = $3 WHERE id = $1 AND status = 'running'",
    [runId, note, new Date().toISOString()],
  )
  if (failed.rowCount === 1) await closeSealOfRun(client, runId)
}

/**
 * Ends and seals a run.
 *
 * @throws HearsayError (4) when it is not running any more
 */
export async function finishRun(
  client: pg.ClientBase,
  runId: number,
  status: RunStatus,
  counts: RunCounts,
  note: string | null,
): Promise<void> {
  const { inputs, done, unchanged, skipped, dead, claims } = counts
  const ended = await client.query(
    `UPDATE run SET status = $2, ended_at = $3, inputs = $4, done = $5, unchanged = $6, skipped = $7, dead = $8,
       claims = $9, note = $10
     WHERE id = $1 AND status = 'running'`,
    [runId, status, new Date().toISOString(), inputs, done, unchanged, skipped, dead, claims, note],
  )
  if (ended.rowCount === 0)
    throw new HearsayError(`Run ${runId} has been ended by another process; run the same command again.`, 'run-ended')
  await closeSealOfRun(client, runId)
}

/** Lets go of a run that was ended, on the connection that holds it. */
export async function releaseRun(client: pg.ClientBase, runId: number): Promise<void> {
  await client.query('SELECT pg_advisory_unlock($1, $2)', [RUN_LOCKS, runId])
}

/** Whether no other run was under way, or came by being copied, while this one ran. */
export async function isAlone(client: pg.ClientBase, runId: number): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM run AS other JOIN run AS own ON own.id = $1
     WHERE other.id <> own.id AND (other.id > own.id OR other.status = 'running' OR other.ended_at >= own.started_at)
     LIMIT 1`,
    [runId],
  )
  return rowCount === 0
}

/** Marks the running runs that no connection holds any more: their processes have ended without ending them. */
async function failAbandonedRuns(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    `UPDATE run SET status = 'failed', ended_at = $2,
       note = 'process ' || process || ' ended without ending the run'
     WHERE id IN (
       SELECT id FROM (SELECT id FROM run WHERE status = 'running' ORDER BY id OFFSET 0) AS open
       WHERE pg_try_advisory_xact_lock($1, id::integer))
     RETURNING id`,
    [RUN_LOCKS, new Date().toISOString()],
  )
  for (const { id } of rows) await closeSealOfRun(client, id)
}
