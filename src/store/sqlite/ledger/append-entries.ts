import type { Database } from 'better-sqlite3'
import { HearsayError } from '../../../domain/errors.ts'
import type { NewRow } from '../../ledger/new-row.ts'
import { timeAfter } from '../../ledger/time-after.ts'
import { linkCorrections } from '../../seals/link-ledgers.ts'
import { perform } from '../perform.ts'
import { restateClaims } from '../write/restate-claims.ts'
import { addToLedger, insertsInto } from './add-to-ledger.ts'

/** SQLite takes at most 32,766 parameters in one query. */
const PORTION = 10_000

/**
 * Adds entries to the ledger of corrections: all of them or, when something goes wrong, none. The rows that
 * the machine wrote stay as they are. It needs no run and waits its turn while one writes.
 *
 * @throws HearsayError 2 (a claim is no longer there), 4 (not usable, locked) or 74 (disk full).
 */
export function appendEntries(path: string, rows: readonly NewRow[]): void {
  addToLedger(path, database => append(database, rows))
}

function append(database: Database, rows: readonly NewRow[]): void {
  const ids = [...new Set(rows.map(({ claim_id }) => claim_id))]
  const isThere = database
    .prepare<[string, string], number>(
      'SELECT 1 FROM claim WHERE id = ? UNION ALL SELECT 1 FROM standing WHERE claim_id = ? AND added = 1',
    )
    .pluck()
  for (const { claim_id, adds, undoes } of rows)
    if (adds === null && undoes === null && isThere.get(claim_id, claim_id) === undefined)
      throw new HearsayError(
        `Claim ${claim_id} has gone meanwhile; look for it with: hearsay claims.`,
        'claim-not-found',
      )
  const corrected_at = timeAfter(findLatest(database, ids))
  const insert = insertsInto(database, 'correction')
  for (const row of rows) insert({ ...row, corrected_at })
  perform(database, linkCorrections())
  restateClaims(database, ids)
}

function findLatest(database: Database, ids: readonly string[]): string | null {
  let latest: string | null = null
  for (let from = 0; from < ids.length; from += PORTION) {
    const found = database
      .prepare<[string], string | null>(
        'SELECT max(corrected_at) FROM correction WHERE claim_id IN (SELECT value FROM json_each(?))',
      )
      .pluck()
      .get(JSON.stringify(ids.slice(from, from + PORTION)))
    if (found != null && (latest === null || found > latest)) latest = found
  }
  return latest
}
