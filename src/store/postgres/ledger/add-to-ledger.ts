import type pg from 'pg'
import { COLUMNS, list } from '../../transfer/tables.ts'
import { connectForReading } from '../connect.ts'
import { withClearErrors } from '../connection/postgres-errors.ts'
import { inTransaction } from '../connection/transaction.ts'
import { holdChains } from '../seal/close-seal.ts'
import { withoutNul } from '../write/table-rows.ts'

/**
 * Adds entries to a ledger: all of them or, when something goes wrong, none. It needs no run; others who correct, or end a
 * run, are waited for.
 *
 * @throws HearsayError 4 (not usable) or 74 (disk full), and whatever `add` throws
 */
export async function addToLedger(url: string, add: (client: pg.ClientBase) => Promise<void>): Promise<void> {
  // A correction is of something: it never makes the tables.
  const client = await connectForReading(url)
  try {
    await withClearErrors(url, () =>
      inTransaction(client, async () => {
        // Before any is added, so that their numbers come in the order of the chain.
        await holdChains(client)
        await add(client)
      }),
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** Inserts an entry with all columns of its ledger. */
export async function insertInto(
  client: pg.ClientBase,
  ledger: 'correction' | 'voice_correction',
  entry: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const columns = COLUMNS[ledger]
  const parameters = columns.map((_, i) => `$${i + 1}`).join(', ')
  const values = columns.map(column => withoutNulIn(entry[column] ?? null))
  await client.query(`INSERT INTO ${ledger} (${list(columns)}) VALUES (${parameters})`, values)
}

function withoutNulIn(value: string | number | null): string | number | null {
  return typeof value === 'string' ? withoutNul(value) : value
}
