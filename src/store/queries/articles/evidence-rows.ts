import type { Evidence } from '../../../domain/layers.ts'
import { toEvidence } from '../../rows/rows-record.ts'
import type { StoreDatabase } from '../../schema.ts'

/** The evidence of an article's claims or of its sources, in the order in which it came, by their `rowid`. */
export async function readEvidence(
  database: StoreDatabase,
  of: 'claim' | 'source',
  article: number,
): Promise<ReadonlyMap<number | null, readonly Evidence[]>> {
  const owner = `${of}_rowid` as const
  const rows = await database
    .selectFrom('evidence')
    .selectAll()
    .where(owner, 'in', query => query.selectFrom(of).select('rowid').where('article_rowid', '=', article))
    .orderBy('sequence')
    .orderBy(owner)
    .execute()
  const groups = Map.groupBy(rows, ({ [owner]: rowid }) => rowid)
  return new Map([...groups].map(([rowid, group]) => [rowid, group.map(toEvidence)]))
}
