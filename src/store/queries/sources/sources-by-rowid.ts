import { SOURCE_FIELD_NAMES, SOURCE_FIELDS } from '../../../domain/source-fields.ts'
import type { SourceDescription, StoreDatabase } from '../../schema.ts'

/** What the ledger shows of a source besides its counts. */
export interface LedgerSource extends Omit<SourceDescription, 'name'> {
  rowid: number
  id: string
  text: string
  article_id: string
  uri: string
  title: string | null
  publisher: string | null
  published_utc: string | null
}

const DESCRIBED = SOURCE_FIELD_NAMES.filter(name => name !== 'name').map(
  name => `source.${SOURCE_FIELDS[name].column}` as const,
)

/** Sources in the order in which they were asked for; what has gone is left out. */
export async function findSourcesByRowid(database: StoreDatabase, rowids: readonly number[]): Promise<LedgerSource[]> {
  if (rowids.length === 0) return []
  const sources = await database
    .selectFrom('source')
    .innerJoin('article', 'article.rowid', 'source.article_rowid')
    .select([
      'source.rowid',
      'source.id',
      'source.text',
      'source.naming',
      'source.kind',
      ...DESCRIBED,
      'article.id as article_id',
      'article.uri',
      'article.title',
      'article.publisher',
      'article.published_utc',
    ])
    .where('source.rowid', 'in', rowids)
    .execute()
  const byRowid = new Map(sources.map(source => [source.rowid, source]))
  return rowids.flatMap(rowid => byRowid.get(rowid) ?? [])
}
