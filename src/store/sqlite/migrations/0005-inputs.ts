import type { Migration } from './migration.ts'

/**
 * Every input with what became of it. One row an input and text: the same text from two places is one article with two
 * inputs, new text from the same place a second input. A row is kept up to date by each run that meets it again.
 * It takes the place of `skipped`.
 *
 * Inputs refer to articles by id, not by row: an article that is analysed again gets a new row, and one that failed has
 * none. What older runs read gets a row from what they left: the articles, the dead letters, the inputs they skipped.
 */
export const inputs: Migration = {
  number: 5,
  name: 'inputs',
  since: '0.1.0',
  sql: `
CREATE TABLE input (
  id INTEGER PRIMARY KEY,
  -- The file, and the place in it where it holds several; and the address that the article goes by.
  location TEXT NOT NULL,
  uri TEXT NOT NULL,
  -- When this text was first got from there, and when last; null where nothing tells.
  retrieved_at TEXT,
  seen_at TEXT,
  raw_sha256 TEXT,
  decoded_how TEXT,
  status TEXT NOT NULL CHECK (status IN ('done', 'dead', 'skipped')),
  reason TEXT,
  article_id TEXT,
  first_run_id INTEGER REFERENCES run (id),
  -- The last run that met it, and how often that one did.
  run_id INTEGER REFERENCES run (id),
  times INTEGER NOT NULL DEFAULT 1 CHECK (times >= 1),
  CHECK ((status = 'done') = (reason IS NULL)),
  CHECK (status <> 'done' OR article_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX input_subject ON input (location, coalesce(article_id, ''));
CREATE INDEX input_article ON input (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX input_uri ON input (uri);
CREATE INDEX input_run ON input (run_id);

INSERT INTO input (location, uri, retrieved_at, seen_at, raw_sha256, decoded_how, status, article_id, first_run_id, run_id)
SELECT article.uri, article.uri, run.started_at, run.started_at, article.raw_sha256,
  'text; charset=' || article.decoded_as, 'done', article.id, run.id, run.id
FROM article
LEFT JOIN run ON run.id = (SELECT max(run_id) FROM done WHERE article_rowid = article.rowid)
ORDER BY run.id, article.rowid;

-- An article that an earlier version of the stages could analyse may have failed since: it has its row already.
INSERT INTO input (location, uri, retrieved_at, seen_at, raw_sha256, decoded_how, status, reason, article_id, first_run_id, run_id)
SELECT uri, uri, failed_at, failed_at, json_extract(article, '$.rawSha256'),
  'text; charset=' || json_extract(article, '$.decodedAs'), 'dead', kind || ': ' || error, article_id, run_id, run_id
FROM dead_letter WHERE true
ON CONFLICT (location, coalesce(article_id, '')) DO UPDATE SET
  status = excluded.status, reason = excluded.reason, seen_at = excluded.seen_at, run_id = excluded.run_id;

-- Of a file that was skipped by several runs, the first and the last are kept.
INSERT INTO input (location, uri, retrieved_at, seen_at, status, reason, first_run_id, run_id)
SELECT uri, uri, run.started_at, run.started_at, 'skipped', reason, run.id, run.id
FROM skipped JOIN run ON run.id = skipped.run_id WHERE true ORDER BY skipped.id
ON CONFLICT (location, coalesce(article_id, '')) DO UPDATE SET
  status = excluded.status, reason = excluded.reason, seen_at = excluded.seen_at, run_id = excluded.run_id
  WHERE excluded.run_id >= run_id;
DROP TABLE skipped;
`,
}
