import type { Article } from '../../../domain/article.ts'
import { parseArticle } from '../../../domain/articles/parse-article.ts'
import { nullsLastDescending } from '../../dialect/null-order.ts'
import type { StoreDatabase } from '../../schema.ts'

export interface DeadLetterFilter {
  /** `timeout`, `throw`, `unreadable`, … */
  readonly kind?: readonly string[] | undefined
}

/** Something that failed, and what to run again: its article, or the place where its input lay. */
export interface Retry {
  readonly uri: string
  /** Null where it never became an article. */
  readonly article: Article | null
  /** The file where the letter stands for entries of one. */
  readonly location: string
}

/** Kinds of dead letters that are there, with the numbers of inputs that they are about. */
export async function countDeadLetters(database: StoreDatabase): Promise<Map<string, number>> {
  const rows = await database
    .selectFrom('dead_letter')
    .select(query => ['kind', query.fn.sum<number>('times').as('letters')])
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  return new Map(rows.map(({ kind, letters }) => [kind, letters]))
}

/** The dead letters' ids, by URI; their articles may be large and are read one by one with `readRetry`. */
export async function findRetries(database: StoreDatabase, filter: DeadLetterFilter = {}): Promise<number[]> {
  let letters = database.selectFrom('dead_letter').select('id')
  if (filter.kind !== undefined) letters = letters.where('kind', 'in', filter.kind)
  const rows = await letters.orderBy('uri').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** What to run again for a dead letter, or null when the letter has gone meanwhile. */
export async function readRetry(database: StoreDatabase, id: number): Promise<Retry | null> {
  const letter = await database
    .selectFrom('dead_letter')
    .leftJoin('input', join =>
      join.onRef('input.uri', '=', 'dead_letter.uri').on('input.article_id', 'is', null).on('status', '=', 'dead'),
    )
    .select(['dead_letter.uri', 'dead_letter.article', 'dead_letter.file', 'input.location'])
    .where('dead_letter.id', '=', id)
    .orderBy('input.run_id', nullsLastDescending)
    .orderBy('input.id')
    .executeTakeFirst()
  if (letter === undefined) return null
  const article = letter.article === null ? null : parseArticle(letter.article)
  return { uri: letter.uri, article, location: letter.file ?? letter.location ?? letter.uri }
}
