import type pg from 'pg'
import { HearsayError } from '../../../domain/errors.ts'
import type { NewRow } from '../../ledger/new-row.ts'
import { timeAfter } from '../../ledger/time-after.ts'
import { linkCorrections } from '../../seals/link-ledgers.ts'
import { perform } from '../perform.ts'
import { restateClaims } from '../write/restate-claims.ts'
import { addToLedger, insertInto } from './add-to-ledger.ts'

/**
 * Adds entries to the ledger of corrections: all of them or, when something goes wrong, none. The rows that
 * the machine wrote stay as they are. It needs no run; others who
 * correct, or end a run, are waited for.
 *
 * @throws HearsayError 2 (a claim is no longer there), 4 (not usable) or 74 (disk full)
 */
export async function appendEntries(url: string, rows: readonly NewRow[]): Promise<void> {
  await addToLedger(url, client => append(client, rows))
}

async function append(client: pg.ClientBase, rows: readonly NewRow[]): Promise<void> {
  const ids = [...new Set(rows.map(({ claim_id }) => claim_id))]
  const needed = rows.filter(({ adds, undoes }) => adds === null && undoes === null).map(({ claim_id }) => claim_id)
  const { rows: gone } = await client.query<{ id: string }>(
    `SELECT id FROM unnest($1::text[]) AS needed (id)
     WHERE NOT EXISTS (SELECT FROM claim WHERE claim.id = needed.id)
       AND NOT EXISTS (SELECT FROM standing WHERE claim_id = needed.id AND added = 1) LIMIT 1`,
    [needed],
  )
  if (gone[0] !== undefined)
    throw new HearsayError(
      `Claim ${gone[0].id} has gone meanwhile; look for it with: hearsay claims.`,
      'claim-not-found',
    )
  const { rows: latest } = await client.query<{ latest: string | null }>(
    'SELECT max(corrected_at) AS latest FROM correction WHERE claim_id = ANY ($1)',
    [ids],
  )
  const corrected_at = timeAfter(latest[0]?.latest ?? null)
  for (const row of rows) await insertInto(client, 'correction', { ...row, corrected_at })
  await perform(client, linkCorrections())
  await restateClaims(client, ids)
}
