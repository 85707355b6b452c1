import type { Migration } from './migration.ts'

/**
 * What the anonymity ledger and second-hand attribution need: a source's rank and who promised not to name it, whom a
 * claim's source cites in turn, which claim of a named source says the same, and the name and chain of every mention.
 * Rows from before have NULL there until their article is run again.
 */
export const chainsAndLedger: Migration = {
  number: 2,
  name: 'chains-and-ledger',
  since: '0.1.0',
  sql: `
ALTER TABLE source ADD COLUMN rank TEXT;
ALTER TABLE source ADD COLUMN rank_start INTEGER;
ALTER TABLE source ADD COLUMN rank_end INTEGER
  CHECK ((rank_start IS NULL) = (rank_end IS NULL) AND (rank_start IS NULL OR (rank IS NOT NULL AND 0 <= rank_start AND rank_start <= rank_end)));
ALTER TABLE source ADD COLUMN granted_by TEXT;
ALTER TABLE source ADD COLUMN granted_by_start INTEGER;
ALTER TABLE source ADD COLUMN granted_by_end INTEGER
  CHECK ((granted_by_start IS NULL) = (granted_by_end IS NULL) AND (granted_by_start IS NULL OR (granted_by IS NOT NULL AND 0 <= granted_by_start AND granted_by_start <= granted_by_end)));

ALTER TABLE claim ADD COLUMN cited_rowid INTEGER REFERENCES source (rowid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE claim ADD COLUMN corroborated_rowid INTEGER REFERENCES claim (rowid) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX claim_cited ON claim (cited_rowid) WHERE cited_rowid IS NOT NULL;
CREATE INDEX claim_corroborated ON claim (corroborated_rowid) WHERE corroborated_rowid IS NOT NULL;

ALTER TABLE mention ADD COLUMN name_start INTEGER;
ALTER TABLE mention ADD COLUMN name_end INTEGER CHECK ((name_start IS NULL) = (name_end IS NULL));
-- Mentions of one article with the same number mean the same.
ALTER TABLE mention ADD COLUMN chain INTEGER;
`,
}
