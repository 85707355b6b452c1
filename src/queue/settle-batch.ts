import type { ClientBase, Pool, PoolClient } from 'pg'
import type { StageInfo } from '../domain/stage.ts'
import { TouchedRows } from '../store/postgres/write/touched-rows.ts'
import { writeBatch } from '../store/postgres/write/write-batch.ts'
import { type ArticleQueue, type BatchOutcome, type HeldBatch, MOST_TRIES } from './article-queue.ts'
import { takeOff } from './queued-articles.ts'
import type { BatchResult } from './sort-analyses.ts'

/** A worker that the server hears nothing of in the middle of a transaction must not hold up the others. */
const LONGEST_IDLE_MS = 20_000

/** By whom a batch is settled. */
export interface Settler {
  readonly pool: Pool
  readonly queue: ArticleQueue
  /** By which its articles were analysed. */
  readonly stages: readonly StageInfo[]
  readonly runId: number
}

/**
 * Writes what became of a batch and ends it, in one transaction, with which its articles leave the staging table.
 * Nothing is written by whom the batch does not belong to any more, and nothing about an article that is not staged.
 *
 * @returns what was written, or null when the lease was over and nothing was
 * @throws whatever the connection does: then nothing was written, unless the server broke off at the very end, and the
 * same may be done again
 */
export async function settleBatch(
  settler: Settler,
  held: HeldBatch,
  result: BatchResult,
): Promise<BatchOutcome | null> {
  const { pool, queue, runId } = settler
  const client = await pool.connect()
  let isBroken = true
  try {
    await client.query(`BEGIN; SET LOCAL idle_in_transaction_session_timeout = ${LONGEST_IDLE_MS}`)
    const written = await write(client, settler, held, result)
    await client.query(written === null ? 'ROLLBACK' : 'COMMIT')
    isBroken = false
    // Not ours any more, or ended by us before the server went away in the midst of saying so.
    return written ?? (await queue.findOutcome(held, runId))
  } catch (error) {
    isBroken = !(await rollBack(client))
    throw error
  } finally {
    client.release(isBroken)
  }
}

async function write(
  client: ClientBase,
  { queue, stages, runId }: Settler,
  held: HeldBatch,
  result: BatchResult,
): Promise<BatchOutcome | null> {
  const outcome = await store(client, runId, result)
  if (!(await queue.complete(client, held, outcome))) return null
  const { leaseSeconds } = held
  const again = result.again.map(batch => ({ ...batch, leaseSeconds }))
  if (again.length > 0) await queue.add(client, again, stages)
  return outcome
}

/** Writes what is staged of a batch's articles, with which they leave the staging table. */
async function store(client: ClientBase, runId: number, result: BatchResult): Promise<BatchOutcome> {
  const leaving = [...result.records, ...result.dead].flatMap(({ article }) => (article === null ? [] : [article.id]))
  const inputsOf = await takeOff(client, [...leaving, ...result.known])
  const records = result.records.filter(({ article }) => inputsOf.has(article.id))
  const dead = result.dead.filter(({ articleId }) => articleId !== null && inputsOf.has(articleId))
  const inputs = [...inputsOf.values()].flat()
  if (inputs.length > 0) await writeBatch(client, runId, { records, dead, skipped: [], inputs })
  if (dead.length > 0)
    await noteTries(
      client,
      runId,
      dead.map(({ articleId }) => articleId as string),
    )
  return {
    run: runId,
    inputs: inputs.length,
    done: records.length,
    unchanged: inputs.length - records.length - dead.length,
    dead: dead.length,
    claims: records.reduce((sum, { claims }) => sum + claims.length, 0),
  }
}

/** The store counts the letter that it is given as one attempt. */
async function noteTries(client: ClientBase, runId: number, ids: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    'UPDATE dead_letter SET attempts = attempts + $2 WHERE article_id = ANY ($1::text[]) RETURNING id',
    [ids, MOST_TRIES - 1],
  )
  const touched = new TouchedRows()
  touched.touchLetters(rows)
  await touched.seal(client, runId)
}

async function rollBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('ROLLBACK')
    return true
  } catch {
    return false
  }
}
