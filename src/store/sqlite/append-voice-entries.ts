import type { Database } from 'better-sqlite3'
import { type NewVoiceRow, voiceGone } from '../ledger/plan-voice-corrections.ts'
import { timeAfter } from '../ledger/time-after.ts'
import { COLUMNS, list } from '../transfer/tables.ts'
import { connectForWriting, requireDatabase } from './connect.ts'
import { linkVoiceCorrections } from './link-voice-corrections.ts'
import { withClearErrors } from './sqlite-errors.ts'

/**
 * Adds entries to the ledger of voices: all of them or none, as `appendEntries` does to that of claims.
 *
 * @throws HearsayError 2 (a voice is no longer there), 4 (not usable, locked) or 74 (disk full)
 */
export function appendVoiceEntries(path: string, rows: readonly NewVoiceRow[]): void {
  requireDatabase(path)
  const database = connectForWriting(path)
  try {
    withClearErrors(path, () => database.transaction(() => append(database, rows)).immediate())
  } finally {
    database.close()
  }
}

function append(database: Database, rows: readonly NewVoiceRow[]): void {
  const isThere = database.prepare<[string], number>('SELECT 1 FROM voice WHERE id = ?').pluck()
  const latest = database
    .prepare<[string], string | null>('SELECT max(corrected_at) FROM voice_correction WHERE voice_id = ?')
    .pluck()
  const columns = COLUMNS.voice_correction
  const insert = database.prepare(
    `INSERT INTO voice_correction (${list(columns)}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  for (const row of rows) {
    const { voice_id, withdraws } = row
    if (withdraws === null && isThere.get(voice_id) === undefined) throw voiceGone(voice_id)
    const corrected_at = timeAfter(latest.get(voice_id) ?? null)
    insert.run(columns.map(column => ({ ...row, corrected_at })[column]))
  }
  linkVoiceCorrections(database)
}
