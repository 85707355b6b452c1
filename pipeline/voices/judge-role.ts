import type { Source, Voice } from '../../src/domain/layers.ts'
import type { DraftVoice, VoiceReading } from './collect-voices.ts'
import type { Found } from './judge-voice.ts'

/** What they are or do, with the words that say so, from any of their mentions. */
export function judgeRole(_text: string, { sources }: VoiceReading, draft: DraftVoice): Found<Voice['role']> {
  const told = draft.sources.map(i => sources.sources[i] as Source).find(({ role }) => role !== null)?.role ?? null
  return { value: told, evidence: [] }
}
