import { isAmong } from '../../store/dialect/write-rows.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { EnteredArticle } from '../across-step.ts'
import { findVersionRows } from '../versions/enter-versions.ts'
import { compareRows, keyRows, type RowDifference } from './row-differences.ts'

/** What changed in some articles since the versions before them, against what is found anew. */
export async function checkVersions(
  database: StoreDatabase,
  articles: readonly EnteredArticle[],
): Promise<{ readonly changes: number; readonly differences: readonly RowDifference[] }> {
  const rowids = articles.map(({ rowid }) => rowid)
  const later = new Set(rowids)
  const found = (await findVersionRows(database, articles)).filter(({ later_rowid }) => later.has(later_rowid))
  const stored = await database
    .selectFrom('version_change')
    .selectAll()
    .where(isAmong(database, 'later_rowid', rowids))
    .execute()
  const keyOf = (row: { earlier_rowid: number; later_rowid: number; sequence: number }) =>
    `${row.earlier_rowid} ${row.later_rowid} ${row.sequence}`
  return {
    changes: stored.length,
    differences: compareRows(
      'version_change',
      keyRows(found, keyOf),
      keyRows(stored, keyOf),
      ({ claim_before, claim_after }) =>
        [...new Set([claim_before, claim_after])].flatMap(id => (id ? [String(id)] : [])),
    ),
  }
}
