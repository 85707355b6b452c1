import type { Migration } from './migration.ts'

/**
 * Claims and sources, too, are written with all that they refer to in one transaction, from a record whose references
 * were looked up: as with spans and evidence, looking each up again took the server more time than anything else in a
 * batch. `hearsay verify` looks for references to nothing. They go with their article all the same, by the same trigger.
 */
export const partsWithoutKeys: Migration = {
  number: 3,
  name: 'parts-without-keys',
  since: '0.1.0',
  sql: `
ALTER TABLE source
  DROP CONSTRAINT source_article_rowid_fkey,
  DROP CONSTRAINT source_antecedent_rowid_fkey,
  DROP CONSTRAINT source_entity_rowid_fkey;
ALTER TABLE claim
  DROP CONSTRAINT claim_article_rowid_fkey,
  DROP CONSTRAINT claim_source_rowid_fkey,
  DROP CONSTRAINT claim_parent_rowid_fkey,
  DROP CONSTRAINT claim_cited_rowid_fkey,
  DROP CONSTRAINT claim_corroborated_rowid_fkey,
  DROP CONSTRAINT claim_relayed_rowid_fkey;
CREATE OR REPLACE FUNCTION hearsay_delete_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Statements below fire this again, at last for nothing.
  IF NOT EXISTS (SELECT FROM gone) THEN
    RETURN NULL;
  END IF;
  IF TG_TABLE_NAME = 'article' THEN
    DELETE FROM claim WHERE article_rowid IN (SELECT rowid FROM gone);
    DELETE FROM source WHERE article_rowid IN (SELECT rowid FROM gone);
    DELETE FROM mention WHERE article_rowid IN (SELECT rowid FROM gone);
    DELETE FROM candidate WHERE article_rowid IN (SELECT rowid FROM gone);
    DELETE FROM done WHERE article_rowid IN (SELECT rowid FROM gone);
  ELSIF TG_TABLE_NAME = 'claim' THEN
    DELETE FROM claim WHERE parent_rowid IN (SELECT rowid FROM gone);
    UPDATE claim SET corroborated_rowid = NULL WHERE corroborated_rowid IN (SELECT rowid FROM gone);
    DELETE FROM claim_span WHERE claim_rowid IN (SELECT rowid FROM gone);
    DELETE FROM claim_search WHERE rowid IN (SELECT rowid FROM gone);
    DELETE FROM evidence WHERE claim_rowid IN (SELECT rowid FROM gone);
  ELSE
    -- One by one, so that each is found by its index.
    DELETE FROM claim WHERE source_rowid IN (SELECT rowid FROM gone);
    DELETE FROM claim WHERE cited_rowid IN (SELECT rowid FROM gone);
    DELETE FROM claim WHERE relayed_rowid IN (SELECT rowid FROM gone);
    DELETE FROM source WHERE antecedent_rowid IN (SELECT rowid FROM gone);
    DELETE FROM source_span WHERE source_rowid IN (SELECT rowid FROM gone);
    DELETE FROM evidence WHERE source_rowid IN (SELECT rowid FROM gone);
  END IF;
  RETURN NULL;
END $$;

-- An article waits there for a while as a whole: neither compressed nor cut into pieces where it fits on a page.
ALTER TABLE queued_article SET (toast_tuple_target = 8160);
`,
}
