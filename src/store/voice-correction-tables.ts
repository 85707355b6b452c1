import type { Generated } from 'kysely'
import type { Gender, SourceType, VoiceFunction } from '../domain/voice-labels.ts'

/** One entry of the ledger of what people say of voices, which only grows. What is null it does not speak of. */
export interface VoiceCorrectionTable {
  id: Generated<number>
  voice_id: string
  article_id: string
  article_uri: string
  /** Its name, or else the words of its first mention, and where that stood: for when it is found no more. */
  former_name: string
  former_start: number
  former_end: number
  gender: Gender | null
  source_type: SourceType | null
  function: VoiceFunction | null
  /** Empty where it is said to have none. */
  role: string | null
  affiliation: string | null
  /** The id of the voice that is the same person, or of one that is somebody else. */
  same_as: string | null
  apart_from: string | null
  /** The entry that it takes back, by the digest of its row alone. */
  withdraws: string | null
  note: string | null
  corrected_by: string | null
  /** Later than that of any entry of the same voice before it in the ledger. */
  corrected_at: string
}

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
