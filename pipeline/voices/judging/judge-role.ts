import type { Voice } from '../../../src/domain/layers.ts'
import type { DraftVoice } from '../draft-voice.ts'
import type { Found } from '../found.ts'
import { readTold } from '../telling/told.ts'
import { evidenceOf } from '../telling/told-evidence.ts'
import type { VoiceReading } from '../voice-reading.ts'

/** What they are or do, with the words that say so, from any of their mentions: the fullest that the article has. */
export function judgeRole(text: string, reading: VoiceReading, draft: DraftVoice): Found<Voice['role']> {
  const told = readTold(text, reading, draft)
  return { value: told.find(({ role }) => role !== null)?.role ?? null, evidence: evidenceOf(told, 'role') }
}
