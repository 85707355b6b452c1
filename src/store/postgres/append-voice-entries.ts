import type pg from 'pg'
import { type NewVoiceRow, voiceGone } from '../ledger/plan-voice-corrections.ts'
import { timeAfter } from '../ledger/time-after.ts'
import { COLUMNS, list } from '../transfer/tables.ts'
import { holdChains } from './close-seal.ts'
import { connectForReading } from './connect.ts'
import { linkVoiceCorrections } from './link-voice-corrections.ts'
import { withClearErrors } from './postgres-errors.ts'
import { withoutNul } from './table-rows.ts'
import { inTransaction } from './transaction.ts'

/**
 * Adds entries to the ledger of voices: all of them or none, as `appendEntries` does to that of claims.
 *
 * @throws HearsayError 2 (a voice is no longer there), 4 (not usable) or 74 (disk full)
 */
export async function appendVoiceEntries(url: string, rows: readonly NewVoiceRow[]): Promise<void> {
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

async function append(client: pg.ClientBase, rows: readonly NewVoiceRow[]): Promise<void> {
  const columns = COLUMNS.voice_correction
  const parameters = columns.map((_, i) => `$${i + 1}`).join(', ')
  for (const row of rows) {
    const { rows: found } = await client.query<{ is_there: boolean; latest: string | null }>(
      `SELECT EXISTS (SELECT FROM voice WHERE id = $1) AS is_there,
         (SELECT max(corrected_at) FROM voice_correction WHERE voice_id = $1) AS latest`,
      [row.voice_id],
    )
    if (row.withdraws === null && found[0]?.is_there !== true) throw voiceGone(row.voice_id)
    const corrected_at = timeAfter(found[0]?.latest ?? null)
    const values = columns.map(column => withoutNulIn({ ...row, corrected_at }[column]))
    await client.query(`INSERT INTO voice_correction (${list(columns)}) VALUES (${parameters})`, values)
  }
  await linkVoiceCorrections(client)
}

function withoutNulIn(value: string | number | null): string | number | null {
  return typeof value === 'string' ? withoutNul(value) : value
}
