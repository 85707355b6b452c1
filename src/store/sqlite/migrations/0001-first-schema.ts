import type { Migration } from './migration.ts'

/**
 * The tables. Every `start` and `end` counts Unicode code points of `article.text`, end exclusive.
 *
 * `id` is a hash, the same on every machine; rows refer to one another by `rowid`. Hashes as keys scatter each
 * article's rows over every table: measured, that halves the writer's speed and nearly doubles the file.
 * Each `rowid` is declared, because VACUUM may renumber one that is only implied.
 */
export const firstSchema: Migration = {
  number: 1,
  name: 'first-schema',
  since: '0.1.0',
  sql: `
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'stopped', 'failed')),
  note TEXT,
  process INTEGER NOT NULL,
  process_started TEXT,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  hearsay TEXT NOT NULL,
  node TEXT NOT NULL,
  libraries TEXT NOT NULL CHECK (json_valid(libraries)),
  stages TEXT NOT NULL CHECK (json_valid(stages)),
  options TEXT NOT NULL CHECK (json_valid(options)),
  inputs INTEGER NOT NULL DEFAULT 0,
  done INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  dead INTEGER NOT NULL DEFAULT 0,
  claims INTEGER NOT NULL DEFAULT 0
) STRICT;
-- The lease: at most one run holds the database.
CREATE UNIQUE INDEX run_lease ON run (status) WHERE status = 'running';

CREATE TABLE article (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  uri TEXT NOT NULL,
  raw_sha256 TEXT NOT NULL,
  title TEXT,
  byline TEXT,
  publisher TEXT,
  published_at TEXT,
  published_utc TEXT,
  language TEXT,
  decoded_as TEXT NOT NULL,
  warnings TEXT NOT NULL CHECK (json_valid(warnings)),
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX article_order ON article (uri, id);
CREATE INDEX article_published ON article (published_utc) WHERE published_utc IS NOT NULL;

CREATE TABLE entity (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'government', 'group', 'document', 'unknown'))
) STRICT;
CREATE INDEX entity_name ON entity (name);

CREATE TABLE source (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_rowid INTEGER NOT NULL REFERENCES article (rowid) ON DELETE CASCADE,
  text TEXT NOT NULL,
  naming TEXT NOT NULL CHECK (naming IN ('named', 'unnamed', 'anonymous', 'unstated')),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'government', 'group', 'document', 'unknown')),
  name TEXT, name_start INTEGER, name_end INTEGER,
  role TEXT, role_start INTEGER, role_end INTEGER,
  affiliation TEXT, affiliation_start INTEGER, affiliation_end INTEGER,
  number INTEGER, number_start INTEGER, number_end INTEGER,
  reason TEXT, reason_start INTEGER, reason_end INTEGER,
  knowledge TEXT, knowledge_start INTEGER, knowledge_end INTEGER,
  antecedent_rowid INTEGER REFERENCES source (rowid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  entity_rowid INTEGER REFERENCES entity (rowid),
  CHECK (name_start <= name_end),
  CHECK (role_start <= role_end),
  CHECK (affiliation_start <= affiliation_end),
  CHECK (number_start <= number_end),
  CHECK (reason_start <= reason_end),
  CHECK (knowledge_start <= knowledge_end)
) STRICT;
CREATE INDEX source_article ON source (article_rowid);
CREATE INDEX source_antecedent ON source (antecedent_rowid) WHERE antecedent_rowid IS NOT NULL;
CREATE INDEX source_entity ON source (entity_rowid) WHERE entity_rowid IS NOT NULL;
CREATE INDEX source_withheld ON source (naming) WHERE naming IN ('unnamed', 'anonymous');

CREATE TABLE source_span (
  source_rowid INTEGER NOT NULL REFERENCES source (rowid) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (source_rowid, sequence),
  CHECK (start <= end)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_rowid INTEGER NOT NULL REFERENCES article (rowid) ON DELETE CASCADE,
  source_rowid INTEGER REFERENCES source (rowid) ON DELETE CASCADE,
  parent_rowid INTEGER REFERENCES claim (rowid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  quotation TEXT NOT NULL CHECK (quotation IN ('direct', 'indirect', 'mixed', 'none')),
  act TEXT NOT NULL CHECK (act IN ('statement', 'question', 'order', 'promise', 'accusation', 'denial', 'belief', 'intention', 'feeling', 'no-comment')),
  negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
  hedged INTEGER NOT NULL CHECK (hedged IN (0, 1)),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  cue_lemma TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  context_start INTEGER NOT NULL CHECK (context_start >= 0),
  context_end INTEGER NOT NULL,
  content_text TEXT,
  CHECK (start <= end),
  CHECK (context_start <= context_end)
) STRICT;
CREATE INDEX claim_order ON claim (article_rowid, start);
CREATE INDEX claim_source ON claim (source_rowid) WHERE source_rowid IS NOT NULL;
CREATE INDEX claim_parent ON claim (parent_rowid) WHERE parent_rowid IS NOT NULL;

CREATE TABLE claim_span (
  claim_rowid INTEGER NOT NULL REFERENCES claim (rowid) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('source', 'cue', 'content', 'addressee')),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (claim_rowid, role, sequence),
  CHECK (start <= end)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE claim_search USING fts5 (
  content_text, content = 'claim', content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 2'
);
-- The writer adds to it, once an article: a trigger a claim costs it a seventh of its speed, measured.
CREATE TRIGGER claim_search_delete AFTER DELETE ON claim WHEN old.content_text IS NOT NULL BEGIN
  INSERT INTO claim_search (claim_search, rowid, content_text) VALUES ('delete', old.rowid, old.content_text);
END;
CREATE TRIGGER claim_search_update AFTER UPDATE OF content_text ON claim BEGIN
  INSERT INTO claim_search (claim_search, rowid, content_text)
    SELECT 'delete', old.rowid, old.content_text WHERE old.content_text IS NOT NULL;
  INSERT INTO claim_search (rowid, content_text)
    SELECT new.rowid, new.content_text WHERE new.content_text IS NOT NULL;
END;

CREATE TABLE mention (
  article_rowid INTEGER NOT NULL REFERENCES article (rowid) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('person', 'organisation', 'place', 'group', 'document', 'time')),
  entity_rowid INTEGER REFERENCES entity (rowid),
  PRIMARY KEY (article_rowid, sequence),
  CHECK (start <= end)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity_rowid) WHERE entity_rowid IS NOT NULL;

CREATE TABLE candidate (
  article_rowid INTEGER NOT NULL REFERENCES article (rowid) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  stage TEXT NOT NULL,
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (article_rowid, sequence),
  CHECK (start <= end)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  rowid INTEGER PRIMARY KEY,
  claim_rowid INTEGER REFERENCES claim (rowid) ON DELETE CASCADE,
  source_rowid INTEGER REFERENCES source (rowid) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  stage TEXT NOT NULL,
  version INTEGER NOT NULL,
  rule TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  CHECK ((claim_rowid IS NULL) <> (source_rowid IS NULL))
) STRICT;
CREATE UNIQUE INDEX evidence_claim ON evidence (claim_rowid, sequence) WHERE claim_rowid IS NOT NULL;
CREATE UNIQUE INDEX evidence_source ON evidence (source_rowid, sequence) WHERE source_rowid IS NOT NULL;

CREATE TABLE done (
  article_rowid INTEGER NOT NULL REFERENCES article (rowid) ON DELETE CASCADE,
  stage TEXT NOT NULL,
  version INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  run_id INTEGER NOT NULL REFERENCES run (id),
  PRIMARY KEY (article_rowid, stage, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE dead_letter (
  id INTEGER PRIMARY KEY,
  article_id TEXT,
  uri TEXT NOT NULL,
  stage TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  error TEXT NOT NULL,
  attempts INTEGER NOT NULL CHECK (attempts >= 1),
  run_id INTEGER NOT NULL REFERENCES run (id),
  failed_at TEXT NOT NULL,
  -- The whole article as JSON, so that it can be run again although its input is gone.
  article TEXT CHECK (json_valid(article))
) STRICT;
CREATE UNIQUE INDEX dead_letter_subject ON dead_letter (coalesce(article_id, uri));

CREATE TABLE skipped (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run (id),
  uri TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX skipped_run ON skipped (run_id);
`,
}
