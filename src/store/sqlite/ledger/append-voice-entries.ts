import type { Database } from 'better-sqlite3'
import { type NewVoiceRow, voiceGone } from '../../ledger/plan-voice-corrections.ts'
import { timeAfter } from '../../ledger/time-after.ts'
import { linkVoiceCorrections } from '../../seals/link-ledgers.ts'
import { perform } from '../perform.ts'
import { addToLedger, insertsInto } from './add-to-ledger.ts'

/**
 * Adds entries to the ledger of voices: all of them or none, as `appendEntries` does to that of claims.
 *
 * @throws HearsayError 2 (a voice is no longer there), 4 (not usable, locked) or 74 (disk full)
 */
export function appendVoiceEntries(path: string, rows: readonly NewVoiceRow[]): void {
  addToLedger(path, database => append(database, rows))
}

function append(database: Database, rows: readonly NewVoiceRow[]): void {
  const isThere = database.prepare<[string], number>('SELECT 1 FROM voice WHERE id = ?').pluck()
  const latest = database
    .prepare<[string], string | null>('SELECT max(corrected_at) FROM voice_correction WHERE voice_id = ?')
    .pluck()
  const insert = insertsInto(database, 'voice_correction')
  for (const row of rows) {
    const { voice_id, withdraws } = row
    if (withdraws === null && isThere.get(voice_id) === undefined) throw voiceGone(voice_id)
    const corrected_at = timeAfter(latest.get(voice_id) ?? null)
    insert({ ...row, corrected_at })
  }
  perform(database, linkVoiceCorrections())
}
