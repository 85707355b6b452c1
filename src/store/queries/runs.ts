import { type StageInfo, toStageInfo } from '../../domain/stage.ts'
import { nullsFirst } from '../dialect/null-order.ts'
import type { DeadLetterTable, InputStatus, InputTable, RunTable, StoreDatabase } from '../schema.ts'
import type { RunConfiguration, RunCounts, RunStatus } from '../store.ts'
import { LETTER_COLUMNS } from './runs/failures.ts'

export interface Run {
  readonly id: number
  readonly status: RunStatus
  /** Why it ended as it did, when the status does not say. */
  readonly note: string | null
  readonly process: number
  readonly startedAt: string
  readonly endedAt: string | null
  readonly configuration: RunConfiguration
  readonly counts: RunCounts
}

/** Every run, the last one first. */
export async function findRuns(database: StoreDatabase, limit?: number): Promise<Run[]> {
  const runs = database.selectFrom('run').selectAll().orderBy('id', 'desc')
  return (await (limit === undefined ? runs : runs.limit(limit)).execute()).map(toRun)
}

/** A stage that analysed an article, and the run that it was part of. */
export interface StageDone extends StageInfo {
  readonly run: Run
}

/** The stages that made what is stored of an article, in order. */
export async function findStagesDone(database: StoreDatabase, articleId: string): Promise<StageDone[]> {
  const done = await database
    .selectFrom('done')
    .innerJoin('run', 'run.id', 'done.run_id')
    .innerJoin('article', 'article.rowid', 'done.article_rowid')
    .selectAll('run')
    .select(['done.stage', 'done.version', 'done.engine', 'done.model'])
    .where('article.id', '=', articleId)
    .orderBy('done.sequence')
    .execute()
  return done.map(row => ({ ...toStageInfo(row), run: toRun(row) }))
}

/** Articles and inputs that failed, of one run or of all, without the articles' texts. */
export async function findDeadLetters(
  database: StoreDatabase,
  runId?: number,
): Promise<Omit<DeadLetterTable, 'article'>[]> {
  const letters = database
    .selectFrom('dead_letter')
    .select(LETTER_COLUMNS)
    .orderBy('uri')
    .orderBy('article_id', nullsFirst)
  return await (runId === undefined ? letters : letters.where('run_id', '=', runId)).execute()
}

export interface InputFilter {
  readonly runId?: number | undefined
  readonly status?: InputStatus | undefined
  readonly articleId?: string | undefined
}

/** Inputs that a run was the last to meet, of one status, of one article, or all. */
export async function findInputs(
  database: StoreDatabase,
  { runId, status, articleId }: InputFilter = {},
): Promise<InputTable[]> {
  let inputs = database.selectFrom('input').selectAll().orderBy('id')
  if (runId !== undefined) inputs = inputs.where('run_id', '=', runId)
  if (status !== undefined) inputs = inputs.where('status', '=', status)
  if (articleId !== undefined) inputs = inputs.where('article_id', '=', articleId)
  return await inputs.execute()
}

function toRun(row: RunTable): Run {
  return {
    id: row.id,
    status: row.status,
    note: row.note,
    process: row.process,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    configuration: {
      hearsay: row.hearsay,
      node: row.node,
      libraries: JSON.parse(row.libraries) as RunConfiguration['libraries'],
      stages: JSON.parse(row.stages) as RunConfiguration['stages'],
      options: JSON.parse(row.options) as RunConfiguration['options'],
    },
    counts: {
      inputs: row.inputs,
      done: row.done,
      unchanged: row.unchanged,
      skipped: row.skipped,
      dead: row.dead,
      claims: row.claims,
    },
  }
}
