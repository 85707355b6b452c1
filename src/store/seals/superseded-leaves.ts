/**
 * Of a seal that is about to be closed, takes away leaves that others of the same subject came after: an input that a run
 * met twice, say. In a closed seal each subject has one.
 *
 * @param seal its number, or the parameter that stands for it
 */
export function dropSuperseded(seal: string): string {
  return `DELETE FROM seal_leaf WHERE id IN (
    SELECT id FROM (
      SELECT id, lead(id) OVER (PARTITION BY kind, subject ORDER BY id) AS later FROM seal_leaf WHERE seal_id = ${seal}
    ) AS leaf WHERE later IS NOT NULL)`
}
