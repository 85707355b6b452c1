import type { Source, Voice } from '../../src/domain/layers.ts'
import type { DraftVoice, VoiceReading } from './collect-voices.ts'
import type { Found } from './judge-voice.ts'

/** The body that they belong to or speak for, with the words that say so, from any of their mentions. */
export function judgeAffiliation(
  _text: string,
  { sources }: VoiceReading,
  draft: DraftVoice,
): Found<Voice['affiliation']> {
  const told =
    draft.sources.map(i => sources.sources[i] as Source).find(({ affiliation }) => affiliation !== null)?.affiliation ??
    null
  return { value: told, evidence: [] }
}
