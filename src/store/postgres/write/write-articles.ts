import type pg from 'pg'
import type { Rowids } from '../../../catalogue/rowids.ts'
import type { ArticleRecord } from '../../../domain/record.ts'
import { allocateRowids } from './allocate-rowids.ts'
import { addArticle, articleRows } from './article-rows.ts'
import { ARTICLE_TABLES } from './article-tables.ts'
import { CopiedRows, sendRows } from './copied-rows.ts'
import { deleteLoneEntities, writeEntities } from './write-entities.ts'

/** More than any race with another writer takes. */
const MOST_ATTEMPTS = 10

/**
 * Writes articles with all that hangs on them, one statement a table. An article that is there already is replaced: its
 * old rows go, the new ones come, and entities that nothing mentions any more go too. Call inside a transaction.
 *
 * @throws Error when a record refers to what is not in it; `pg.DatabaseError` when one breaks the schema
 */
export async function writeArticles(
  client: pg.ClientBase,
  records: readonly ArticleRecord[],
  runId: number,
): Promise<void> {
  // As if they were written one by one: of an article that comes twice, the last counts.
  const last = [...new Map(records.map(record => [record.article.id, record])).values()]
  if (last.length === 0) return
  const rowids = await allocateRowids(client, {
    article: last.length,
    source: last.reduce((sum, { sources }) => sum + sources.length, 0),
    claim: last.reduce((sum, { claims }) => sum + claims.length, 0),
    voice: last.reduce((sum, { voices }) => sum + voices.length, 0),
  })
  const numbered = last.map((record, index) => ({ record, rowid: rowids.article[index] as number }))
  const formerEntities = await replaceArticles(client, numbered)
  const entity = await writeEntities(
    client,
    last.flatMap(({ entities }) => entities),
  )

  const hanging = numbered.map(({ record, rowid }) => {
    const source = number(record.sources, rowids.source)
    const claim = number(record.claims, rowids.claim)
    const voice = number(record.voices, rowids.voice)
    return { record, rowids: { article: rowid, entity, source, claim, voice } }
  })
  await copyParts(client, hanging, runId)
  await deleteLoneEntities(client, formerEntities)
}

/** Copies what hangs on articles, table by table: while the server takes one in, the rows of the next are made. */
async function copyParts(
  client: pg.ClientBase,
  records: readonly { readonly record: ArticleRecord; readonly rowids: Rowids }[],
  runId: number,
): Promise<void> {
  let former: Promise<void> = Promise.resolve()
  for (const { name, columns, toRows } of ARTICLE_TABLES) {
    const rows = new CopiedRows(name, columns)
    for (const { record, rowids } of records) aboutArticle(record, () => rows.add(toRows(record, rowids, runId)))
    const encoded = rows.encode()
    await former
    former = (await sendRows(client, encoded)).stored
  }
  await former
}

interface NumberedRecord {
  readonly record: ArticleRecord
  readonly rowid: number
}

/**
 * Puts the articles in the place of what is there under their ids, in the order of these, so that two writers never wait
 * for each other in a circle. One that another transaction commits meanwhile is replaced too.
 *
 * @returns `rowid` of the entities that the former rows referred to
 */
async function replaceArticles(client: pg.ClientBase, numbered: readonly NumberedRecord[]): Promise<number[]> {
  const formerEntities = new Set<number>()
  let missing = numbered.toSorted((a, b) => (a.record.article.id < b.record.article.id ? -1 : 1))
  for (let attempt = 0; missing.length > 0; attempt += 1) {
    if (attempt === MOST_ATTEMPTS) throw new Error('other programs kept writing the same articles')
    for (const rowid of await deleteArticles(client, missing)) formerEntities.add(rowid)
    const rows = articleRows()
    for (const { record, rowid } of missing) aboutArticle(record, () => addArticle(rows, record, rowid))
    // Whichever of its unique indexes another transaction is met in first.
    const inserted = await rows.insert<{ id: string }>(client, 'ON CONFLICT DO NOTHING RETURNING id')
    const there = new Set(inserted.map(({ id }) => id))
    missing = missing.filter(({ record }) => !there.has(record.article.id))
  }
  return [...formerEntities]
}

async function deleteArticles(client: pg.ClientBase, articles: readonly NumberedRecord[]): Promise<number[]> {
  const found = await client.query<{ rowid: number }>('SELECT rowid FROM article WHERE id = ANY ($1) ORDER BY id', [
    articles.map(({ record }) => record.article.id),
  ])
  if (found.rows.length === 0) return []
  const rowids = found.rows.map(({ rowid }) => rowid)
  const entities = await client.query<{ rowid: number }>(
    `SELECT entity_rowid AS rowid FROM source WHERE article_rowid = ANY ($1) AND entity_rowid IS NOT NULL
     UNION SELECT entity_rowid FROM mention WHERE article_rowid = ANY ($1) AND entity_rowid IS NOT NULL
     UNION SELECT entity_rowid FROM voice WHERE article_rowid = ANY ($1) AND entity_rowid IS NOT NULL`,
    [rowids],
  )
  await client.query('DELETE FROM article WHERE rowid = ANY ($1)', [rowids])
  return entities.rows.map(({ rowid }) => rowid)
}

/** Gives each row the next of the numbers, by its id. */
function number(rows: readonly { readonly id: string }[], numbers: number[]): Map<string, number> {
  const taken = numbers.splice(0, rows.length)
  return new Map(rows.map((row, index) => [row.id, taken[index] as number]))
}

function aboutArticle({ article }: ArticleRecord, action: () => void): void {
  try {
    action()
  } catch (error) {
    throw new Error(
      `The record of article ${article.id} (${article.uri}) breaks the schema: ${(error as Error).message}`,
      { cause: error },
    )
  }
}
