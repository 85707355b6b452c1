import type pg from 'pg'
import type { ArticleRecord } from '../../domain/record.ts'
import type { DeadLetter } from '../store.ts'
import { withoutNul } from './table-rows.ts'

/** Takes away the letters of what has succeeded now. Call inside a transaction. */
export async function dropLetters(client: pg.ClientBase, records: readonly ArticleRecord[]): Promise<void> {
  if (records.length === 0) return
  await client.query(
    `DELETE FROM dead_letter
     WHERE md5(coalesce(article_id, uri)) = ANY (ARRAY (SELECT md5(subject) FROM unnest($1::text[]) AS subject))`,
    [records.flatMap(({ article }) => [article.id, withoutNul(article.uri)])],
  )
}

/** Keeps what failed: one row a subject, with one attempt more each time. Call inside a transaction. */
export async function writeLetters(
  client: pg.ClientBase,
  letters: readonly DeadLetter[],
  runId: number,
): Promise<void> {
  const subject = ({ articleId, uri }: DeadLetter) => articleId ?? uri
  const ordered = letters.toSorted((a, b) => (subject(a) < subject(b) ? -1 : subject(a) > subject(b) ? 1 : 0))
  for (const letter of ordered) {
    const { articleId, stage, stageVersion, kind, article } = letter
    const uri = withoutNul(letter.uri)
    // What could not be read once and fails as an article now is the same failure, with one attempt more.
    if (articleId !== null)
      await client.query(
        `UPDATE dead_letter SET article_id = $1 WHERE article_id IS NULL AND md5(coalesce(article_id, uri)) = md5($2)
           AND NOT EXISTS (SELECT 1 FROM dead_letter WHERE md5(coalesce(article_id, uri)) = md5($1))`,
        [articleId, uri],
      )
    await client.query(
      `INSERT INTO dead_letter (article_id, uri, stage, version, kind, error, attempts, run_id, failed_at, article)
       VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9)
       ON CONFLICT (md5(coalesce(article_id, uri))) DO UPDATE SET
         uri = excluded.uri, stage = excluded.stage, version = excluded.version, kind = excluded.kind,
         error = excluded.error, attempts = dead_letter.attempts + 1, run_id = excluded.run_id,
         failed_at = excluded.failed_at, article = excluded.article`,
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
      ],
    )
  }
}
