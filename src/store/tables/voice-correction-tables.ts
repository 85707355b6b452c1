import type { Generated } from 'kysely'
import type { RowOf } from '../../catalogue/column.ts'
import type { VOICE_CORRECTION } from '../../catalogue/ledger.ts'
import type { Gender, SourceType, VoiceFunction } from '../../domain/voice-labels.ts'

/** One entry of the ledger of what people say of voices, which only grows. What is null it does not speak of. */
export type VoiceCorrectionTable = Omit<RowOf<typeof VOICE_CORRECTION>, 'id'> & { id: Generated<number> }

/** What people say of a voice, of each field the last that was not taken back; null of what nobody says. */
export interface VoiceCorrectedView {
  voice_id: string
  gender: Gender | null
  source_type: SourceType | null
  function: VoiceFunction | null
  /** Empty where it is said to have none. */
  role: string | null
  affiliation: string | null
  note: string | null
  /** Of the last entry that was not taken back. */
  corrected_by: string | null
  corrected_at: string
}
