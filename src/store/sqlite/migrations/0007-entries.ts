import type { Migration } from './migration.ts'

/**
 * Entries of one file that failed, or were passed over, alike are one row with a count: a file of a million bad lines took
 * 120 times its size. Rows of single entries from before keep what they say, each as a group of its own, until their file
 * is read again.
 */
export const entries: Migration = {
  number: 7,
  name: 'entries',
  since: '0.1.0',
  sql: `
-- The file whose entries failed, and what their kinds and reasons have in common; how many they were when it was last
-- read, and where the first of them lie (JSON).
ALTER TABLE dead_letter ADD COLUMN file TEXT;
ALTER TABLE dead_letter ADD COLUMN form TEXT CHECK ((file IS NULL) = (form IS NULL) AND (form IS NULL OR article_id IS NULL));
ALTER TABLE dead_letter ADD COLUMN times INTEGER NOT NULL DEFAULT 1 CHECK (times >= 1);
ALTER TABLE dead_letter ADD COLUMN places TEXT CHECK (json_valid(places) AND (places IS NULL) = (form IS NULL));
-- The location of such inputs is the file.
ALTER TABLE input ADD COLUMN form TEXT CHECK (form IS NULL OR article_id IS NULL);
ALTER TABLE input ADD COLUMN places TEXT CHECK (json_valid(places) AND (places IS NULL) = (form IS NULL));
DROP INDEX dead_letter_subject;
DROP INDEX input_subject;

CREATE TEMP TABLE ending (ending TEXT);
INSERT INTO ending VALUES ('#L'), ('#row='), ('#record='), ('#item='), ('#/'), ('#/articles/'), ('#/items/'), ('#/results/'),
  ('#/docs/'), ('#/documents/'), ('#/data/'), ('#/records/'), ('#/news/'), ('#/stories/');
UPDATE dead_letter SET file = place.file, form = place.location, places = json_array(place.location)
FROM (SELECT uri, location, substr(rtrim(location, '0123456789'), 1, length(rtrim(location, '0123456789')) - length(ending)) AS file
  FROM input JOIN ending ON rtrim(location, '0123456789') LIKE '%_' || ending AND location NOT LIKE '%' || ending
  WHERE article_id IS NULL AND status = 'dead') AS place
WHERE dead_letter.article_id IS NULL AND place.uri = dead_letter.uri;
UPDATE input SET form = location, places = json_array(location),
  location = substr(rtrim(location, '0123456789'), 1, length(rtrim(location, '0123456789')) - length(ending))
FROM ending
WHERE article_id IS NULL AND rtrim(location, '0123456789') LIKE '%_' || ending AND location NOT LIKE '%' || ending;
DROP TABLE ending;

CREATE UNIQUE INDEX dead_letter_subject ON dead_letter (coalesce(article_id, file || ' > ' || form, uri));
CREATE INDEX dead_letter_file ON dead_letter (file) WHERE file IS NOT NULL;
CREATE UNIQUE INDEX input_subject ON input (location, coalesce(article_id, ''), coalesce(form, ''));
`,
}
