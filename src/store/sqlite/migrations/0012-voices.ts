import type { Migration } from './migration.ts'

/**
 * Who gets a voice in an article: one row for whoever is the source of a claim, and for every person whom it names. Articles
 * from before have none until they are run again.
 */
export const voices: Migration = {
  number: 12,
  name: 'voices',
  since: '0.1.0',
  sql: `
CREATE TABLE voice (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_rowid INTEGER NOT NULL REFERENCES article (rowid) ON DELETE CASCADE,
  -- In the order of the first mentions, from 0.
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  name TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'government', 'group', 'document', 'unknown')),
  naming TEXT NOT NULL CHECK (naming IN ('named', 'unnamed', 'anonymous', 'unstated')),
  -- The first full mention.
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  -- That of its mentions.
  chain INTEGER,
  entity_rowid INTEGER REFERENCES entity (rowid),
  role TEXT, role_start INTEGER, role_end INTEGER,
  affiliation TEXT, affiliation_start INTEGER, affiliation_end INTEGER,
  gender TEXT NOT NULL CHECK (gender IN ('woman', 'man', 'nonbinary', 'unknown')),
  gender_confidence REAL NOT NULL CHECK (gender_confidence BETWEEN 0 AND 1),
  source_type TEXT NOT NULL CHECK (source_type IN ('politician', 'government', 'police-military', 'academic', 'health', 'science-technology', 'media', 'law', 'business', 'worker', 'religious', 'civil-society', 'celebrity', 'sport', 'student', 'resident', 'suspect', 'family', 'document', 'other', 'unknown')),
  source_type_confidence REAL NOT NULL CHECK (source_type_confidence BETWEEN 0 AND 1),
  function TEXT NOT NULL CHECK (function IN ('subject', 'spokesperson', 'expert', 'experience', 'witness', 'opinion', 'unknown')),
  function_confidence REAL NOT NULL CHECK (function_confidence BETWEEN 0 AND 1),
  -- What follows from its claims whose act is listed: how many, and their words in quotation marks.
  claims INTEGER NOT NULL CHECK (claims >= 0),
  quoted_words INTEGER NOT NULL CHECK (quoted_words >= 0),
  -- 1 where the article's first or last listed claim that has a voice is its own.
  first_voice INTEGER NOT NULL CHECK (first_voice IN (0, 1)),
  last_voice INTEGER NOT NULL CHECK (last_voice IN (0, 1)),
  -- Of its chain.
  mentions INTEGER NOT NULL CHECK (mentions >= 0),
  CHECK (start <= end),
  CHECK ((role_start IS NULL) = (role_end IS NULL) AND (role_start IS NULL OR (role IS NOT NULL AND 0 <= role_start AND role_start <= role_end))),
  CHECK ((affiliation_start IS NULL) = (affiliation_end IS NULL) AND (affiliation_start IS NULL OR (affiliation IS NOT NULL AND 0 <= affiliation_start AND affiliation_start <= affiliation_end)))
) STRICT;
CREATE UNIQUE INDEX voice_order ON voice (article_rowid, sequence);
CREATE INDEX voice_entity ON voice (entity_rowid) WHERE entity_rowid IS NOT NULL;

-- What a voice's role, affiliation, gender, type and function rest on.
CREATE TABLE voice_evidence (
  voice_rowid INTEGER NOT NULL REFERENCES voice (rowid) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  field TEXT NOT NULL CHECK (field IN ('role', 'affiliation', 'gender', 'type', 'function')),
  value TEXT NOT NULL,
  -- Null where a list says it, and not the text.
  start INTEGER CHECK (start >= 0),
  end INTEGER,
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (voice_rowid, sequence),
  CHECK ((start IS NULL) = (end IS NULL) AND (start IS NULL OR start <= end))
) STRICT, WITHOUT ROWID;

-- Whose each claim is; none where the text gives no source.
CREATE TABLE voice_claim (
  claim_rowid INTEGER PRIMARY KEY REFERENCES claim (rowid) ON DELETE CASCADE,
  voice_rowid INTEGER NOT NULL REFERENCES voice (rowid) ON DELETE CASCADE,
  -- Words of its content that stand in quotation marks.
  quoted_words INTEGER NOT NULL CHECK (quoted_words >= 0)
) STRICT;
CREATE INDEX voice_claim_voice ON voice_claim (voice_rowid);
`,
}
