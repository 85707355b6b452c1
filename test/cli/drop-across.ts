import { corrections } from '../../src/store/sqlite/migrations/0004-corrections.ts'

/** Takes away what was found across articles, with what notices that an article waits. */
export const ACROSS = `
  DROP TRIGGER across_entry_article; DROP TRIGGER across_entry_input; DROP TRIGGER across_entry_other_input;
  DROP TRIGGER across_gone_article; DROP TABLE reply; DROP TABLE accusation; DROP TABLE version_change;
  DROP TABLE quotation_member; DROP TABLE quotation_loss; DROP TABLE quotation_family; DROP TABLE wording_tie;
  DROP TABLE wording_anchor; DROP TABLE wording; DROP TABLE across_holder; DROP TABLE across_gone; DROP TABLE across_entry;`

/** The ledger of corrections as schema 9 has it. */
export const OLD_CORRECTIONS = corrections.sql
