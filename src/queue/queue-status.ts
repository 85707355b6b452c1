import type { ClientBase } from 'pg'
import { STEPS_VERSION } from '../families/entry-versions.ts'
import { ARTICLES, LOST, QUEUE_SCHEMA, WORKER } from './article-queue.ts'

export interface LiveWorker {
  readonly host: string
  readonly process: number
  /** ISO 8601. */
  readonly startedAt: string
  /** When it was last heard of. */
  readonly heardAt: string
}

/** How far the work is, as of one moment. */
export interface QueueStatus {
  /** Articles that wait or are in work. */
  readonly queued: number
  /** Of these: in work. */
  readonly inWork: number
  readonly batches: {
    /** Nobody has taken these. */
    readonly waiting: number
    /** A worker has these. */
    readonly held: number
    /** Given back or lost, and to be done again. */
    readonly again: number
    /** Lost three times, and to be split. */
    readonly lost: number
  }
  readonly workers: readonly LiveWorker[]
  /** Articles analysed, ever. */
  readonly done: number
  /** Inputs and articles that failed, of which the table `dead_letter` tells. */
  readonly deadLetters: number
  /** Of the batches that ended lately; null when there are none. */
  readonly rate: {
    readonly overSeconds: number
    readonly articlesPerSecond: number
    readonly claimsPerSecond: number
  } | null
  /** Articles that were not held against the others yet: quotations say nothing of them. */
  readonly notCompared: number
  /** Null while nobody works, or no rate tells. */
  readonly secondsLeft: number | null
}

/** What rates are taken over. */
const LATELY_SECONDS = 300
/** An instance is gone when so many of its signs of life are missing. */
const MISSING_SIGNS = 3

const JOB = `${QUEUE_SCHEMA}.job`

/** Reads it without changing anything, whether or not there ever was a queue in this database. */
export async function readQueueStatus(client: ClientBase): Promise<QueueStatus> {
  const [stored] = (
    await client.query<{ queued: number; done: number; dead: number; apart: number; hasQueue: boolean }>(
      `SELECT (SELECT count(*) FROM queued_article)::int AS queued, (SELECT count(*) FROM article)::int AS done,
         (SELECT coalesce(sum(times), 0) FROM dead_letter)::int AS dead,
         (SELECT count(*) FROM across_entry WHERE version <> $2)::int AS apart, to_regclass($1) IS NOT NULL AS "hasQueue"`,
      [JOB, STEPS_VERSION],
    )
  ).rows
  const { queued = 0, done = 0, dead: deadLetters = 0, apart: notCompared = 0 } = stored ?? {}
  const counts = { queued, done, deadLetters, notCompared }
  if (stored?.hasQueue !== true) {
    const batches = { waiting: 0, held: 0, again: 0, lost: 0 }
    return { ...counts, inWork: 0, batches, workers: [], rate: null, secondsLeft: null }
  }
  const { inWork, ...batches } = await readBatches(client)
  const rate = await readRate(client)
  const workers = await readWorkers(client)
  const pace = workers.length === 0 ? 0 : (rate?.articlesPerSecond ?? 0)
  const secondsLeft = queued === 0 ? 0 : pace === 0 ? null : queued / pace
  return { ...counts, inWork, batches, workers, rate, secondsLeft }
}

async function readBatches(client: ClientBase) {
  const { rows } = await client.query<{ waiting: number; held: number; again: number; lost: number; inWork: number }>(
    `SELECT count(*) FILTER (WHERE name = $1 AND state = 'created')::int AS waiting,
       count(*) FILTER (WHERE state = 'active')::int AS held,
       count(*) FILTER (WHERE name = $1 AND state = 'retry')::int AS again,
       count(*) FILTER (WHERE name = $2 AND state <> 'active')::int AS lost,
       coalesce(sum(jsonb_array_length(data -> 'articles')) FILTER (WHERE state = 'active'), 0)::int AS "inWork"
     FROM ${JOB} WHERE name IN ($1, $2) AND state < 'completed'`,
    [ARTICLES, LOST],
  )
  return rows[0] ?? { waiting: 0, held: 0, again: 0, lost: 0, inWork: 0 }
}

async function readRate(client: ClientBase): Promise<QueueStatus['rate']> {
  const { rows } = await client.query<{ articles: number | null; claims: number | null; seconds: number | null }>(
    `SELECT sum((output ->> 'done')::int + (output ->> 'dead')::int)::float8 AS articles,
       sum((output ->> 'claims')::int)::float8 AS claims,
       least($3, greatest(1, extract(epoch FROM now() - min(started_on))))::float8 AS seconds
     FROM ${JOB}
     WHERE name IN ($1, $2) AND state = 'completed' AND completed_on > now() - $3 * interval '1 second'`,
    [ARTICLES, LOST, LATELY_SECONDS],
  )
  const { articles, claims, seconds } = rows[0] ?? {}
  if (articles == null || claims == null || seconds == null) return null
  return { overSeconds: seconds, articlesPerSecond: articles / seconds, claimsPerSecond: claims / seconds }
}

async function readWorkers(client: ClientBase): Promise<LiveWorker[]> {
  const { rows } = await client.query<{ host: string; pid: number; started_on: Date; heartbeat_on: Date }>(
    `SELECT host, pid, started_on, heartbeat_on FROM ${QUEUE_SCHEMA}.instance
     WHERE name = $1 AND stopped_on IS NULL AND heartbeat_on >= now() - heartbeat_seconds * $2 * interval '1 second'
     ORDER BY started_on, id`,
    [WORKER, MISSING_SIGNS],
  )
  return rows.map(({ host, pid, started_on, heartbeat_on }) => ({
    host,
    process: pid,
    startedAt: started_on.toISOString(),
    heardAt: heartbeat_on.toISOString(),
  }))
}
