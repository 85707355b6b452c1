import type { Migration } from './migration.ts'

/**
 * What reading found beside the text: what each place says of its article, by what it says it, and which passages of the
 * place are no part of the article. The same text from two places is one article with two inputs, and each place has a
 * title, a date and furniture of its own; `article` keeps what the first of them says.
 *
 * What older runs read is known of the articles alone. Where an article came from one input, that is what the input says.
 */
export const leftOut: Migration = {
  number: 9,
  name: 'left-out',
  since: '0.1.0',
  sql: `
ALTER TABLE article ADD COLUMN modified_at TEXT;
ALTER TABLE article ADD COLUMN section TEXT;
-- By what the input tells the others (JSON): og:title, first line, …
ALTER TABLE article ADD COLUMN origins TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(origins));

ALTER TABLE input ADD COLUMN title TEXT;
ALTER TABLE input ADD COLUMN byline TEXT;
ALTER TABLE input ADD COLUMN publisher TEXT;
ALTER TABLE input ADD COLUMN published_at TEXT;
ALTER TABLE input ADD COLUMN published_utc TEXT;
ALTER TABLE input ADD COLUMN modified_at TEXT;
ALTER TABLE input ADD COLUMN section TEXT;
ALTER TABLE input ADD COLUMN language TEXT;
-- Null where nobody noted what this place says, or it gave no article.
ALTER TABLE input ADD COLUMN origins TEXT CHECK (json_valid(origins));

-- With rows by number, unlike spans: without, a passage of 2 kB takes 4.7 kB, because half of it leaves its page (measured).
CREATE TABLE left_out (
  input_id INTEGER NOT NULL REFERENCES input (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  reason TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (input_id, sequence)
) STRICT;

CREATE TEMP TABLE only_input AS
SELECT min(id) AS id, article_id FROM input WHERE article_id IS NOT NULL GROUP BY article_id HAVING count(*) = 1;
UPDATE input SET title = article.title, byline = article.byline, publisher = article.publisher,
  published_at = article.published_at, published_utc = article.published_utc, language = article.language, origins = '{}'
FROM only_input JOIN article ON article.id = only_input.article_id WHERE input.id = only_input.id;
DROP TABLE only_input;
`,
}
