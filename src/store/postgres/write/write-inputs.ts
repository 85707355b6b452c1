import type pg from 'pg'
import { subjectOfInput } from '../../../seal/subjects.ts'
import { inputsOfArticles, type MetInput, metInputs } from '../../rows/batch-inputs.ts'
import { TOLD_ANEW, toldColumns } from '../../rows/told-columns.ts'
import { reasonOf } from '../../runs/origins.ts'
import type { InputStatus, InputTable } from '../../schema.ts'
import type { Batch, ReadFile } from '../../store.ts'
import { COLUMNS } from '../../transfer/tables.ts'
import { asJson, READ_FILES } from './read-files.ts'
import { TableRows, typesOf, type Value, withoutNul } from './table-rows.ts'
import type { TouchedRows } from './touched-rows.ts'
import { replaceLeftOut } from './write-left-out.ts'

/** One row of the table, as the inputs of one batch leave it. */
interface InputRow extends MetInput {
  /** When it was got last in this batch. */
  readonly seen: string
}

/**
 * Keeps the row of every input, and its status that of its article: whatever becomes of an article holds for all inputs
 * that gave it. Call inside a transaction, when articles and dead letters of the batch have been written.
 */
export async function writeInputs(
  client: pg.ClientBase,
  batch: Batch,
  runId: number,
  touched: TouchedRows,
): Promise<void> {
  await setStatus(client, batch, touched)
  const rows = await gatherRows(client, batch)
  if (rows.size === 0) return
  const written = await upsertRows(client, rows, runId)
  touched.touchInputs(written)
  await replaceLeftOut(
    client,
    new Map(written.flatMap(({ id, told }) => (told === undefined ? [] : [[id, told.leftOut] as const]))),
  )
  touched.loseInputs(await dropEmpty(client, [...rows.values()], runId))
}

interface WrittenInput extends Pick<InputRow, 'told'> {
  readonly id: number
}

