import type { LeftOutPassage } from '../../domain/left-out.ts'
import type { InputTable, StoreDatabase } from '../schema.ts'
import type { Told } from '../store.ts'

/** A place that an article was read from, with what it says of it. */
export interface ToldPlace {
  readonly location: string
  readonly uri: string
  /** Null where nobody noted what the place says: it was read by an older version. */
  readonly told: Omit<Told, 'leftOut'> | null
  /** In the order in which they stood there. */
  readonly leftOut: readonly LeftOutPassage[]
}

/** Every place that gave an article, the first one first. */
export async function readToldPlaces(database: StoreDatabase, articleId: string): Promise<ToldPlace[]> {
  const inputs = await database
    .selectFrom('input')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('id')
    .execute()
  const passages = await database
    .selectFrom('left_out')
    .innerJoin('input', 'input.id', 'left_out.input_id')
    .select(['left_out.input_id', 'left_out.reason', 'left_out.text'])
    .where('input.article_id', '=', articleId)
    .orderBy('left_out.input_id')
    .orderBy('left_out.sequence')
    .execute()
  const leftOutOf = Map.groupBy(passages, ({ input_id }) => input_id)
  return inputs.map(input => ({
    location: input.location,
    uri: input.uri,
    told: toTold(input),
    leftOut: (leftOutOf.get(input.id) ?? []).map(({ reason, text }) => ({ reason, text })),
  }))
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
