import type pg from 'pg'
import { toSearchVector } from '../../full-text/tsvector.ts'
import { type IndexStatement, restate, restateAll } from '../../ledger/restate.ts'
import { literal } from '../../transfer/seals/sealed-subjects.ts'
import { perform } from '../perform.ts'

/** The words of a content are made here, as FTS5 would make them. */
export const indexContent: IndexStatement = (rowid, content) =>
  `INSERT INTO standing_search (rowid, words) VALUES (${rowid}, ${literal(toSearchVector(content))}::tsvector)`

/** Works out anew where these claims stand, or all that the ledger speaks of. Call in the transaction in which it grew. */
export async function restateClaims(client: pg.ClientBase, claimIds: readonly string[] | null): Promise<void> {
  await perform(client, claimIds === null ? restateAll(indexContent) : restate(claimIds, indexContent))
}
