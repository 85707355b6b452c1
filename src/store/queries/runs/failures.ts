import type { DeadLetterTable, InputTable, StoreDatabase } from '../../schema.ts'

type Letter = Omit<DeadLetterTable, 'article'>

export const LETTER_COLUMNS = [
  'id',
  'article_id',
  'uri',
  'stage',
  'version',
  'kind',
  'error',
  'attempts',
  'run_id',
  'failed_at',
  'file',
  'form',
  'times',
  'places',
] as const satisfies readonly (keyof Letter)[]

/** A part of a long list, how long it is, and how many inputs stand in all of it: a row can be several. */
export interface Portion<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly inputs: number
}

/** Articles and inputs that failed, of one run or of all, without the articles' texts: so many from `offset` on. */
export async function findDeadLettersFrom(
  database: StoreDatabase,
  page: { readonly runId?: number; readonly offset: number; readonly limit: number },
): Promise<Portion<Letter>> {
  let letters = database.selectFrom('dead_letter')
  if (page.runId !== undefined) letters = letters.where('run_id', '=', page.runId)
  const { total, inputs } = await letters
    .select(({ fn }) => [fn.countAll<number>().as('total'), fn.sum<number | null>('times').as('inputs')])
    .executeTakeFirstOrThrow()
  const rows = await letters
    .select(LETTER_COLUMNS)
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { rows, total, inputs: inputs ?? 0 }
}

/** Inputs that a run was the last to pass over: so many from `offset` on. */
export async function findSkippedFrom(
  database: StoreDatabase,
  page: { readonly runId: number; readonly offset: number; readonly limit: number },
): Promise<Portion<InputTable>> {
  const skipped = database.selectFrom('input').where('run_id', '=', page.runId).where('status', '=', 'skipped')
  const { total, inputs } = await skipped
    .select(({ fn }) => [fn.countAll<number>().as('total'), fn.sum<number | null>('times').as('inputs')])
    .executeTakeFirstOrThrow()
  const rows = await skipped.selectAll().orderBy('id').limit(page.limit).offset(page.offset).execute()
  return { rows, total, inputs: inputs ?? 0 }
}
