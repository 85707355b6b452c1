import type { Migration } from './migration.ts'

/**
 * What is found across articles: quotation families, replies to accusations, changes between versions. All of it follows from
 * articles, claims and corrections: it is sealed nowhere, goes to no other store, and can be made anew at any time.
 */
export const acrossArticles: Migration = {
  number: 14,
  name: 'across-articles',
  since: '0.1.0',
  sql: `
-- By which version of the steps the claims of an article were entered across articles; 0 where it waits, below 0 where it is being
-- entered with all others at once.
CREATE TABLE across_entry (
  article_rowid INTEGER PRIMARY KEY REFERENCES article (rowid) ON DELETE CASCADE,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX across_entry_version ON across_entry (version);
INSERT INTO across_entry SELECT rowid, 0 FROM article;
CREATE TRIGGER across_entry_article AFTER INSERT ON article BEGIN
  INSERT INTO across_entry (article_rowid, version) VALUES (new.rowid, 0);
END;
-- What people say of its claims, and where and when it was found, can change what is found.
CREATE TRIGGER across_entry_standing AFTER INSERT ON standing BEGIN
  UPDATE across_entry SET version = 0 WHERE article_rowid = (SELECT rowid FROM article WHERE id = new.article_id);
END;
CREATE TRIGGER across_entry_no_standing AFTER DELETE ON standing BEGIN
  UPDATE across_entry SET version = 0 WHERE article_rowid = (SELECT rowid FROM article WHERE id = old.article_id);
END;
CREATE TRIGGER across_entry_input AFTER INSERT ON input WHEN new.article_id IS NOT NULL BEGIN
  UPDATE across_entry SET version = 0 WHERE article_rowid = (SELECT rowid FROM article WHERE id = new.article_id);
END;
CREATE TRIGGER across_entry_other_input AFTER UPDATE OF uri, retrieved_at, status ON input
WHEN new.article_id IS NOT NULL
  AND (new.uri IS NOT old.uri OR new.retrieved_at IS NOT old.retrieved_at OR new.status IS NOT old.status) BEGIN
  UPDATE across_entry SET version = 0 WHERE article_rowid = (SELECT rowid FROM article WHERE id = new.article_id);
END;

-- Articles that have gone since what is found across articles was last made true; one that came back is in both tables.
CREATE TABLE across_gone (
  article_id TEXT NOT NULL PRIMARY KEY,
  uri TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER across_gone_article AFTER DELETE ON article BEGIN
  INSERT OR IGNORE INTO across_gone (article_id, uri) VALUES (old.id, old.uri);
END;

-- The process that enters articles across articles right now.
CREATE TABLE across_holder (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  process INTEGER NOT NULL,
  -- Tells it from a later one with the same number; null where the system does not say.
  process_started TEXT
) STRICT;

-- A sequence of words as contents are compared by it; contents that differ in marks and capitals alone share one.
CREATE TABLE wording (
  rowid INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  words TEXT NOT NULL,
  -- How much it tells, in bits.
  weight REAL NOT NULL CHECK (weight >= 0)
) STRICT;

-- Parts of wordings by which those are found that may be tied. They follow from the words, so nothing looks them up by wording.
CREATE TABLE wording_anchor (
  anchor INTEGER NOT NULL,
  wording_rowid INTEGER NOT NULL,
  PRIMARY KEY (anchor, wording_rowid)
) STRICT, WITHOUT ROWID;

-- Two wordings of one utterance, with the evidence. \`one\` is the one whose words come first in the order of code points.
CREATE TABLE wording_tie (
  one_rowid INTEGER NOT NULL REFERENCES wording (rowid) ON DELETE CASCADE,
  other_rowid INTEGER NOT NULL REFERENCES wording (rowid) ON DELETE CASCADE,
  score REAL NOT NULL,
  shared_words INTEGER NOT NULL CHECK (shared_words >= 0),
  strength TEXT NOT NULL CHECK (strength IN ('strong', 'weak')),
  -- JSON: runs of shared words, each its place in one, its place in the other, and how many words.
  alignment TEXT NOT NULL CHECK (json_valid(alignment)),
  PRIMARY KEY (one_rowid, other_rowid)
) STRICT, WITHOUT ROWID;
CREATE INDEX wording_tie_other ON wording_tie (other_rowid);

-- Claims of several articles whose words are the same or nearly so.
CREATE TABLE quotation_family (
  rowid INTEGER PRIMARY KEY,
  -- Hash of the smallest id of its claims.
  id TEXT NOT NULL UNIQUE,
  claims INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  publishers INTEGER NOT NULL,
  variants INTEGER NOT NULL,
  first_claim_id TEXT NOT NULL,
  first_seen TEXT,
  last_seen TEXT,
  -- How many different names its claims are given to.
  speakers INTEGER NOT NULL,
  speakers_differ INTEGER NOT NULL CHECK (speakers_differ IN (0, 1)),
  -- 1 where a variant differs from the first in what it means.
  meaning_differs INTEGER NOT NULL CHECK (meaning_differs IN (0, 1))
) STRICT;
CREATE INDEX quotation_family_size ON quotation_family (articles, id);
CREATE INDEX quotation_family_seen ON quotation_family (last_seen) WHERE last_seen IS NOT NULL;

-- A claim with the words of its content, as corrected; in a family or not.
CREATE TABLE quotation_member (
  claim_id TEXT NOT NULL PRIMARY KEY,
  article_rowid INTEGER NOT NULL REFERENCES article (rowid) ON DELETE CASCADE,
  wording_rowid INTEGER NOT NULL REFERENCES wording (rowid),
  family_rowid INTEGER REFERENCES quotation_family (rowid),
  -- Number of its wording within the family, by when it was first seen, from 0.
  variant INTEGER CHECK (variant >= 0),
  -- Whose words they are, as claims are compared by it.
  speaker TEXT,
  seen_at TEXT,
  seen_by TEXT CHECK (seen_by IN ('published', 'retrieved')),
  quotation TEXT NOT NULL CHECK (quotation IN ('direct', 'indirect', 'mixed', 'none')),
  -- Share of the information of the shorter one that its wording and the family's first have in common.
  score REAL,
  -- What differs from the first seen, with '; ' between.
  differs TEXT NOT NULL DEFAULT '',
  CHECK ((family_rowid IS NULL) = (variant IS NULL)),
  CHECK ((seen_at IS NULL) = (seen_by IS NULL))
) STRICT;
CREATE INDEX quotation_member_article ON quotation_member (article_rowid);
CREATE INDEX quotation_member_wording ON quotation_member (wording_rowid, seen_at);
CREATE INDEX quotation_member_family ON quotation_member (family_rowid) WHERE family_rowid IS NOT NULL;

-- Claims that went since families were last made true: whatever they held together may fall apart.
CREATE TABLE quotation_loss (
  claim_id TEXT NOT NULL PRIMARY KEY,
  wording_rowid INTEGER NOT NULL,
  family_rowid INTEGER,
  speaker TEXT,
  seen_at TEXT
) STRICT, WITHOUT ROWID;
CREATE TRIGGER quotation_loss_member AFTER DELETE ON quotation_member BEGIN
  INSERT OR REPLACE INTO quotation_loss (claim_id, wording_rowid, family_rowid, speaker, seen_at)
    VALUES (old.claim_id, old.wording_rowid, old.family_rowid, old.speaker, old.seen_at);
END;

-- A claim that accuses somebody.
CREATE TABLE accusation (
  claim_id TEXT NOT NULL PRIMARY KEY,
  article_rowid INTEGER NOT NULL REFERENCES article (rowid) ON DELETE CASCADE,
  accused TEXT NOT NULL,
  -- The words that name who is accused.
  accused_start INTEGER NOT NULL CHECK (accused_start >= 0),
  accused_end INTEGER NOT NULL,
  -- That of its mentions.
  accused_chain INTEGER,
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  CHECK (accused_start <= accused_end)
) STRICT, WITHOUT ROWID;
CREATE INDEX accusation_article ON accusation (article_rowid);

-- What answers an accusation, in the same article or in another.
CREATE TABLE reply (
  accusation_id TEXT NOT NULL,
  -- The claim, or else what the words go by that are no claim's.
  reply_id TEXT NOT NULL,
  accusation_article_rowid INTEGER NOT NULL REFERENCES article (rowid) ON DELETE CASCADE,
  reply_article_rowid INTEGER NOT NULL REFERENCES article (rowid) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('denial', 'no-comment', 'response', 'unreachable')),
  replier TEXT NOT NULL CHECK (replier IN ('accused', 'spokesperson', 'lawyer', 'organisation')),
  -- Where the words stand that answer.
  start INTEGER CHECK (start >= 0),
  end INTEGER,
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (accusation_id, reply_id),
  CHECK ((start IS NULL) = (end IS NULL) AND (start IS NULL OR start <= end))
) STRICT, WITHOUT ROWID;
CREATE INDEX reply_accusation_article ON reply (accusation_article_rowid);
CREATE INDEX reply_article ON reply (reply_article_rowid);

-- What changed from one version of an article to the next under the same address.
CREATE TABLE version_change (
  earlier_rowid INTEGER NOT NULL REFERENCES article (rowid) ON DELETE CASCADE,
  later_rowid INTEGER NOT NULL REFERENCES article (rowid) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  uri TEXT NOT NULL,
  earlier_at TEXT,
  later_at TEXT,
  change TEXT NOT NULL CHECK (change IN ('added', 'gone', 'changed', 'renamed', 'anonymised', 'noted')),
  field TEXT CHECK (field IN ('content', 'source', 'cue', 'quotation', 'act', 'negated', 'text')),
  claim_before TEXT,
  claim_after TEXT,
  before TEXT,
  after TEXT,
  PRIMARY KEY (earlier_rowid, later_rowid, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX version_change_later ON version_change (later_rowid);
`,
}
