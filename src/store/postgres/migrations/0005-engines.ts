import type { Migration } from './migration.ts'

/**
 * What was done is told by the engine and the model, too: rules at the version of a model would pass for it, and a model that
 * was trained anew would not be seen. Of runs before, their options tell.
 */
export const engines: Migration = {
  number: 5,
  name: 'engines',
  since: '0.1.0',
  sql: `
-- What finds attributions, and first digits of the SHA-256 of its model; empty for other stages, and where there is none.
ALTER TABLE done
  ADD COLUMN engine TEXT COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN model TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE done SET
  engine = CASE WHEN coalesce((run.options::json ->> 'rules')::boolean, false) THEN 'rules' ELSE 'linear' END,
  model = coalesce(run.options::json ->> 'model', '')
FROM run WHERE run.id = done.run_id AND done.stage = 'attributions';
`,
}
