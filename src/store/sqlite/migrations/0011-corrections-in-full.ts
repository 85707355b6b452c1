import { restateClaims } from '../write/restate-claims.ts'
import type { Migration } from './migration.ts'

/**
 * Corrections of everything that is said of a claim, and claims that are added: what each entry of the ledger says, and
 * where each claim stands after all of its entries.
 */
export const correctionsInFull: Migration = {
  number: 11,
  name: 'corrections-in-full',
  since: '0.1.0',
  sql: `
-- A rule of the ledger changes, which SQLite does only with a new table; what refers to it has to make room meanwhile.
CREATE TABLE correction_new (
  id INTEGER PRIMARY KEY,
  claim_id TEXT NOT NULL,
  verdict TEXT CHECK (verdict IN ('accepted', 'rejected', 'withdrawn')),
  source TEXT CHECK (source <> ''),
  note TEXT CHECK (note <> ''),
  corrected_by TEXT CHECK (corrected_by <> ''),
  corrected_at TEXT NOT NULL,
  article_id TEXT NOT NULL,
  uri TEXT NOT NULL,
  former_source TEXT,
  former_cue TEXT NOT NULL,
  former_content TEXT,
  cue_start INTEGER NOT NULL CHECK (cue_start >= 0),
  -- By role the spans that stand in the place of the machine's (JSON: pairs of start and end).
  spans TEXT CHECK (json_valid(spans)),
  act TEXT CHECK (act IN ('statement', 'question', 'order', 'promise', 'accusation', 'denial', 'belief', 'intention', 'feeling', 'no-comment')),
  negated INTEGER CHECK (negated IN (0, 1)),
  quotation TEXT CHECK (quotation IN ('direct', 'indirect', 'mixed', 'none')),
  naming TEXT CHECK (naming IN ('named', 'unnamed', 'anonymous', 'unstated')),
  role TEXT CHECK (role <> ''),
  affiliation TEXT CHECK (affiliation <> ''),
  -- Of the cue and of the source in spans.
  cue_lemma TEXT,
  source_id TEXT,
  -- 1 where it adds a claim that the machine missed.
  adds INTEGER CHECK (adds = 1),
  -- The claim that was joined or split.
  part_of TEXT,
  -- The digest of the entry that it takes back.
  undoes TEXT,
  CHECK (coalesce(verdict, source, note, spans, act, quotation, naming, role, affiliation, undoes) IS NOT NULL OR negated IS NOT NULL OR adds IS NOT NULL)
) STRICT;
INSERT INTO correction_new
  SELECT *, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM correction;
CREATE TABLE correction_link_new (
  correction_id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL
) STRICT;
INSERT INTO correction_link_new SELECT * FROM correction_link;
DROP TABLE correction_link;
DROP TABLE correction;
ALTER TABLE correction_new RENAME TO correction;
CREATE TABLE correction_link (
  correction_id INTEGER PRIMARY KEY REFERENCES correction (id),
  digest TEXT NOT NULL
) STRICT;
INSERT INTO correction_link SELECT * FROM correction_link_new;
DROP TABLE correction_link_new;
CREATE INDEX correction_claim ON correction (claim_id, id);
CREATE TRIGGER correction_update BEFORE UPDATE ON correction BEGIN
  SELECT raise(ABORT, 'corrections are never edited: add another');
END;
CREATE TRIGGER correction_delete BEFORE DELETE ON correction BEGIN
  SELECT raise(ABORT, 'corrections are never deleted: add another');
END;
-- REPLACE deletes without the trigger above.
CREATE TRIGGER correction_replace BEFORE INSERT ON correction
WHEN EXISTS (SELECT 1 FROM correction WHERE id = new.id) BEGIN
  SELECT raise(ABORT, 'corrections are never edited: add another');
END;

-- Where a claim stands after all its corrections, which follows from the ledger and the article's text.
CREATE TABLE standing (
  rowid INTEGER PRIMARY KEY,
  claim_id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL,
  -- 1 where the claim is there by the ledger.
  added INTEGER NOT NULL CHECK (added IN (0, 1)),
  verdict TEXT,
  source TEXT,
  note TEXT,
  act TEXT,
  negated INTEGER,
  quotation TEXT,
  naming TEXT,
  role TEXT,
  affiliation TEXT,
  cue_lemma TEXT,
  source_id TEXT,
  -- 1 for each role whose spans in standing_span stand in the place of the machine's.
  sets_source INTEGER NOT NULL,
  sets_cue INTEGER NOT NULL,
  sets_content INTEGER NOT NULL,
  sets_addressee INTEGER NOT NULL,
  source_text TEXT,
  cue_text TEXT,
  content_text TEXT,
  addressee_text TEXT,
  start INTEGER,
  end INTEGER,
  context_start INTEGER,
  context_end INTEGER,
  corrections INTEGER NOT NULL,
  corrected_by TEXT,
  corrected_at TEXT
) STRICT;
CREATE INDEX standing_article ON standing (article_id);
CREATE INDEX standing_of_source ON standing (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX standing_added ON standing (rowid) WHERE added = 1;
CREATE TABLE standing_span (
  standing_rowid INTEGER NOT NULL REFERENCES standing (rowid),
  role TEXT NOT NULL CHECK (role IN ('source', 'cue', 'content', 'addressee')),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (standing_rowid, role, sequence)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE standing_search USING fts5 (
  content_text, content = 'standing', content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER standing_search_insert AFTER INSERT ON standing WHEN new.content_text IS NOT NULL BEGIN
  INSERT INTO standing_search (rowid, content_text) VALUES (new.rowid, new.content_text);
END;
CREATE TRIGGER standing_search_delete AFTER DELETE ON standing WHEN old.content_text IS NOT NULL BEGIN
  INSERT INTO standing_search (standing_search, rowid, content_text) VALUES ('delete', old.rowid, old.content_text);
END;
`,
  afterwards: database => restateClaims(database, null),
}
