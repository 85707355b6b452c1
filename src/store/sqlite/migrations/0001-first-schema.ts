import type { Migration } from './migration.ts'

/** The tables. Every `start` and `end` counts Unicode code points of `article.text`, end exclusive. */
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
  id TEXT PRIMARY KEY NOT NULL,
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
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'government', 'group', 'document', 'unknown'))
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_name ON entity (name);

CREATE TABLE source (
  id TEXT PRIMARY KEY NOT NULL,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  naming TEXT NOT NULL CHECK (naming IN ('named', 'unnamed', 'anonymous', 'unstated')),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'government', 'group', 'document', 'unknown')),
  name TEXT, name_start INTEGER, name_end INTEGER,
  role TEXT, role_start INTEGER, role_end INTEGER,
  affiliation TEXT, affiliation_start INTEGER, affiliation_end INTEGER,
  number INTEGER, number_start INTEGER, number_end INTEGER,
  reason TEXT, reason_start INTEGER, reason_end INTEGER,
  knowledge TEXT, knowledge_start INTEGER, knowledge_end INTEGER,
  antecedent_id TEXT REFERENCES source (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  entity_id TEXT REFERENCES entity (id),
  CHECK ((name_start IS NULL) = (name_end IS NULL) AND (name_start IS NULL OR (name IS NOT NULL AND 0 <= name_start AND name_start <= name_end))),
  CHECK ((role_start IS NULL) = (role_end IS NULL) AND (role_start IS NULL OR (role IS NOT NULL AND 0 <= role_start AND role_start <= role_end))),
  CHECK ((affiliation_start IS NULL) = (affiliation_end IS NULL) AND (affiliation_start IS NULL OR (affiliation IS NOT NULL AND 0 <= affiliation_start AND affiliation_start <= affiliation_end))),
  CHECK ((number_start IS NULL) = (number_end IS NULL) AND (number_start IS NULL OR (number IS NOT NULL AND 0 <= number_start AND number_start <= number_end))),
  CHECK ((reason_start IS NULL) = (reason_end IS NULL) AND (reason_start IS NULL OR (reason IS NOT NULL AND 0 <= reason_start AND reason_start <= reason_end))),
  CHECK ((knowledge_start IS NULL) = (knowledge_end IS NULL) AND (knowledge_start IS NULL OR (knowledge IS NOT NULL AND 0 <= knowledge_start AND knowledge_start <= knowledge_end)))
) STRICT, WITHOUT ROWID;
CREATE INDEX source_article ON source (article_id);
CREATE INDEX source_antecedent ON source (antecedent_id) WHERE antecedent_id IS NOT NULL;
CREATE INDEX source_entity ON source (entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX source_withheld ON source (naming) WHERE naming IN ('unnamed', 'anonymous');

CREATE TABLE source_span (
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (source_id, sequence),
  CHECK (start <= end)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  -- Declared, not implied: VACUUM may renumber an implied rowid, and claim_search points at it.
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  source_id TEXT REFERENCES source (id) ON DELETE CASCADE,
  parent_id TEXT REFERENCES claim (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
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
CREATE INDEX claim_order ON claim (article_id, start, id);
CREATE INDEX claim_source ON claim (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX claim_parent ON claim (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE claim_span (
  claim_id TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('source', 'cue', 'content', 'addressee')),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (claim_id, role, sequence),
  CHECK (start <= end)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE claim_search USING fts5 (
  content_text, content = 'claim', content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER claim_search_insert AFTER INSERT ON claim WHEN new.content_text IS NOT NULL BEGIN
  INSERT INTO claim_search (rowid, content_text) VALUES (new.rowid, new.content_text);
END;
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
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('person', 'organisation', 'place', 'group', 'document', 'time')),
  entity_id TEXT REFERENCES entity (id),
  PRIMARY KEY (article_id, sequence),
  CHECK (start <= end)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity_id) WHERE entity_id IS NOT NULL;

CREATE TABLE candidate (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  stage TEXT NOT NULL,
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (article_id, sequence),
  CHECK (start <= end)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  rowid INTEGER PRIMARY KEY,
  claim_id TEXT REFERENCES claim (id) ON DELETE CASCADE,
  source_id TEXT REFERENCES source (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  stage TEXT NOT NULL,
  version INTEGER NOT NULL,
  rule TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  CHECK ((claim_id IS NULL) <> (source_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX evidence_claim ON evidence (claim_id, sequence) WHERE claim_id IS NOT NULL;
CREATE UNIQUE INDEX evidence_source ON evidence (source_id, sequence) WHERE source_id IS NOT NULL;

CREATE TABLE done (
  article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  stage TEXT NOT NULL,
  version INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  run_id INTEGER NOT NULL REFERENCES run (id),
  PRIMARY KEY (article_id, stage, version)
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
