import type { MergeTarget, SourcePrefix } from './merge-target.ts'
import { COLUMNS, list } from './tables.ts'

/**
 * Notes in `taken_input` which inputs of the source are to be told of by the source: those of `theirs`, a query that gives
 * `source_id` and, where the target has them already, `input_id`.
 */
export async function noteTakenInputs(target: MergeTarget, theirs: string): Promise<void> {
  await target.run('CREATE TEMP TABLE IF NOT EXISTS taken_input (source_id bigint PRIMARY KEY, input_id bigint)')
  await target.empty('taken_input')
  await target.run(`INSERT INTO taken_input (source_id, input_id) ${theirs}`)
}

/**
 * Puts what the source left out of these inputs in the place of what the target left out of them. The inputs must be
 * there; `isSame` says which of the target's, as `ours`, a new one of the source's, as `theirs`, has become.
 */
export async function mergeLeftOut(target: MergeTarget, source: SourcePrefix, isSame: string): Promise<void> {
  await target.run(
    `UPDATE taken_input SET input_id = ours.id FROM ${source}input AS theirs, input AS ours
     WHERE theirs.id = taken_input.source_id AND taken_input.input_id IS NULL AND ${isSame}`,
  )
  await target.run('DELETE FROM left_out WHERE input_id IN (SELECT input_id FROM taken_input)')
  const columns = COLUMNS.left_out
  await target.run(
    `INSERT INTO left_out (${list(columns)})
     SELECT taken_input.input_id, ${list(columns.slice(1), 'theirs')} FROM ${source}left_out AS theirs
     JOIN taken_input ON taken_input.source_id = theirs.input_id ORDER BY taken_input.input_id, theirs.sequence`,
  )
  await target.empty('taken_input')
}
