import type { Voice } from '../../src/domain/layers.ts'
import type { DraftVoice, VoiceReading } from './collect-voices.ts'
import type { Found } from './judge-voice.ts'

export function judgeFunction(
  _text: string,
  _reading: VoiceReading,
  _draft: DraftVoice,
  _told: Pick<Voice, 'role' | 'affiliation' | 'type'>,
): Found<Voice['function']> {
  return { value: { value: 'unknown', confidence: 0 }, evidence: [] }
}
