import { isPostgres } from '../database-name.ts'
import type { NewVoiceCorrection } from '../ledger/new-voice-correction.ts'
import type { NewVoiceRow } from '../ledger/plan-voice-corrections.ts'
import { planVoiceCorrections, planVoiceUndo } from '../ledger/plan-voice-corrections.ts'
import { appendVoiceEntries } from '../sqlite/ledger/append-voice-entries.ts'
import { onCurrentSchema } from './on-current-schema.ts'

/**
 * Says what is so of voices, in a ledger that only grows: of all of them or, when something goes wrong, of none.
 *
 * @throws HearsayError 2 (a voice is no longer there, nothing is said, or it does not fit), 4 (not usable, locked) or 74
 * (disk full)
 */
export async function appendVoiceCorrections(
  db: string,
  voiceIds: readonly string[],
  correction: NewVoiceCorrection,
): Promise<void> {
  await append(db, await onCurrentSchema(db, database => planVoiceCorrections(database, voiceIds, correction)))
}

/**
 * Takes back what was said last of a voice and is still in force, by another entry.
 *
 * @throws HearsayError 2 (there is nothing), 4 (not usable) or 74 (disk full)
 */
export async function undoVoiceCorrection(
  db: string,
  voiceId: string,
  { correctedBy }: Pick<NewVoiceCorrection, 'correctedBy'>,
): Promise<void> {
  await append(db, [await onCurrentSchema(db, database => planVoiceUndo(database, voiceId, correctedBy))])
}

async function append(db: string, rows: readonly NewVoiceRow[]): Promise<void> {
  if (isPostgres(db)) {
    const postgres = await import('../postgres/ledger/append-voice-entries.ts')
    await postgres.appendVoiceEntries(db, rows)
  } else appendVoiceEntries(db, rows)
}
