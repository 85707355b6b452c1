import type { Migration } from './migration.ts'

/**
 * How many claims an article was stored with, so that one that has gone since is missed. Unknown (NULL) of articles
 * that were stored before, until they are run again.
 */
export const claimCount: Migration = {
  number: 3,
  name: 'claim-count',
  since: '0.1.0',
  sql: 'ALTER TABLE article ADD COLUMN claim_count INTEGER CHECK (claim_count >= 0)',
}
