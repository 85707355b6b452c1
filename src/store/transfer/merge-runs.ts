import type { MergeTarget, SourcePrefix } from './merge-target.ts'
import { runKey, sameRun } from './rank.ts'
import { COLUMNS, list, quote } from './tables.ts'

const OWN = COLUMNS.run.filter(column => column !== 'id')
const GROWS = OWN.filter(column => !['process', 'process_started', 'started_at'].includes(column))

/**
 * Adds the runs that are not there yet, and brings those up to date that went on since they were last merged. One that
 * never ended, as far as this source knows, is no run of the target's: it becomes a failed one.
 *
 * `run_map` then says which run of the target's each run of the source is.
 */
export async function mergeRuns(target: MergeTarget, source: SourcePrefix): Promise<number> {
  const values = (run: string) =>
    OWN.map(column => {
      const value = `${run}.${quote(column)}`
      if (column === 'status') return `CASE ${value} WHEN 'running' THEN 'failed' ELSE ${value} END`
      if (column === 'note')
        return `CASE ${run}.status WHEN 'running' THEN 'it had not ended when it was merged' ELSE ${value} END`
      return value
    })
  const added = await target.run(
    `INSERT INTO run (${list(OWN)})
     SELECT ${values('theirs').join(', ')} FROM ${source}run AS theirs
     LEFT JOIN run AS ours ON ${sameRun('ours', 'theirs')} WHERE ours.id IS NULL
     ORDER BY ${runKey('theirs')}, theirs.id`,
  )
  await target.run(
    `UPDATE run SET ${GROWS.map(column => `${quote(column)} = theirs.${quote(column)}`).join(', ')}
     FROM ${source}run AS theirs
     WHERE ${sameRun('run', 'theirs')} AND theirs.ended_at > coalesce(run.ended_at, '')`,
  )
  await target.run('CREATE TEMP TABLE IF NOT EXISTS run_map (source_id bigint PRIMARY KEY, id bigint NOT NULL)')
  await target.empty('run_map')
  await target.run(
    `INSERT INTO run_map (source_id, id) SELECT theirs.id, min(ours.id) FROM ${source}run AS theirs
     JOIN run AS ours ON ${sameRun('ours', 'theirs')} GROUP BY theirs.id`,
  )
  return added
}
