import type pg from 'pg'
import type { ArticleRecord } from '../../../domain/record.ts'
import { type LetterSubject, subjectOfLetter } from '../../../seal/subjects.ts'
import type { DeadLetter, ReadFile } from '../../store.ts'
import { asJson, READ_FILES } from './read-files.ts'
import { withoutNul } from './table-rows.ts'
import type { TouchedRows } from './touched-rows.ts'

/** Takes away the letters of what has succeeded now. Call inside a transaction. */
export async function dropLetters(
  client: pg.ClientBase,
  records: readonly ArticleRecord[],
  touched: TouchedRows,
): Promise<void> {
  if (records.length === 0) return
  const { rows } = await client.query<LetterSubject>(
    `DELETE FROM dead_letter
     WHERE md5(coalesce(article_id, file || ' > ' || form, uri)) = ANY (ARRAY (SELECT md5(subject) FROM unnest($1::text[]) AS subject))
     RETURNING article_id, uri, file, form`,
    [records.flatMap(({ article }) => [article.id, withoutNul(article.uri)])],
  )
  touched.loseLetters(rows.map(subjectOfLetter))
}

/**
 * Keeps what failed, with one attempt more each time: a row each article or input, but one for all entries of a file that
 * failed alike. Call inside a transaction.
 */
export async function writeLetters(
  client: pg.ClientBase,
  letters: readonly DeadLetter[],
  runId: number,
  touched: TouchedRows,
): Promise<void> {
  const subject = ({ articleId, uri, entries }: DeadLetter) =>
    articleId ?? (entries === undefined ? uri : `${entries.file} > ${entries.form}`)
  const ordered = letters.toSorted((a, b) => (subject(a) < subject(b) ? -1 : subject(a) > subject(b) ? 1 : 0))
  for (const letter of ordered) {
    const { articleId, stage, stageVersion, kind, article, entries } = letter
    const uri = withoutNul(letter.uri)
    // What could not be read once and fails as an article now is the same failure, with one attempt more.
    if (articleId !== null) {
      const moved = await client.query<LetterSubject>(
        `UPDATE dead_letter SET article_id = $1
         WHERE article_id IS NULL AND md5(coalesce(article_id, file || ' > ' || form, uri)) = md5($2)
           AND NOT EXISTS (SELECT 1 FROM dead_letter WHERE md5(coalesce(article_id, file || ' > ' || form, uri)) = md5($1))
         RETURNING NULL AS article_id, uri, file, form`,
        [articleId, uri],
      )
      touched.loseLetters(moved.rows.map(subjectOfLetter))
    }
    const buried = await client.query<{ id: number }>(
      `INSERT INTO dead_letter (article_id, uri, stage, version, kind, error, attempts, run_id, failed_at, article,
         file, form, times, places)
       VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT (md5(coalesce(article_id, file || ' > ' || form, uri))) DO UPDATE SET
         uri = excluded.uri, stage = excluded.stage, version = excluded.version, kind = excluded.kind,
         error = excluded.error, attempts = dead_letter.attempts + $14, run_id = excluded.run_id,
         failed_at = excluded.failed_at, article = excluded.article, times = excluded.times, places = excluded.places
       RETURNING id`,
      [
        articleId,
        uri,
        stage,
        stageVersion,
        kind,
        withoutNul(letter.error),
        runId,
        new Date().toISOString(),
        article === null ? null : JSON.stringify(article),
        entries === undefined ? null : withoutNul(entries.file),
        entries === undefined ? null : withoutNul(entries.form),
        entries?.soFar ?? 1,
        entries === undefined ? null : JSON.stringify(entries.places),
        // Told of in several batches, entries have been read but once.
        entries === undefined || entries.soFar === entries.times ? 1 : 0,
      ],
    )
    touched.touchLetters(buried.rows)
  }
}

/**
 * Of files that were read to their end, only what they failed with this time still holds; what lay beyond where reading
 * broke off was tried in vain. Call inside a transaction.
 */
export async function settleLetters(
  client: pg.ClientBase,
  read: readonly ReadFile[],
  touched: TouchedRows,
): Promise<void> {
  if (read.length === 0) return
  const inVain = await client.query<{ id: number }>(
    `UPDATE dead_letter SET attempts = attempts + 1 FROM ${READ_FILES}
     WHERE md5(dead_letter.file) = md5(read.file) AND dead_letter.file IS NOT NULL AND NOT read.forms ? dead_letter.form
       AND NOT read.is_to_end
     RETURNING id`,
    [asJson(read)],
  )
  touched.touchLetters(inVain.rows)
  const entries = await client.query<LetterSubject>(
    `DELETE FROM dead_letter USING ${READ_FILES}
     WHERE md5(dead_letter.file) = md5(read.file) AND dead_letter.file IS NOT NULL AND NOT read.forms ? dead_letter.form
       AND read.is_to_end
     RETURNING article_id, uri, dead_letter.file, form`,
    [asJson(read)],
  )
  const files = await client.query<LetterSubject>(
    `DELETE FROM dead_letter USING ${READ_FILES}
     WHERE md5(coalesce(article_id, dead_letter.file || ' > ' || form, uri)) = md5(read.file) AND article_id IS NULL
       AND read.is_to_end AND NOT read.forms ? ''
     RETURNING article_id, uri, dead_letter.file, form`,
    [asJson(read)],
  )
  touched.loseLetters([...entries.rows, ...files.rows].map(subjectOfLetter))
}
