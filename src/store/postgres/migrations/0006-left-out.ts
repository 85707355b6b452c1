import type { Migration } from './migration.ts'

/**
 * What reading found beside the text: what each place says of its article, by what it says it, and which passages of the
 * place are no part of the article. The same text from two places is one article with two inputs, and each place has a
 * title, a date and furniture of its own; `article` keeps what the first of them says.
 *
 * What older runs read is known of the articles alone. Where an article came from one input, that is what the input says.
 *
 * Passages are written with their input in one transaction and go with it by a trigger, like the parts of articles.
 */
export const leftOut: Migration = {
  number: 6,
  name: 'left-out',
  since: '0.1.0',
  sql: `
ALTER TABLE article
  ADD COLUMN modified_at TEXT COLLATE "C",
  ADD COLUMN section TEXT COLLATE "C",
  -- By what the input tells the others (JSON): og:title, first line, …
  ADD COLUMN origins TEXT COLLATE "C" NOT NULL DEFAULT '{}' CHECK (origins::json IS NOT NULL);

ALTER TABLE input
  ADD COLUMN title TEXT COLLATE "C",
  ADD COLUMN byline TEXT COLLATE "C",
  ADD COLUMN publisher TEXT COLLATE "C",
  ADD COLUMN published_at TEXT COLLATE "C",
  ADD COLUMN published_utc TEXT COLLATE "C",
  ADD COLUMN modified_at TEXT COLLATE "C",
  ADD COLUMN section TEXT COLLATE "C",
  ADD COLUMN language TEXT COLLATE "C",
  -- Null where nobody noted what this place says, or it gave no article.
  ADD COLUMN origins TEXT COLLATE "C" CHECK (origins IS NULL OR origins::json IS NOT NULL);

CREATE TABLE left_out (
  input_id BIGINT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  reason TEXT COLLATE "C" NOT NULL,
  text TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (input_id, sequence)
);
CREATE FUNCTION hearsay_delete_left_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM left_out WHERE input_id IN (SELECT id FROM gone);
  RETURN NULL;
END $$;
CREATE TRIGGER input_left_out AFTER DELETE ON input REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION hearsay_delete_left_out();

UPDATE input SET title = article.title, byline = article.byline, publisher = article.publisher,
  published_at = article.published_at, published_utc = article.published_utc, language = article.language, origins = '{}'
FROM (SELECT min(id) AS id, article_id FROM input WHERE article_id IS NOT NULL GROUP BY article_id HAVING count(*) = 1) AS only_input
JOIN article ON article.id = only_input.article_id WHERE input.id = only_input.id;
`,
}
