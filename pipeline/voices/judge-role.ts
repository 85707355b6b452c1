import type { Voice } from '../../src/domain/layers.ts'
import type { DraftVoice, VoiceReading } from './collect-voices.ts'
import type { Found } from './judge-voice.ts'
import { evidenceOf, readTold } from './told.ts'

/** What they are or do, with the words that say so, from any of their mentions: the fullest that the article has. */
export function judgeRole(text: string, reading: VoiceReading, draft: DraftVoice): Found<Voice['role']> {
  const told = readTold(text, reading, draft)
  return { value: told.find(({ role }) => role !== null)?.role ?? null, evidence: evidenceOf(told, 'role') }
}
