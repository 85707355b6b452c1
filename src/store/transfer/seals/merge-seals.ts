import type { MergeTarget, SourcePrefix } from '../merge-target.ts'
import { COLUMNS, list, quote } from '../tables.ts'

const COPIED = COLUMNS.seal.filter(column => !['id', 'number', 'run_id'].includes(column))

/** Makes the tables that note which seals a merge brings; call once a merge, before {@link mergeSeals}. */
export async function beginSeals(target: MergeTarget): Promise<void> {
  await target.run('CREATE TEMP TABLE IF NOT EXISTS seal_map (source_id bigint PRIMARY KEY, id bigint NOT NULL)')
  await target.run('CREATE TEMP TABLE IF NOT EXISTS leaf_start (id bigint NOT NULL)')
  await target.empty('leaf_start')
  await target.run('INSERT INTO leaf_start (id) SELECT coalesce(max(id), 0) FROM seal_leaf')
}

/**
 * Takes over the seals of a source that are not there yet, as they are, behind those that are; those of runs that had not
 * ended stay open. `seal_map` then says which they have become, for {@link mergeLeaves}. `run_map` must be that of this
 * source.
 */
export async function mergeSeals(target: MergeTarget, source: SourcePrefix): Promise<void> {
  const columns = list(COPIED)
  await target.empty('seal_map')
  const before = await target.all<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM seal')
  await target.run(
    `INSERT INTO seal (number, run_id, ${columns})
     SELECT (SELECT coalesce(max(number), 0) FROM seal) + row_number() OVER (ORDER BY theirs.number), run_map.id, ${list(COPIED, 'theirs')}
     FROM ${source}seal AS theirs LEFT JOIN run_map ON run_map.source_id = theirs.run_id
     WHERE theirs.number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM seal AS ours WHERE ours.digest = theirs.digest)
     ORDER BY theirs.number`,
  )
  // Its run has failed here as soon as it was merged, and then has a seal.
  await target.run(
    `INSERT INTO seal (kind, run_id) SELECT theirs.kind, run_map.id
     FROM ${source}seal AS theirs JOIN run_map ON run_map.source_id = theirs.run_id
     WHERE theirs.number IS NULL AND NOT EXISTS (SELECT 1 FROM seal AS ours WHERE ours.run_id = run_map.id)`,
  )
  const isNew = `ours.id > ${Number(before[0]?.id ?? 0)}`
  await target.run(
    `INSERT INTO seal_map (source_id, id) SELECT theirs.id, ours.id FROM ${source}seal AS theirs
     JOIN seal AS ours ON ours.digest = theirs.digest WHERE ${isNew}
     UNION ALL SELECT theirs.id, ours.id FROM ${source}seal AS theirs
     JOIN run_map ON run_map.source_id = theirs.run_id
     JOIN seal AS ours ON ours.run_id = run_map.id AND ours.number IS NULL WHERE theirs.number IS NULL AND ${isNew}`,
  )
}

/** Takes over the leaves of the seals that were taken over, in the order in which they were written. */
export async function mergeLeaves(target: MergeTarget, source: SourcePrefix): Promise<void> {
  const columns = COLUMNS.seal_leaf.slice(2)
  await target.run(
    `INSERT INTO seal_leaf (seal_id, ${list(columns)})
     SELECT seal_map.id, ${columns.map(column => `theirs.${quote(column)}`).join(', ')}
     FROM ${source}seal_leaf AS theirs JOIN seal_map ON seal_map.source_id = theirs.seal_id ORDER BY theirs.id`,
  )
}
