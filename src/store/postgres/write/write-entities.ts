import type pg from 'pg'
import type { EntityRecord } from '../../../domain/record.ts'
import { TableRows } from './table-rows.ts'

/** More than any race with another writer takes. */
const MOST_ATTEMPTS = 10

/**
 * Finds or makes the row of every entity and keeps others from deleting it until the transaction ends.
 *
 * Always in the order of their ids, so that two writers never wait for each other in a circle.
 *
 * @returns `rowid` by id
 */
export async function writeEntities(
  client: pg.ClientBase,
  entities: readonly EntityRecord[],
): Promise<Map<string, number>> {
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  const ids = [...byId.keys()].sort()
  const found = new Map<string, number>()
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const missing = ids.filter(id => !found.has(id))
    if (missing.length === 0) return found
    if (attempt > 0) {
      const rows = new TableRows('entity', { id: 'text', name: 'text', kind: 'text' })
      for (const id of missing) {
        const { name, kind } = byId.get(id) as EntityRecord
        rows.add(id, name, kind)
      }
      await rows.insert(client, 'ON CONFLICT (id) DO NOTHING')
    }
    const locked = await client.query<{ rowid: number; id: string }>(
      'SELECT rowid, id FROM entity WHERE id = ANY ($1) ORDER BY id FOR KEY SHARE',
      [missing],
    )
    for (const { id, rowid } of locked.rows) found.set(id, rowid)
  }
  throw new Error('entities kept being deleted while they were written')
}

/** Deletes those of the entities that nothing refers to any more and that no other transaction is about to use. */
export async function deleteLoneEntities(client: pg.ClientBase, rowids: readonly number[]): Promise<void> {
  if (rowids.length === 0) return
  const { rows } = await client.query<{ rowid: number }>(
    'SELECT rowid FROM entity WHERE rowid = ANY ($1) ORDER BY id FOR UPDATE SKIP LOCKED',
    [rowids],
  )
  // In a statement of its own, which sees what was committed before the rows were locked.
  await client.query(
    `DELETE FROM entity WHERE rowid = ANY ($1)
       AND NOT EXISTS (SELECT 1 FROM source WHERE entity_rowid = entity.rowid)
       AND NOT EXISTS (SELECT 1 FROM mention WHERE entity_rowid = entity.rowid)
       AND NOT EXISTS (SELECT 1 FROM voice WHERE entity_rowid = entity.rowid)`,
    [rows.map(({ rowid }) => rowid)],
  )
}
