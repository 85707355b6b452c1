import type { Migration } from './migration.ts'

/**
 * Articles that wait for a worker, so that `article` holds analysed ones alone. Each is in one batch of the queue, and
 * leaves in the transaction that writes what became of it.
 */
export const queuedArticle: Migration = {
  number: 2,
  name: 'queued-article',
  since: '0.1.0',
  sql: `
CREATE TABLE queued_article (
  id TEXT COLLATE "C" PRIMARY KEY,
  -- The whole article as JSON, and where it came from: JSON as well, a list of inputs.
  article TEXT COLLATE "C" NOT NULL,
  inputs TEXT COLLATE "C" NOT NULL CHECK (inputs::json IS NOT NULL),
  queued_at TEXT COLLATE "C" NOT NULL
);
`,
}
