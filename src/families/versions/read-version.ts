import { readLeftOut } from '../../store/queries/articles/left-out.ts'
import { readArticlesWithClaims } from '../../store/queries/stream-articles-with-claims.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { toVersionText, type VersionText } from './version-text.ts'

/** What readers of a page wrote under it says nothing of what its makers changed. */
const BY_OTHERS = 'comments'

/** A stored article as a version, by the number of its row; null where it is no longer there. */
export async function readVersion(database: StoreDatabase, rowid: number): Promise<VersionText | null> {
  const [article] = await readArticlesWithClaims(database, [rowid])
  if (article === undefined) return null
  const passages = await readLeftOut(database, article.id)
  return toVersionText(
    article,
    passages.filter(({ reason }) => reason !== BY_OTHERS).map(({ text }) => text),
  )
}

/** The same by its id. */
export async function readVersionById(database: StoreDatabase, id: string): Promise<VersionText | null> {
  const row = await database.selectFrom('article').select('rowid').where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : await readVersion(database, row.rowid)
}
