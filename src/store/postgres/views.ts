import { viewsWith } from '../views.ts'

export const VIEWS = viewsWith(
  (claimRowid, role) =>
    `(SELECT string_agg(text, ' … ' ORDER BY sequence) FROM claim_span WHERE claim_rowid = ${claimRowid} AND role = '${role}')`,
)
