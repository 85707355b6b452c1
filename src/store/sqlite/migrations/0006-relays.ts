import type { Migration } from './migration.ts'

/** Who passes on what a claim's source said: "**AFP** quoted a spokesman as saying". */
export const relays: Migration = {
  number: 6,
  name: 'relays',
  since: '0.1.0',
  sql: `
ALTER TABLE claim ADD COLUMN relayed_rowid INTEGER REFERENCES source (rowid) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX claim_relayed ON claim (relayed_rowid) WHERE relayed_rowid IS NOT NULL;
`,
}
