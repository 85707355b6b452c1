import type { Rowids } from '../../catalogue/rowids.ts'
import type { ArticleRecord, EntityRecord } from '../../domain/record.ts'
import { ARTICLE_TABLES, type ArticleRows } from '../../seal/article-tables.ts'
import { RECORD_TABLES, type Row } from '../rows/record-rows.ts'

/** By table, what of a row is sealed. */
const TABLES = ARTICLE_TABLES.map(({ name, stored }) => ({ name, seal: taking(RECORD_TABLES[name].columns, stored) }))

/**
 * The rows that a record becomes, as they are sealed: each names the rows that it refers to by their ids.
 *
 * @throws Error when something refers to what is not in the record
 */
export function sealedRows(record: ArticleRecord): ArticleRows {
  const own = { ...record, entities: mentionedEntities(record) }
  const ids = idsOf(record)
  // No run is sealed with an article.
  const rows = TABLES.map(({ name, seal }) => [name, RECORD_TABLES[name].toRows(own, ids, 0).map(seal)])
  return Object.fromEntries(rows) as ArticleRows
}

/** Rows of all columns as rows of some of them, in the same order. */
function taking(all: readonly string[], some: readonly string[]): (row: Row) => Row {
  const first = all.indexOf(some[0] ?? '')
  if (some.every((column, index) => all[first + index] === column) && first + some.length === all.length)
    return first === 0 ? row => row : row => row.slice(first)
  const places = some.map(column => all.indexOf(column))
  return row => places.map(place => row[place] ?? null)
}

/** As if a row's number were its id. */
function idsOf({ article, entities, sources, claims, voices }: ArticleRecord): Rowids<string> {
  const own = (rows: readonly { readonly id: string }[]) => new Map(rows.map(({ id }) => [id, id]))
  return { article: article.id, entity: own(entities), source: own(sources), claim: own(claims), voice: own(voices) }
}

/** Entities that nothing of the article refers to belong to no article. */
function mentionedEntities({ entities, sources, mentions, voices }: ArticleRecord): EntityRecord[] {
  const mentioned = new Set([...sources, ...mentions, ...voices].map(({ entityId }) => entityId))
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  return [...byId.values()].filter(({ id }) => mentioned.has(id))
}
