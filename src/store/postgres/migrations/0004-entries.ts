import type { Migration } from './migration.ts'

/**
 * Entries of one file that failed, or were passed over, alike are one row with a count: a file of a million bad lines took
 * 120 times its size. Rows of single entries from before keep what they say, each as a group of its own, until their file
 * is read again.
 */
export const entries: Migration = {
  number: 4,
  name: 'entries',
  since: '0.1.0',
  sql: `
-- The file whose entries failed, and what their kinds and reasons have in common; how many they were when it was last
-- read, and where the first of them lie (JSON).
ALTER TABLE dead_letter
  ADD COLUMN file TEXT COLLATE "C",
  ADD COLUMN form TEXT COLLATE "C",
  ADD COLUMN times INTEGER NOT NULL DEFAULT 1 CHECK (times >= 1),
  ADD COLUMN places TEXT COLLATE "C";
-- The location of such inputs is the file.
ALTER TABLE input
  ADD COLUMN form TEXT COLLATE "C",
  ADD COLUMN places TEXT COLLATE "C";
DROP INDEX dead_letter_subject;
DROP INDEX input_subject;

UPDATE dead_letter SET file = place.file, form = place.location, places = json_build_array(place.location)::text
FROM (SELECT uri, location, regexp_replace(location, '(?<=.)#(L|(row|record|item)=|/([a-z]+/)?)[0-9]+$', '') AS file FROM input
  WHERE article_id IS NULL AND status = 'dead') AS place
WHERE dead_letter.article_id IS NULL AND place.uri = dead_letter.uri AND place.file <> place.location;
UPDATE input SET form = location, places = json_build_array(location)::text,
  location = regexp_replace(location, '(?<=.)#(L|(row|record|item)=|/([a-z]+/)?)[0-9]+$', '')
WHERE article_id IS NULL AND location ~ '.#(L|(row|record|item)=|/([a-z]+/)?)[0-9]+$';

ALTER TABLE dead_letter
  ADD CHECK ((file IS NULL) = (form IS NULL) AND (form IS NULL OR article_id IS NULL)),
  ADD CHECK ((places IS NULL) = (form IS NULL));
ALTER TABLE input
  ADD CHECK (form IS NULL OR article_id IS NULL),
  ADD CHECK ((places IS NULL) = (form IS NULL));
CREATE UNIQUE INDEX dead_letter_subject ON dead_letter (md5(coalesce(article_id, file || ' > ' || form, uri)));
CREATE INDEX dead_letter_file ON dead_letter (md5(file)) WHERE file IS NOT NULL;
CREATE UNIQUE INDEX input_subject ON input (md5(location), coalesce(article_id, ''), coalesce(form, ''));
`,
}
