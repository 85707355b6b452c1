import type { Voice } from '../../src/domain/layers.ts'
import type { DraftVoice, VoiceReading } from './collect-voices.ts'
import type { Found } from './judge-voice.ts'

export function judgeType(
  _text: string,
  _reading: VoiceReading,
  _draft: DraftVoice,
  _told: Pick<Voice, 'role' | 'affiliation'>,
): Found<Voice['type']> {
  return { value: { value: 'unknown', confidence: 0 }, evidence: [] }
}
