import type { Database, Statement } from 'better-sqlite3'
import { type LetterSubject, subjectOfLetter } from '../../../seal/subjects.ts'
import type { DeadLetter, ReadFile } from '../../store.ts'
import type { SealWriter } from '../seal/seal-writer.ts'

/** Keeps dead letters: a row each article or input, but one for all entries of a file that failed alike. */
export class LetterWriter {
  readonly #seals: SealWriter
  readonly #bury: Statement<[object], number>
  readonly #move: Statement<[string, string, string], LetterSubject>
  readonly #drop: Statement<[string, string], LetterSubject>
  readonly #settleEntries: Statement<[string, string], LetterSubject>
  readonly #settleFile: Statement<[string], LetterSubject>
  readonly #tryInVain: Statement<[string, string], number>

  /** @param seals is told which letters were touched, and which have gone */
  constructor(database: Database, seals: SealWriter) {
    this.#seals = seals
    const bury = database.prepare<[object], number>(
      `INSERT INTO dead_letter (article_id, uri, stage, version, kind, error, attempts, run_id, failed_at, article,
         file, form, times, places)
       VALUES (@articleId, @uri, @stage, @stageVersion, @kind, @error, 1, @runId, @now, @article,
         @file, @form, @times, @places)
       ON CONFLICT (coalesce(article_id, file || ' > ' || form, uri)) DO UPDATE SET
         uri = excluded.uri, stage = excluded.stage, version = excluded.version, kind = excluded.kind,
         error = excluded.error, attempts = attempts + @isAnotherAttempt, run_id = excluded.run_id,
         failed_at = excluded.failed_at, article = excluded.article, times = excluded.times, places = excluded.places
       RETURNING id`,
    )
    this.#bury = bury.pluck()
    this.#move = database.prepare(
      `UPDATE dead_letter SET article_id = ? WHERE coalesce(article_id, file || ' > ' || form, uri) = ?
         AND article_id IS NULL AND NOT EXISTS (SELECT 1 FROM dead_letter WHERE article_id = ?)
       RETURNING NULL AS article_id, uri, file, form`,
    )
    this.#drop = database.prepare(
      "DELETE FROM dead_letter WHERE coalesce(article_id, file || ' > ' || form, uri) IN (?, ?) RETURNING *",
    )
    this.#settleEntries = database.prepare(
      'DELETE FROM dead_letter WHERE file = ? AND form NOT IN (SELECT value FROM json_each(?)) RETURNING *',
    )
    this.#settleFile = database.prepare(
      "DELETE FROM dead_letter WHERE coalesce(article_id, file || ' > ' || form, uri) = ? AND article_id IS NULL RETURNING *",
    )
    const tryInVain = database.prepare<[string, string], number>(
      `UPDATE dead_letter SET attempts = attempts + 1
       WHERE file = ? AND form NOT IN (SELECT value FROM json_each(?)) RETURNING id`,
    )
    this.#tryInVain = tryInVain.pluck()
  }

  bury(letter: DeadLetter, runId: number): void {
    const { articleId, uri, stage, stageVersion, kind, error, article, entries } = letter
    // What could not be read once and fails as an article now is the same failure, with one attempt more.
    if (articleId !== null) this.#lose(this.#move.all(articleId, uri, articleId))
    const id = this.#bury.get({
      articleId,
      uri,
      stage,
      stageVersion,
      kind,
      error,
      runId,
      now: new Date().toISOString(),
      article: article === null ? null : JSON.stringify(article),
      file: entries?.file ?? null,
      form: entries?.form ?? null,
      times: entries?.soFar ?? 1,
      places: entries === undefined ? null : JSON.stringify(entries.places),
      // Told of in several batches, entries have been read but once.
      isAnotherAttempt: entries === undefined || entries.soFar === entries.times ? 1 : 0,
    })
    if (id !== undefined) this.#seals.touchLetters([id])
  }

  /** An article has been analysed: what was said of it, or of the input that goes by its address, is over. */
  drop(articleId: string, uri: string): void {
    this.#lose(this.#drop.all(articleId, uri))
  }

  /** Of a file that was read to its end, only what it failed with this time still holds. */
  settle({ file, forms, isToEnd }: ReadFile): void {
    if (!isToEnd) {
      this.#seals.touchLetters(this.#tryInVain.all(file, JSON.stringify(forms)))
      return
    }
    this.#lose(this.#settleEntries.all(file, JSON.stringify(forms)))
    if (!forms.includes('')) this.#lose(this.#settleFile.all(file))
  }

  #lose(gone: readonly LetterSubject[]): void {
    this.#seals.loseLetters(gone.map(subjectOfLetter))
  }
}
