import { viewsWith } from '../views/views.ts'

export const VIEWS = viewsWith(
  (claimRowid, role) =>
    `(SELECT group_concat(text, ' … ') FROM
    (SELECT text FROM claim_span WHERE claim_rowid = ${claimRowid} AND role = '${role}' ORDER BY sequence))`,
  (expression, rows) =>
    `(SELECT group_concat(words, '; ') FROM (SELECT ${expression} AS words FROM ${rows} ORDER BY sequence) AS ordered)`,
)
