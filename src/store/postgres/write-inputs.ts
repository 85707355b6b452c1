import type pg from 'pg'
import { subjectOfInput } from '../../seal/subjects.ts'
import { originOf, reasonOf, toldBy, unread } from '../origins.ts'
import { toUtc } from '../published.ts'
import type { InputStatus, InputTable } from '../schema.ts'
import type { Batch, Entries, InputOrigin, ReadFile, Told } from '../store.ts'
import { TOLD_ANEW, TOLD_COLUMNS, toldColumns } from '../told-columns.ts'
import { asJson, READ_FILES } from './read-files.ts'
import { TableRows, withoutNul } from './table-rows.ts'
import type { TouchedRows } from './touched-rows.ts'
import { replaceLeftOut } from './write-left-out.ts'

/** One row of the table, as the inputs of one batch leave it. */
interface InputRow {
  readonly location: string
  readonly origin: InputOrigin
  readonly articleId: string | null
  readonly status: InputStatus
  readonly reason: string | null
  /** When it was first got in this batch, and when last. */
  readonly retrieved: string
  readonly seen: string
  readonly times: number
  readonly form: string | null
  readonly places: string | null
  readonly told: Told | undefined
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
  const order = new Map([...rows.keys()].map((key, index) => [key, index]))
  const numbers = await takeNumbers(client, rows.size)
  const table = new TableRows('input', {
    id: 'bigint',
    location: 'text',
    uri: 'text',
    retrieved_at: 'text',
    seen_at: 'text',
    raw_sha256: 'text',
    decoded_how: 'text',
    status: 'text',
    reason: 'text',
    article_id: 'text',
    first_run_id: 'bigint',
    run_id: 'bigint',
    times: 'integer',
    form: 'text',
    places: 'text',
    ...Object.fromEntries(TOLD_COLUMNS.map(column => [column, 'text' as const])),
  })
  // Numbered as they came, which tells what was read first; written in the order of their places, so that two writers
  // never wait for each other in a circle.
  const ordered = [...rows].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [key, row] of ordered) {
    const { location, origin, retrieved, seen, status, reason, articleId, times, form, places, told } = row
    const columns = toldColumns(told)
    const { uri, rawSha256, decodedHow } = origin
    table.add(
      numbers[order.get(key) ?? 0] ?? 0,
      location,
      uri,
      retrieved,
      seen,
      rawSha256,
      decodedHow,
      status,
      reason,
      articleId,
      runId,
      runId,
      times,
      form,
      places,
      ...TOLD_COLUMNS.map(column => columns[column]),
    )
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
  touched.touchInputs(written)
  // In the order in which they were inserted.
  await replaceLeftOut(
    client,
    new Map(
      ordered.flatMap(([, { told }], index) =>
        told === undefined ? [] : [[written[index]?.id ?? 0, told.leftOut] as const],
      ),
    ),
  )
  // What could not be read, or was empty, has been read now. What this run said of it stays, for its account.
  const read = [...rows.values()]
    .filter(({ articleId }) => articleId !== null)
    .map(({ origin }) => withoutNul(origin.location))
  const empty = await client.query<Gone>(
    `DELETE FROM input
     WHERE md5(location) = ANY (ARRAY (SELECT md5(place) FROM unnest($1::text[]) AS place))
       AND coalesce(article_id, '') = '' AND form IS NULL AND run_id <> $2
     RETURNING location, form`,
    [read, runId],
  )
  touched.loseInputs(empty.rows.map(subjectOfGone))
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
  const { records, dead, skipped, inputs = [] } = batch
  const now = new Date().toISOString()
  const rows = new Map<string, InputRow>()
  const add = (
    origin: InputOrigin,
    status: InputStatus,
    reason: string | null,
    articleId: string | null,
    { entries, told }: { readonly entries?: Entries | undefined; readonly told?: Told | undefined } = {},
  ) => {
    const { file: location = origin.location, form = null, times = 1, places } = entries ?? {}
    const key = `${location}\0${articleId ?? ''}\0${form ?? ''}`
    const former = rows.get(key)
    const retrieved = toUtc(origin.retrievedAt) ?? now
    rows.set(key, {
      location,
      origin,
      articleId,
      status,
      reason,
      retrieved: former?.retrieved ?? retrieved,
      seen: former === undefined || former.seen < retrieved ? retrieved : former.seen,
      times: (former?.times ?? 0) + times,
      form,
      places: places === undefined ? null : JSON.stringify(places),
      told: told ?? former?.told,
    })
  }
  const noted = new Set(inputs.map(({ articleId }) => articleId))
  const articles = [...records, ...dead].flatMap(({ article }) => (article === null ? [] : [article]))
  const ofArticles = [
    ...articles
      .filter(({ id }) => !noted.has(id))
      .map(article => ({ articleId: article.id, origin: originOf(article), told: toldBy(article, []) })),
    ...inputs,
  ]
  const failures = await findFailures(
    client,
    ofArticles.map(({ articleId }) => articleId),
  )
  for (const { articleId, origin, told } of ofArticles) {
    const reason = failures.get(articleId) ?? null
    add(origin, reason === null ? 'done' : 'dead', reason, articleId, { told })
  }
  for (const letter of dead)
    if (letter.article === null)
      add(letter.origin ?? unread(letter.uri), 'dead', reasonOf(letter), letter.articleId, letter)
  for (const one of skipped) add(one.origin ?? unread(one.uri), 'skipped', one.reason, null, { entries: one.entries })
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
