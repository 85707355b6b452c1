import type { Migration } from './migration.ts'

/**
 * What people say of voices, in a ledger of its own that only grows: gender, type, function, role, affiliation, and who is the
 * same person as who.
 */
export const voiceCorrections: Migration = {
  number: 13,
  name: 'voice-corrections',
  since: '0.1.0',
  sql: `
CREATE TABLE voice_correction (
  id INTEGER PRIMARY KEY,
  voice_id TEXT NOT NULL,
  article_id TEXT NOT NULL,
  article_uri TEXT NOT NULL,
  -- Its name, or else the words of its first mention, and where that stood, for when it is found no more.
  former_name TEXT NOT NULL,
  former_start INTEGER NOT NULL CHECK (former_start >= 0),
  former_end INTEGER NOT NULL,
  gender TEXT CHECK (gender IN ('woman', 'man', 'nonbinary', 'unknown')),
  source_type TEXT CHECK (source_type IN ('politician', 'government', 'police-military', 'academic', 'health', 'science-technology', 'media', 'law', 'business', 'worker', 'religious', 'civil-society', 'celebrity', 'sport', 'student', 'resident', 'suspect', 'family', 'document', 'other', 'unknown')),
  function TEXT CHECK (function IN ('subject', 'spokesperson', 'expert', 'experience', 'witness', 'opinion', 'unknown')),
  -- Empty where it is said to have none.
  role TEXT,
  affiliation TEXT,
  -- The voice that is the same person, or one that is somebody else.
  same_as TEXT,
  apart_from TEXT,
  -- The entry that it takes back (voice_correction_link).
  withdraws TEXT,
  note TEXT CHECK (note <> ''),
  corrected_by TEXT CHECK (corrected_by <> ''),
  corrected_at TEXT NOT NULL,
  CHECK (former_start <= former_end),
  CHECK (coalesce(gender, source_type, function, role, affiliation, same_as, apart_from, withdraws, note) IS NOT NULL)
) STRICT;
CREATE INDEX voice_correction_voice ON voice_correction (voice_id, id);
CREATE INDEX voice_correction_article ON voice_correction (article_id);
CREATE TRIGGER voice_correction_update BEFORE UPDATE ON voice_correction BEGIN
  SELECT raise(ABORT, 'corrections are never edited: add another');
END;
CREATE TRIGGER voice_correction_delete BEFORE DELETE ON voice_correction BEGIN
  SELECT raise(ABORT, 'corrections are never deleted: add another');
END;
-- REPLACE deletes without the trigger above.
CREATE TRIGGER voice_correction_replace BEFORE INSERT ON voice_correction
WHEN EXISTS (SELECT 1 FROM voice_correction WHERE id = new.id) BEGIN
  SELECT raise(ABORT, 'corrections are never edited: add another');
END;

-- The chain of these corrections: each link is made of the one before and the correction's row, and its entry of the row alone.
CREATE TABLE voice_correction_link (
  correction_id INTEGER PRIMARY KEY REFERENCES voice_correction (id),
  digest TEXT NOT NULL,
  entry TEXT NOT NULL
) STRICT;

-- How many of them there were, and the last link of their chain; null where there were none.
ALTER TABLE seal ADD COLUMN voice_corrections INTEGER CHECK (voice_corrections >= 1);
ALTER TABLE seal ADD COLUMN voice_corrections_head TEXT;
`,
}
