import type { Migration } from './migration.ts'

/**
 * What was done is told by the engine and the model, too: rules at the version of a model would pass for it, and a model that
 * was trained anew would not be seen. Of runs before, their options tell.
 */
export const engines: Migration = {
  number: 8,
  name: 'engines',
  since: '0.1.0',
  sql: `
-- What finds attributions, and first digits of the SHA-256 of its model; empty for other stages, and where there is none.
ALTER TABLE done ADD COLUMN engine TEXT NOT NULL DEFAULT '';
ALTER TABLE done ADD COLUMN model TEXT NOT NULL DEFAULT '';
UPDATE done SET
  engine = CASE WHEN coalesce(json_extract(run.options, '$.rules'), 0) THEN 'rules' ELSE 'linear' END,
  model = coalesce(json_extract(run.options, '$.model'), '')
FROM run WHERE run.id = done.run_id AND done.stage = 'attributions';
`,
}
