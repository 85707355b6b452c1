import { type SaidOfVoice, sayOfVoice } from '../../../corrections/say-of-voice.ts'
import { toVisibleLine } from '../visible.ts'

/** What a correction of a voice says, with its reason. */
export function describeVoiceCorrection(said: SaidOfVoice & { readonly note: string | null }): string {
  const reason = said.note === null ? [] : [`note “${said.note}”`]
  return [...sayOfVoice(said), ...reason].map(toVisibleLine).join('; ')
}
