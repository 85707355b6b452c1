import { TOLD } from '../../catalogue/bookkeeping.ts'
import type { RowOf } from '../../catalogue/column.ts'
import type { Told } from '../store.ts'
import { toUtc } from './published.ts'

/** The columns of `input` that hold what a place says of its article, which are the same in every store. */
export const TOLD_COLUMNS = Object.keys(TOLD) as readonly (keyof typeof TOLD)[]

type ToldColumns = Readonly<RowOf<typeof TOLD>>

const NOTHING = Object.fromEntries(TOLD_COLUMNS.map(column => [column, null])) as Record<keyof typeof TOLD, null>

/** All null where the place was not read. */
export function toldColumns(told: Told | undefined): ToldColumns {
  if (told === undefined) return NOTHING
  return {
    title: told.title,
    byline: told.byline,
    publisher: told.publisher,
    published_at: told.publishedAt,
    published_utc: toUtc(told.publishedAt),
    modified_at: told.modifiedAt,
    section: told.section,
    language: told.language,
    origins: JSON.stringify(told.origins),
  }
}

/** For `ON CONFLICT`, in both stores: a place that was not read anew keeps what it said. */
export const TOLD_ANEW = TOLD_COLUMNS.map(
  column => `${column} = CASE WHEN excluded.origins IS NULL THEN input.${column} ELSE excluded.${column} END`,
).join(', ')
