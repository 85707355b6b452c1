import type { MergeTarget, SourcePrefix } from '../merge-target.ts'

/** More than any race with another writer takes. */
const MOST_ATTEMPTS = 10

/**
 * Finds or makes the entities that the articles taken mention, and says in `entity_map` which of the target's each one
 * of the source's is. Others cannot delete those until the transaction ends.
 *
 * @param taken the condition on sources and mentions that are taken over
 */
export async function mapEntities(
  target: MergeTarget,
  source: SourcePrefix,
  taken: string,
  takesAll: boolean,
): Promise<void> {
  const used = takesAll
    ? 'true'
    : `rowid IN (SELECT entity_rowid FROM ${source}source WHERE ${taken}
       UNION SELECT entity_rowid FROM ${source}mention WHERE ${taken}
       UNION SELECT entity_rowid FROM ${source}voice WHERE ${taken})`
  await target.run(
    'CREATE TEMP TABLE IF NOT EXISTS entity_map (source_rowid bigint PRIMARY KEY, rowid_here bigint NOT NULL)',
  )
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    await target.run(
      `INSERT INTO entity (id, name, kind)
       SELECT id, name, kind FROM ${source}entity AS theirs WHERE ${used} ORDER BY id ON CONFLICT DO NOTHING`,
    )
    await target.empty('entity_map')
    await target.run(
      `INSERT INTO entity_map (source_rowid, rowid_here)
       SELECT theirs.rowid, ours.rowid FROM ${source}entity AS theirs JOIN entity AS ours ON ours.id = theirs.id
       ${target.holdFound('ours')}`,
    )
    if (await isMapped(target, source, taken)) return
    // One was there when it was to be inserted, and another transaction deleted it before it was held.
  }
  throw new Error('entities kept being deleted while they were written')
}

/** Whether no reference to an entity would be lost. */
async function isMapped(target: MergeTarget, source: SourcePrefix, taken: string): Promise<boolean> {
  const lost = (table: 'source' | 'mention' | 'voice') =>
    `SELECT 1 AS lost FROM ${source}${table} WHERE ${taken} AND entity_rowid IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM entity_map WHERE entity_map.source_rowid = entity_rowid)`
  const rows = await target.all(`${lost('source')} UNION ALL ${lost('mention')} UNION ALL ${lost('voice')} LIMIT 1`)
  return rows.length === 0
}
