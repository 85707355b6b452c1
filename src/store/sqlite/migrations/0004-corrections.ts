import type { Migration } from './migration.ts'

/**
 * What people say of claims: a ledger that only grows. Claims are referred to by id, not by row: an article that is
 * analysed again gets new rows, and a correction must outlive even a claim that is found no more. For that case it
 * keeps what the claim said.
 */
export const corrections: Migration = {
  number: 4,
  name: 'corrections',
  since: '0.1.0',
  sql: `
CREATE TABLE correction (
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
  CHECK (coalesce(verdict, source, note) IS NOT NULL)
) STRICT;
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
`,
}
