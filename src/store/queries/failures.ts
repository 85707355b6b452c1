import type { DeadLetterTable, InputTable, StoreDatabase } from '../schema.ts'

type Letter = Omit<DeadLetterTable, 'article'>

/** A part of a long list, and how long it is. */
export interface Portion<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

/** Articles and inputs that failed, of one run or of all, without the articles' texts: so many from `offset` on. */
export async function findDeadLettersFrom(
  database: StoreDatabase,
  page: { readonly runId?: number; readonly offset: number; readonly limit: number },
): Promise<Portion<Letter>> {
  let letters = database.selectFrom('dead_letter')
  if (page.runId !== undefined) letters = letters.where('run_id', '=', page.runId)
  const { total } = await letters.select(query => query.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await letters
    .select(['id', 'article_id', 'uri', 'stage', 'version', 'kind', 'error', 'attempts', 'run_id', 'failed_at'])
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { rows, total }
}

/** Inputs that a run was the last to pass over: so many from `offset` on. */
export async function findSkippedFrom(
  database: StoreDatabase,
  page: { readonly runId: number; readonly offset: number; readonly limit: number },
): Promise<Portion<InputTable>> {
  const skipped = database.selectFrom('input').where('run_id', '=', page.runId).where('status', '=', 'skipped')
  const { total } = await skipped.select(query => query.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await skipped.selectAll().orderBy('id').limit(page.limit).offset(page.offset).execute()
  return { rows, total }
}
