import type { Database } from 'better-sqlite3'
import { LAST_VOICE_LINK, linkVoices } from '../ledger/link-voices.ts'
import type { NumberedRow } from '../seals/sealed-rows.ts'
import { selectVoiceCorrections } from '../seals/sealed-sql.ts'

/** Adds the links of corrections of voices that have none yet, behind the last one. */
export function linkVoiceCorrections(database: Database): void {
  const last = database.prepare<[], { id: number; digest: string }>(LAST_VOICE_LINK).get()
  const rows = database
    .prepare<[number], NumberedRow>(selectVoiceCorrections('own.id > ?'))
    .raw()
    .all(last?.id ?? -1)
  const add = database.prepare('INSERT INTO voice_correction_link (correction_id, digest, entry) VALUES (?, ?, ?)')
  for (const { id, digest, entry } of linkVoices(last?.digest ?? null, rows)) add.run(id, digest, entry)
}
