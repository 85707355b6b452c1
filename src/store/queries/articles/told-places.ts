import type { LeftOutPassage } from '../../../domain/articles/left-out.ts'
import type { InputTable, StoreDatabase } from '../../schema.ts'
import type { Told } from '../../store.ts'

/** A place that an article was read from, with what it says of it. */
export interface ToldPlace {
  readonly location: string
  readonly uri: string
  /** Null where nobody noted what the place says: it was read by an older version. */
  readonly told: Omit<Told, 'leftOut'> | null
  /** In the order in which they stood there; the first of them where a limit was given. */
  readonly leftOut: readonly LeftOutPassage[]
  /** How many there are. */
  readonly leftOutInAll: number
}

/** What is wanted of a text that stood in many places, and of long lists of comments: everything unless given. */
export interface PlacesLimit {
  readonly places?: number
  /** Of each place. */
  readonly passages?: number
}

/** Every place that gave an article, the first one first. */
export async function readToldPlaces(
  database: StoreDatabase,
  articleId: string,
  { places, passages }: PlacesLimit = {},
): Promise<ToldPlace[]> {
  const all = database.selectFrom('input').where('article_id', '=', articleId).orderBy('id')
  const inputs = places === undefined ? all : all.limit(places)
  const rows = await inputs.selectAll().execute()
  const leftOut = database.selectFrom('left_out').where('input_id', 'in', inputs.select('id'))
  const counts = await leftOut
    .select(query => ['input_id', query.fn.countAll<number>().as('passages')])
    .groupBy('input_id')
    .execute()
  const wanted = passages === undefined ? leftOut : leftOut.where('sequence', '<', passages)
  const found = await wanted.selectAll().orderBy('input_id').orderBy('sequence').execute()
  const countOf = new Map(counts.map(({ input_id, passages }) => [input_id, passages]))
  const passagesOf = Map.groupBy(found, ({ input_id }) => input_id)
  return rows.map(input => ({
    location: input.location,
    uri: input.uri,
    told: toTold(input),
    leftOut: (passagesOf.get(input.id) ?? []).map(({ reason, text }) => ({ reason, text })),
    leftOutInAll: countOf.get(input.id) ?? 0,
  }))
}

/** How many places gave an article. */
export async function countPlaces(database: StoreDatabase, articleId: string): Promise<number> {
  const { places } = await database
    .selectFrom('input')
    .select(query => query.fn.countAll<number>().as('places'))
    .where('article_id', '=', articleId)
    .executeTakeFirstOrThrow()
  return places
}

function toTold(input: InputTable): Omit<Told, 'leftOut'> | null {
  if (input.origins === null) return null
  return {
    title: input.title,
    byline: input.byline,
    publisher: input.publisher,
    publishedAt: input.published_at,
    modifiedAt: input.modified_at,
    section: input.section,
    language: input.language,
    origins: JSON.parse(input.origins) as Told['origins'],
  }
}
