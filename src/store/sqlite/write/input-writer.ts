import type { Database, Statement } from 'better-sqlite3'
import { subjectOfInput } from '../../../seal/subjects.ts'
import { type MetInput, metInputs } from '../../rows/batch-inputs.ts'
import { TOLD_ANEW, TOLD_COLUMNS, toldColumns } from '../../rows/told-columns.ts'
import { reasonOf } from '../../runs/origins.ts'
import type { InputStatus, InputTable } from '../../schema.ts'
import type { Batch, ReadFile } from '../../store.ts'
import type { SealWriter } from '../seal/seal-writer.ts'
import { LeftOutWriter } from './left-out-writer.ts'

/** An input that gave no article and that nothing is said of any more. */
type Gone = Pick<InputTable, 'location' | 'form'>

/**
 * Keeps the row of every input, and its status that of its article: whatever becomes of an article holds for all inputs
 * that gave it. Call inside a transaction, when articles and dead letters of the batch have been written.
 */
export class InputWriter {
  readonly #note: Statement<[object], number>
  readonly #leftOut: LeftOutWriter
  readonly #seals: SealWriter
  readonly #dropEmpty: Statement<[string, number], Gone>
  readonly #settle: Statement<[string, number, string], Gone>
  readonly #findLetter: Statement<[string], string>
  readonly #count: Statement<[number], { readonly status: InputStatus; readonly inputs: number }>
  readonly #setStatus: Statement<[string, string | null, string, string, string | null], number>

  /** @param seals is told which inputs were touched, and which have gone */
  constructor(database: Database, seals: SealWriter) {
    this.#seals = seals
    this.#leftOut = new LeftOutWriter(database)
    const note = database.prepare<[object], number>(
      `INSERT INTO input (location, uri, retrieved_at, seen_at, raw_sha256, decoded_how, status, reason, article_id,
         first_run_id, run_id, times, form, places, ${TOLD_COLUMNS.join(', ')})
       VALUES (@location, @uri, @retrieved, @retrieved, @rawSha256, @decodedHow, @status, @reason, @articleId, @run, @run,
         @times, @form, @places, ${TOLD_COLUMNS.map(column => `@${column}`).join(', ')})
       ON CONFLICT (location, coalesce(article_id, ''), coalesce(form, '')) DO UPDATE SET
         uri = excluded.uri, seen_at = max(coalesce(seen_at, ''), excluded.seen_at), raw_sha256 = excluded.raw_sha256,
         decoded_how = excluded.decoded_how, status = excluded.status, reason = excluded.reason,
         times = CASE WHEN run_id = excluded.run_id THEN times ELSE 0 END + excluded.times, run_id = excluded.run_id,
         places = excluded.places, ${TOLD_ANEW}
       RETURNING id`,
    )
    this.#note = note.pluck()
    // What could not be read, or was empty, has been read now. What this run said of it stays, for its account.
    this.#dropEmpty = database.prepare(
      'DELETE FROM input WHERE location = ? AND article_id IS NULL AND form IS NULL AND run_id <> ? RETURNING location, form',
    )
    this.#settle = database.prepare(
      `DELETE FROM input WHERE location = ? AND article_id IS NULL AND run_id <> ?
         AND coalesce(form, '') NOT IN (SELECT value FROM json_each(?))
       RETURNING location, form`,
    )
    this.#findLetter = database
      .prepare<[string], string>(
        `SELECT kind || ': ' || error FROM dead_letter WHERE coalesce(article_id, file || ' > ' || form, uri) = ?`,
      )
      .pluck()
    this.#count = database.prepare('SELECT status, sum(times) AS inputs FROM input WHERE run_id = ? GROUP BY status')
    this.#setStatus = database
      .prepare<[string, string | null, string, string, string | null], number>(
        'UPDATE input SET status = ?, reason = ? WHERE article_id = ? AND (status <> ? OR reason IS NOT ?) RETURNING id',
      )
      .pluck()
  }

  /** The inputs that a run met, by what became of them. */
  countInputs(runId: number): Readonly<Record<InputStatus, number>> {
    const rows = this.#count.all(runId)
    return { done: 0, dead: 0, skipped: 0, ...Object.fromEntries(rows.map(({ status, inputs }) => [status, inputs])) }
  }

  write(batch: Batch, runId: number): void {
    const setStatus = (status: InputStatus, reason: string | null, articleId: string) =>
      this.#seals.touchInputs(this.#setStatus.all(status, reason, articleId, status, reason))
    for (const { article } of batch.records) setStatus('done', null, article.id)
    for (const letter of batch.dead)
      if (letter.articleId !== null) setStatus('dead', reasonOf(letter), letter.articleId)
    for (const met of metInputs(batch, articleId => this.#findLetter.get(articleId) ?? null)) this.#add(met, runId)
  }

  #add({ origin, told, ...met }: MetInput, runId: number): void {
    const { uri, rawSha256, decodedHow } = origin
    const id = this.#note.get({ ...met, uri, rawSha256, decodedHow, run: runId, ...toldColumns(told) }) ?? 0
    if (told !== undefined) this.#leftOut.replace(id, told.leftOut)
    this.#seals.touchInputs([id])
    if (met.articleId !== null) this.#lose(this.#dropEmpty.all(met.location, runId))
  }

  /** Of a file that was read to its end, what earlier runs said of what failed or was passed over in it holds no more. */
  settle({ file, forms, isToEnd }: ReadFile, runId: number): void {
    if (isToEnd) this.#lose(this.#settle.all(file, runId, JSON.stringify(forms)))
  }

  #lose(gone: readonly Gone[]): void {
    this.#seals.loseInputs(gone.map(({ location, form }) => subjectOfInput(location, null, form)))
  }
}
