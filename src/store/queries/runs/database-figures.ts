import { sql } from 'kysely'
import { dialectOf } from '../../dialect/dialect.ts'
import type { StoreDatabase } from '../../schema.ts'

/** What a monitor asks of a database again and again: quick, however much is stored. */
export interface DatabaseFigures {
  /** Inputs and articles that failed. */
  readonly deadLetters: number
  /** Articles that wait for a worker or are in work; 0 where the store has no queue. */
  readonly queued: number
  readonly bytes: number
}

export async function readDatabaseFigures(database: StoreDatabase): Promise<DatabaseFigures> {
  const { dead } = await database
    .selectFrom('dead_letter')
    .select(({ fn }) => fn.sum<number | null>('times').as('dead'))
    .executeTakeFirstOrThrow()
  const size =
    dialectOf(database) === 'sqlite'
      ? sql<{ queued: number; bytes: number }>`
          select 0 as queued, page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`
      : sql<{ queued: number; bytes: number }>`
          select (select count(*) from queued_article) as queued, pg_database_size(current_database()) as bytes`
  const { rows } = await size.execute(database)
  return { deadLetters: Number(dead ?? 0), queued: Number(rows[0]?.queued ?? 0), bytes: Number(rows[0]?.bytes ?? 0) }
}
