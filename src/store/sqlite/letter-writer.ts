import type { Database, Statement } from 'better-sqlite3'
import type { DeadLetter, ReadFile } from '../store.ts'

/** Keeps dead letters: a row each article or input, but one for all entries of a file that failed alike. */
export class LetterWriter {
  readonly #bury: Statement
  readonly #move: Statement<[string, string, string]>
  readonly #drop: Statement<[string, string]>
  readonly #settleEntries: Statement<[string, string]>
  readonly #settleFile: Statement<[string]>
  readonly #tryInVain: Statement<[string, string]>

  constructor(database: Database) {
    this.#bury = database.prepare(
      `INSERT INTO dead_letter (article_id, uri, stage, version, kind, error, attempts, run_id, failed_at, article,
         file, form, times, places)
       VALUES (@articleId, @uri, @stage, @stageVersion, @kind, @error, 1, @runId, @now, @article,
         @file, @form, @times, @places)
       ON CONFLICT (coalesce(article_id, file || ' > ' || form, uri)) DO UPDATE SET
         uri = excluded.uri, stage = excluded.stage, version = excluded.version, kind = excluded.kind,
         error = excluded.error, attempts = attempts + @isAnotherAttempt, run_id = excluded.run_id,
         failed_at = excluded.failed_at, article = excluded.article, times = excluded.times, places = excluded.places`,
    )
    this.#move = database.prepare(
      `UPDATE dead_letter SET article_id = ? WHERE coalesce(article_id, file || ' > ' || form, uri) = ?
         AND article_id IS NULL AND NOT EXISTS (SELECT 1 FROM dead_letter WHERE article_id = ?)`,
    )
    this.#drop = database.prepare(
      "DELETE FROM dead_letter WHERE coalesce(article_id, file || ' > ' || form, uri) IN (?, ?)",
    )
    this.#settleEntries = database.prepare(
      'DELETE FROM dead_letter WHERE file = ? AND form NOT IN (SELECT value FROM json_each(?))',
    )
    this.#settleFile = database.prepare(
      "DELETE FROM dead_letter WHERE coalesce(article_id, file || ' > ' || form, uri) = ? AND article_id IS NULL",
    )
    this.#tryInVain = database.prepare(
      `UPDATE dead_letter SET attempts = attempts + 1
       WHERE file = ? AND form NOT IN (SELECT value FROM json_each(?))`,
    )
  }

  bury(letter: DeadLetter, runId: number): void {
    const { articleId, uri, stage, stageVersion, kind, error, article, entries } = letter
    // What could not be read once and fails as an article now is the same failure, with one attempt more.
    if (articleId !== null) this.#move.run(articleId, uri, articleId)
    this.#bury.run({
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
  }

  /** An article has been analysed: what was said of it, or of the input that goes by its address, is over. */
  drop(articleId: string, uri: string): void {
    this.#drop.run(articleId, uri)
  }

  /** Of a file that was read to its end, only what it failed with this time still holds. */
  settle({ file, forms, isToEnd }: ReadFile): void {
    if (!isToEnd) {
      this.#tryInVain.run(file, JSON.stringify(forms))
      return
    }
    this.#settleEntries.run(file, JSON.stringify(forms))
    if (!forms.includes('')) this.#settleFile.run(file)
  }
}
