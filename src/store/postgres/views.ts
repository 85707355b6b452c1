import { viewsWith } from '../views/views.ts'

export const VIEWS = viewsWith(
  (claimRowid, role) =>
    `(SELECT string_agg(text, ' … ' ORDER BY sequence) FROM claim_span WHERE claim_rowid = ${claimRowid} AND role = '${role}')`,
  (expression, rows) => `(SELECT string_agg(${expression}, '; ' ORDER BY sequence) FROM ${rows})`,
)
