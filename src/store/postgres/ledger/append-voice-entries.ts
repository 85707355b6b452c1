import type pg from 'pg'
import { type NewVoiceRow, voiceGone } from '../../ledger/plan-voice-corrections.ts'
import { timeAfter } from '../../ledger/time-after.ts'
import { linkVoiceCorrections } from '../../seals/link-ledgers.ts'
import { perform } from '../perform.ts'
import { addToLedger, insertInto } from './add-to-ledger.ts'

/**
 * Adds entries to the ledger of voices: all of them or none, as `appendEntries` does to that of claims.
 *
 * @throws HearsayError 2 (a voice is no longer there), 4 (not usable) or 74 (disk full)
 */
export async function appendVoiceEntries(url: string, rows: readonly NewVoiceRow[]): Promise<void> {
  await addToLedger(url, client => append(client, rows))
}

async function append(client: pg.ClientBase, rows: readonly NewVoiceRow[]): Promise<void> {
  for (const row of rows) {
    const { rows: found } = await client.query<{ is_there: boolean; latest: string | null }>(
      `SELECT EXISTS (SELECT FROM voice WHERE id = $1) AS is_there,
         (SELECT max(corrected_at) FROM voice_correction WHERE voice_id = $1) AS latest`,
      [row.voice_id],
    )
    if (row.withdraws === null && found[0]?.is_there !== true) throw voiceGone(row.voice_id)
    const corrected_at = timeAfter(found[0]?.latest ?? null)
    await insertInto(client, 'voice_correction', { ...row, corrected_at })
  }
  await perform(client, linkVoiceCorrections())
}
