import type pg from 'pg'
import { areSamePassages, type LeftOutPassage } from '../../../domain/articles/left-out.ts'
import { COLUMNS } from '../../transfer/tables.ts'
import { CopiedRows, sendRows } from './copied-rows.ts'

/**
 * Puts the passages that were left out of inputs, by the numbers of these, in the place of those that are there; an input
 * that is met again as it was costs no writing. Call inside a transaction that has written the inputs, which keeps others
 * from doing the same.
 */
export async function replaceLeftOut(
  client: pg.ClientBase,
  inputs: ReadonlyMap<number, readonly LeftOutPassage[]>,
): Promise<void> {
  if (inputs.size === 0) return
  const former = await findLeftOut(client, [...inputs.keys()])
  const changed = [...inputs].filter(([id, passages]) => !areSamePassages(former.get(id) ?? [], passages))
  const gone = changed.flatMap(([id]) => (former.has(id) ? [id] : []))
  if (gone.length > 0) await client.query('DELETE FROM left_out WHERE input_id = ANY ($1::bigint[])', [gone])
  const rows = new CopiedRows('left_out', COLUMNS.left_out)
  for (const [id, passages] of changed)
    rows.add(passages.map(({ reason, text }, sequence) => [id, sequence, reason, text]))
  await (await sendRows(client, rows.encode())).stored
}

/** Of inputs that had nothing left out there is none. */
async function findLeftOut(
  client: pg.ClientBase,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly LeftOutPassage[]>> {
  const { rows } = await client.query<LeftOutPassage & { input_id: number }>(
    'SELECT input_id, reason, text FROM left_out WHERE input_id = ANY ($1::bigint[]) ORDER BY input_id, sequence',
    [ids],
  )
  return Map.groupBy(rows, ({ input_id }) => input_id)
}
