import type { Gender, SourceType, VoiceFunction } from '../../domain/voice-labels.ts'
import { GENDER_GLOSSARY, SOURCE_TYPE_GLOSSARY, VOICE_FUNCTION_GLOSSARY } from '../../domain/voice-labels.ts'
import { type Html, html } from './html.ts'

/** What is judged of a voice. */
interface ToldOfVoice {
  readonly gender: Gender
  readonly type: SourceType
  readonly function: VoiceFunction
}

/** Whether anything of it is known. */
export function isVoiceTold({ gender, type, function: functions }: ToldOfVoice): boolean {
  return gender !== 'unknown' || type !== 'unknown' || functions !== 'unknown'
}

/** What is known of a voice, as labels; what is not known is left out. */
export function voiceLabels(voice: ToldOfVoice): Html {
  const labels = [
    [voice.gender, GENDER_GLOSSARY[voice.gender]],
    [voice.type, SOURCE_TYPE_GLOSSARY[voice.type]],
    [voice.function, VOICE_FUNCTION_GLOSSARY[voice.function]],
  ].filter(([label]) => label !== 'unknown')
  return html`${labels.map(([label, gloss]) => html`<span class="label" title="${gloss}">${label}</span> `)}`
}
