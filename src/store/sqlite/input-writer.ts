import type { Database, Statement } from 'better-sqlite3'
import { originOf, reasonOf, toldBy, unread } from '../origins.ts'
import { toUtc } from '../published.ts'
import type { InputStatus } from '../schema.ts'
import type { Batch, Entries, InputOrigin, ReadFile, Told } from '../store.ts'
import { TOLD_ANEW, TOLD_COLUMNS, toldColumns } from '../told-columns.ts'
import { LeftOutWriter } from './left-out-writer.ts'

/**
 * Keeps the row of every input, and its status that of its article: whatever becomes of an article holds for all inputs
 * that gave it. Call inside a transaction, when articles and dead letters of the batch have been written.
 */
export class InputWriter {
  readonly #note: Statement<[object], number>
  readonly #leftOut: LeftOutWriter
  readonly #dropEmpty: Statement<[string, number]>
  readonly #settle: Statement<[string, number, string]>
  readonly #findLetter: Statement<[string], string>
  readonly #count: Statement<[number], { readonly status: InputStatus; readonly inputs: number }>
  readonly #setStatus: Statement<[string, string | null, string, string, string | null]>

  constructor(database: Database) {
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
      'DELETE FROM input WHERE location = ? AND article_id IS NULL AND form IS NULL AND run_id <> ?',
    )
    this.#settle = database.prepare(
      `DELETE FROM input WHERE location = ? AND article_id IS NULL AND run_id <> ?
         AND coalesce(form, '') NOT IN (SELECT value FROM json_each(?))`,
    )
    this.#findLetter = database
      .prepare<[string], string>(
        `SELECT kind || ': ' || error FROM dead_letter WHERE coalesce(article_id, file || ' > ' || form, uri) = ?`,
      )
      .pluck()
    this.#count = database.prepare('SELECT status, sum(times) AS inputs FROM input WHERE run_id = ? GROUP BY status')
    this.#setStatus = database.prepare(
      'UPDATE input SET status = ?, reason = ? WHERE article_id = ? AND (status <> ? OR reason IS NOT ?)',
    )
  }

  /** The inputs that a run met, by what became of them. */
  countInputs(runId: number): Readonly<Record<InputStatus, number>> {
    const rows = this.#count.all(runId)
    return { done: 0, dead: 0, skipped: 0, ...Object.fromEntries(rows.map(({ status, inputs }) => [status, inputs])) }
  }

  write({ records, dead, skipped, inputs = [] }: Batch, runId: number): void {
    const now = new Date().toISOString()
    for (const { id } of records.map(record => record.article)) this.#setStatus.run('done', null, id, 'done', null)
    for (const letter of dead) {
      if (letter.articleId === null) continue
      const reason = reasonOf(letter)
      this.#setStatus.run('dead', reason, letter.articleId, 'dead', reason)
    }

    const add = (
      origin: InputOrigin,
      status: InputStatus,
      reason: string | null,
      articleId: string | null,
      { entries, told }: { readonly entries?: Entries | undefined; readonly told?: Told | undefined } = {},
    ) => {
      const { uri, retrievedAt, rawSha256, decodedHow } = origin
      const retrieved = toUtc(retrievedAt) ?? now
      const { file: location = origin.location, form = null, times = 1, places } = entries ?? {}
      const row = { location, uri, retrieved, rawSha256, decodedHow, status, reason, articleId, run: runId }
      const where = { form, times, places: places === undefined ? null : JSON.stringify(places) }
      const id = this.#note.get({ ...row, ...where, ...toldColumns(told) }) ?? 0
      if (told !== undefined) this.#leftOut.replace(id, told.leftOut)
      if (articleId !== null) this.#dropEmpty.run(location, runId)
    }
    const addOfArticle = (origin: InputOrigin, articleId: string, told: Told | undefined) => {
      const reason = this.#findLetter.get(articleId) ?? null
      add(origin, reason === null ? 'done' : 'dead', reason, articleId, { told })
    }
    const noted = new Set(inputs.map(({ articleId }) => articleId))
    const articles = [...records, ...dead].flatMap(({ article }) => (article === null ? [] : [article]))
    for (const article of articles)
      if (!noted.has(article.id)) addOfArticle(originOf(article), article.id, toldBy(article, []))
    for (const { articleId, origin, told } of inputs) addOfArticle(origin, articleId, told)
    for (const letter of dead)
      if (letter.article === null)
        add(letter.origin ?? unread(letter.uri), 'dead', reasonOf(letter), letter.articleId, letter)
    for (const one of skipped) add(one.origin ?? unread(one.uri), 'skipped', one.reason, null, { entries: one.entries })
  }

  /** Of a file that was read to its end, what earlier runs said of what failed or was passed over in it holds no more. */
  settle({ file, forms, isToEnd }: ReadFile, runId: number): void {
    if (isToEnd) this.#settle.run(file, runId, JSON.stringify(forms))
  }
}
