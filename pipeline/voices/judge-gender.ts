import type { Voice } from '../../src/domain/layers.ts'
import type { DraftVoice, VoiceReading } from './collect-voices.ts'
import type { Found } from './judge-voice.ts'

export function judgeGender(_text: string, _reading: VoiceReading, _draft: DraftVoice): Found<Voice['gender']> {
  return { value: { value: 'unknown', confidence: 0 }, evidence: [] }
}