/** Numbered as they came, which tells what was read first. */
async function upsertRows(
  client: pg.ClientBase,
  rows: ReadonlyMap<string, InputRow>,
  runId: number,
): Promise<WrittenInput[]> {
  const numbers = await takeNumbers(client, rows.size)
  const table = new TableRows('input', { id: 'bigint', ...typesOf('input') })
  // Written in the order of their places, so that two writers never wait for each other in a circle.
  const ordered = [...rows]
    .map(([key, row], index) => ({ key, row, number: numbers[index] ?? 0 }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  for (const { row, number } of ordered) {
    const cells = toCells(row, runId)
    table.add(number, ...COLUMNS.input.map(column => cells[column] ?? null))
  }
  const written = await table.insert<{ id: number }>(
    client,
    `ON CONFLICT (md5(location), coalesce(article_id, ''), coalesce(form, '')) DO UPDATE SET
       uri = excluded.uri, seen_at = greatest(coalesce(input.seen_at, ''), excluded.seen_at),
       raw_sha256 = excluded.raw_sha256, decoded_how = excluded.decoded_how, status = excluded.status,
       reason = excluded.reason,
       times = excluded.times + CASE WHEN input.run_id = excluded.run_id THEN input.times ELSE 0 END,
       run_id = excluded.run_id, places = excluded.places, ${TOLD_ANEW}
     RETURNING id`,
  )
  // In the order in which they were inserted.
  return ordered.map(({ row: { told } }, index) => ({ id: written[index]?.id ?? 0, told }))
}

function toCells(row: InputRow, runId: number): Readonly<Record<string, Value>> {
  const { location, origin, retrieved, seen, status, reason, articleId, times, form, places, told } = row
  return {
    location,
    uri: origin.uri,
    retrieved_at: retrieved,
    seen_at: seen,
    raw_sha256: origin.rawSha256,
    decoded_how: origin.decodedHow,
    status,
    reason,
    article_id: articleId,
    first_run_id: runId,
    run_id: runId,
    times,
    form,
    places,
    ...toldColumns(told),
  }
}

/**
 * What could not be read, or was empty, has been read now. What this run said of it stays, for its account.
 *
 * @returns the subjects of what has gone
 */
async function dropEmpty(client: pg.ClientBase, rows: readonly InputRow[], runId: number): Promise<string[]> {
  const read = rows.flatMap(({ articleId, origin }) => (articleId === null ? [] : [withoutNul(origin.location)]))
  const empty = await client.query<Gone>(
    `DELETE FROM input
     WHERE md5(location) = ANY (ARRAY (SELECT md5(place) FROM unnest($1::text[]) AS place))
       AND coalesce(article_id, '') = '' AND form IS NULL AND run_id <> $2
     RETURNING location, form`,
    [read, runId],
  )
  return empty.rows.map(subjectOfGone)
}

/**
 * Of files that were read to their end, what earlier runs said of what failed or was passed over in them holds no more.
 * Call inside a transaction.
 */
export async function settleInputs(
  client: pg.ClientBase,
  read: readonly ReadFile[],
  runId: number | null,
  touched: TouchedRows,
): Promise<void> {
  if (read.length === 0) return
  const settled = await client.query<Gone>(
    `DELETE FROM input USING ${READ_FILES}
     WHERE md5(location) = md5(read.file) AND coalesce(article_id, '') = '' AND run_id IS DISTINCT FROM $2
       AND read.is_to_end AND NOT read.forms ? coalesce(form, '')
     RETURNING location, form`,
    [asJson(read), runId],
  )
  touched.loseInputs(settled.rows.map(subjectOfGone))
}

/** The inputs that a run met, by what became of them. */
export async function countInputs(
  client: pg.ClientBase,
  runId: number,
): Promise<Readonly<Record<InputStatus, number>>> {
  const { rows } = await client.query<{ status: InputStatus; inputs: number }>(
    'SELECT status, sum(times)::integer AS inputs FROM input WHERE run_id = $1 GROUP BY status',
    [runId],
  )
  return { done: 0, dead: 0, skipped: 0, ...Object.fromEntries(rows.map(({ status, inputs }) => [status, inputs])) }
}

async function setStatus(client: pg.ClientBase, { records, dead }: Batch, touched: TouchedRows): Promise<void> {
  const update = async (text: string, values: readonly unknown[]) =>
    touched.touchInputs((await client.query<{ id: number }>(text, [...values])).rows)
  if (records.length > 0)
    await update(
      `UPDATE input SET status = 'done', reason = NULL
       WHERE article_id = ANY ($1) AND (status <> 'done' OR reason IS NOT NULL) RETURNING id`,
      [records.map(({ article }) => article.id)],
    )
  for (const letter of dead)
    if (letter.articleId !== null)
      await update(
        `UPDATE input SET status = 'dead', reason = $1
         WHERE article_id = $2 AND (status <> 'dead' OR reason IS DISTINCT FROM $1) RETURNING id`,
        [withoutNul(reasonOf(letter)), letter.articleId],
      )
}

/** An input that gave no article and that nothing is said of any more. */
type Gone = Pick<InputTable, 'location' | 'form'>

function subjectOfGone({ location, form }: Gone): string {
  return subjectOfInput(location, null, form)
}

/** A row for each place and article, in the order in which they came. */
async function gatherRows(client: pg.ClientBase, batch: Batch): Promise<ReadonlyMap<string, InputRow>> {
  const failures = await findFailures(
    client,
    inputsOfArticles(batch).map(({ articleId }) => articleId),
  )
  const rows = new Map<string, InputRow>()
  for (const met of metInputs(batch, articleId => failures.get(articleId) ?? null)) {
    const key = `${met.location}\0${met.articleId ?? ''}\0${met.form ?? ''}`
    const former = rows.get(key)
    rows.set(key, {
      ...met,
      retrieved: former?.retrieved ?? met.retrieved,
      seen: former === undefined || former.seen < met.retrieved ? met.retrieved : former.seen,
      times: (former?.times ?? 0) + met.times,
      told: met.told ?? former?.told,
    })
  }
  return rows
}

/** The next numbers of inputs, ascending. */
async function takeNumbers(client: pg.ClientBase, count: number): Promise<number[]> {
  const { rows } = await client.query<{ number: string }>(
    "SELECT nextval('input_id_seq')::text AS number FROM generate_series(1, $1::integer)",
    [count],
  )
  return rows.map(({ number }) => Number(number)).sort((a, b) => a - b)
}

/** Why articles failed, by id; those that did not are not in it. */
async function findFailures(client: pg.ClientBase, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<{ subject: string; reason: string }>(
    `SELECT article_id AS subject, kind || ': ' || error AS reason FROM dead_letter
     WHERE article_id IS NOT NULL AND md5(coalesce(article_id, file || ' > ' || form, uri)) = ANY (ARRAY (SELECT md5(id) FROM unnest($1::text[]) AS id))`,
    [ids],
  )
  return new Map(rows.map(({ subject, reason }) => [subject, reason]))
}
