import { sealLater } from '../seal/seal-later.ts'
import type { Migration } from './migration.ts'

/**
 * Digests of everything that runs write, sealed by each run and chained to the seal before, so that a change to any row
 * is seen. What older runs wrote is sealed as it stands now, and marked as sealed later.
 */
export const seals: Migration = {
  number: 10,
  name: 'seals',
  since: '0.1.0',
  sql: `
-- Digests are SHA-256 in hexadecimal digits.
CREATE TABLE seal (
  id INTEGER PRIMARY KEY,
  -- Its place in the order of sealing; null, like all behind it, until what it holds is complete.
  number INTEGER UNIQUE CHECK (number >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('run', 'later', 'merge')),
  run_id INTEGER REFERENCES run (id),
  sealed_at TEXT,
  -- That of the run's row.
  run_digest TEXT,
  -- How many leaves there are, and the root of the Merkle tree over them.
  size INTEGER,
  root TEXT,
  -- How many corrections there were, and the last link of their chain.
  corrections INTEGER,
  corrections_head TEXT,
  -- The seals before it (JSON: digests).
  previous TEXT CHECK (json_valid(previous)),
  digest TEXT UNIQUE,
  CHECK ((number IS NULL) = (digest IS NULL) AND (digest IS NULL) = (previous IS NULL) AND (digest IS NULL) = (root IS NULL))
) STRICT;
CREATE UNIQUE INDEX seal_open ON seal (run_id) WHERE number IS NULL;

-- What a seal holds: the digest of an article, an input or a dead letter, by a name that is the same in every store; null
-- where it was taken away. Of one name the last counts.
CREATE TABLE seal_leaf (
  id INTEGER PRIMARY KEY,
  seal_id INTEGER NOT NULL REFERENCES seal (id),
  kind TEXT NOT NULL CHECK (kind IN ('article', 'input', 'dead_letter')),
  subject TEXT NOT NULL,
  digest TEXT,
  -- A byte for each row of an article (base64), by which it is found where a change lies.
  sums TEXT
) STRICT;
CREATE INDEX seal_leaf_seal ON seal_leaf (seal_id);

-- The chain of corrections: each link is made of the one before and the correction's row.
CREATE TABLE correction_link (
  correction_id INTEGER PRIMARY KEY REFERENCES correction (id),
  digest TEXT NOT NULL
) STRICT;
`,
  afterwards: sealLater,
}
