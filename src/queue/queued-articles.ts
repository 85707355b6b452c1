import type { ClientBase, Pool } from 'pg'
import type { Article } from '../domain/article.ts'
import { parseArticle } from '../domain/articles/parse-article.ts'
import { type StageInfo, toStageRow } from '../domain/stage.ts'
import type { ArticleInput, InputOrigin, Told } from '../store/store.ts'

/*
 * The table `queued_article`: articles on their way to the workers, so that `article` holds analysed ones alone. Whoever
 * has a row there is in exactly one batch of the queue, because both come and go in one transaction.
 */

/** An article that is to be queued, with all inputs that gave it. */
export interface NewArticle {
  readonly article: Article
  readonly inputs: readonly QueuedInput[]
}

/** Where an article came from, and what that place says of it, as it waits beside the article. */
export interface QueuedInput extends InputOrigin {
  /** Older versions queued no such thing. */
  readonly told?: Told | undefined
}

/** Rows that locks are taken on in this order by everyone, so that nobody waits for who waits for them. */
function inOrder(articles: readonly NewArticle[]): readonly NewArticle[] {
  return articles.toSorted((a, b) => (a.article.id < b.article.id ? -1 : 1))
}

/**
 * Stages articles; call inside a transaction.
 *
 * @returns ids of those that were not staged already
 */
export async function stageArticles(client: ClientBase, articles: readonly NewArticle[]): Promise<ReadonlySet<string>> {
  const rows = inOrder(articles)
  const { rows: staged } = await client.query<{ id: string }>(
    `INSERT INTO queued_article (id, article, inputs, queued_at)
     SELECT *, $4::text FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      rows.map(({ article }) => article.id),
      rows.map(({ article }) => JSON.stringify(article)),
      rows.map(({ inputs }) => JSON.stringify(inputs)),
      new Date().toISOString(),
    ],
  )
  return new Set(staged.map(({ id }) => id))
}

/**
 * Adds inputs to articles that are staged already; call inside a transaction.
 *
 * @returns those of the articles that are staged no more, because a worker has just finished them
 */
export async function addInputs(client: ClientBase, articles: readonly NewArticle[]): Promise<readonly NewArticle[]> {
  if (articles.length === 0) return []
  const { rows } = await client.query<{ id: string; inputs: string }>(
    'SELECT id, inputs FROM queued_article WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE',
    [articles.map(({ article }) => article.id)],
  )
  const stagedInputs = new Map(rows.map(({ id, inputs }) => [id, JSON.parse(inputs) as QueuedInput[]]))
  const changed = articles.flatMap(({ article, inputs }) => {
    const before = stagedInputs.get(article.id)
    if (before === undefined) return []
    const locations = new Set(before.map(({ location }) => location))
    const more = inputs.filter(({ location }) => !locations.has(location))
    return more.length === 0 ? [] : [{ id: article.id, inputs: JSON.stringify([...before, ...more]) }]
  })
  if (changed.length > 0)
    await client.query(
      `UPDATE queued_article SET inputs = new.inputs FROM unnest($1::text[], $2::text[]) AS new (id, inputs)
       WHERE queued_article.id = new.id`,
      [changed.map(({ id }) => id), changed.map(({ inputs }) => inputs)],
    )
  return articles.filter(({ article }) => !stagedInputs.has(article.id))
}

/** The staged ones of these articles. */
export async function readQueued(pool: Pool, ids: readonly string[]): Promise<readonly Article[]> {
  const { rows } = await pool.query<{ article: string }>(
    'SELECT article FROM queued_article WHERE id = ANY ($1::text[]) ORDER BY id',
    [ids],
  )
  return rows.map(({ article }) => parseArticle(article))
}

/**
 * Takes articles off the staging table; call inside the transaction that writes what became of them.
 *
 * @returns the inputs of each that was still there, by id: nothing may be written about any other
 */
export async function takeOff(
  client: ClientBase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ArticleInput[]>> {
  const { rows } = await client.query<{ id: string; inputs: string }>(
    `DELETE FROM queued_article
     WHERE id IN (SELECT id FROM queued_article WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE)
     RETURNING id, inputs`,
    [ids],
  )
  return new Map(
    rows.map(({ id, inputs }) => [
      id,
      (JSON.parse(inputs) as QueuedInput[]).map(({ told, ...origin }) => ({ articleId: id, origin, told })),
    ]),
  )
}

/** How many articles are staged. */
export async function countQueued(connection: Pool | ClientBase): Promise<number> {
  const { rows } = await connection.query<{ queued: number }>('SELECT count(*)::int AS queued FROM queued_article')
  return rows[0]?.queued ?? 0
}

/** Which of these articles exactly these stages have analysed already. */
export async function findDone(
  connection: Pool | ClientBase,
  ids: readonly string[],
  stages: readonly StageInfo[],
): Promise<ReadonlySet<string>> {
  const { rows } = await connection.query<{ id: string }>(
    `SELECT article.id FROM article JOIN done ON done.article_rowid = article.rowid
     WHERE article.id = ANY ($1::text[])
     GROUP BY article.id
     HAVING array_agg(concat_ws(' ', stage, version, engine, model) ORDER BY done.sequence) = $2::text[]`,
    [ids, stages.map(toStageRow).map(({ stage, version, engine, model }) => [stage, version, engine, model].join(' '))],
  )
  return new Set(rows.map(({ id }) => id))
}
