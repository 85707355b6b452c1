import { corrections } from '../../src/store/sqlite/migrations/0004-corrections.ts'

/** What came across articles, with voices and with seals goes, and the ledger of corrections is as it was before them. */
export const BACK_TO_SCHEMA_9 = `
  DROP TRIGGER across_entry_article; DROP TRIGGER across_entry_input; DROP TRIGGER across_entry_other_input;
  DROP TRIGGER across_gone_article; DROP TABLE reply; DROP TABLE accusation; DROP TABLE version_change;
  DROP TABLE quotation_member; DROP TABLE quotation_loss; DROP TABLE quotation_family; DROP TABLE wording_tie;
  DROP TABLE wording_anchor; DROP TABLE wording; DROP TABLE across_holder; DROP TABLE across_gone; DROP TABLE across_entry;
  DROP TABLE voice_correction_link; DROP TABLE voice_correction; DROP TABLE voice_claim; DROP TABLE voice_evidence;
  DROP TABLE voice; DROP TABLE seal_leaf; DROP TABLE seal; DROP TABLE correction_link; DROP TABLE standing_search;
  DROP TABLE standing_span; DROP TABLE standing; DROP TABLE correction;
  ${corrections.sql}
  DELETE FROM done WHERE stage = 'voices'; DELETE FROM migration WHERE number >= 10; PRAGMA user_version = 9`
