import type pg from 'pg'
import { EXIT, HearsayError } from '../../domain/errors.ts'
import type { NewRow } from '../ledger/new-row.ts'
import { timeAfter } from '../ledger/time-after.ts'
import { COLUMNS, list } from '../transfer/tables.ts'
import { holdChains } from './close-seal.ts'
import { connectForReading } from './connect.ts'
import { linkCorrections } from './link-corrections.ts'
import { withClearErrors } from './postgres-errors.ts'
import { restateClaims } from './restate-claims.ts'
import { withoutNul } from './table-rows.ts'
import { inTransaction } from './transaction.ts'

/**
 * Adds entries to the ledger of corrections: all of them or, when something goes wrong, none. The rows that
 * the machine wrote stay as they are. It needs no run; others who
 * correct, or end a run, are waited for.
 *
 * @throws HearsayError 2 (a claim is no longer there), 4 (not usable) or 74 (disk full)
 */
export async function appendEntries(url: string, rows: readonly NewRow[]): Promise<void> {
  // A correction is of something: it never makes the tables.
  const client = await connectForReading(url)
  try {
    await withClearErrors(url, () =>
      inTransaction(client, async () => {
        // Before any is added, so that their numbers come in the order of the chain.
        await holdChains(client)
        await append(client, rows)
      }),
    )
  } finally {
    await client.end().catch(() => {})
  }
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
    throw new HearsayError(`Claim ${gone[0].id} has gone meanwhile; look for it with: hearsay claims.`, EXIT.usage)
  const { rows: latest } = await client.query<{ latest: string | null }>(
    'SELECT max(corrected_at) AS latest FROM correction WHERE claim_id = ANY ($1)',
    [ids],
  )
  const corrected_at = timeAfter(latest[0]?.latest ?? null)
  const columns = COLUMNS.correction
  const parameters = columns.map((_, i) => `$${i + 1}`).join(', ')
  for (const row of rows) {
    const values = columns.map(column => withoutNulIn({ ...row, corrected_at }[column]))
    await client.query(`INSERT INTO correction (${list(columns)}) VALUES (${parameters})`, values)
  }
  await linkCorrections(client)
  await restateClaims(client, ids)
}

function withoutNulIn(value: string | number | null): string | number | null {
  return typeof value === 'string' ? withoutNul(value) : value
}
