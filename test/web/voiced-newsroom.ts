import type { ArticleRecord, VoiceRecord } from '../../src/domain/record.ts'
import {
  GENDERS,
  type Gender,
  SOURCE_TYPES,
  type SourceType,
  VOICE_FUNCTIONS,
  type VoiceFunction,
} from '../../src/domain/voice-labels.ts'
import { analyseNewsroom } from './newsroom.ts'

const SECTIONS = ['Politics', 'Local', null]
const BYLINES = ['Ida Holm', 'Ben Okafor', 'Ida Holm', null]

/**
 * The sample articles with sections and bylines, and with labels of voices by their ids, so that every label occurs however the
 * pipeline judges: what is tested is that figures lead to what they count.
 */
export async function analyseVoicedNewsroom(most?: number): Promise<ArticleRecord[]> {
  const records = await analyseNewsroom(most)
  return records.map((record, index) => ({
    ...record,
    article: {
      ...record.article,
      section: SECTIONS[index % SECTIONS.length] ?? null,
      byline: BYLINES[index % BYLINES.length] ?? null,
    },
    voices: record.voices.map(labelVoice),
  }))
}

function labelVoice(voice: VoiceRecord): VoiceRecord {
  const number = Number.parseInt(voice.id.slice(0, 6), 16)
  const pick = <Label extends string>(labels: readonly Label[], by: number) => {
    const value = labels[by % labels.length] as Label
    return { value, confidence: value === 'unknown' ? 0 : 0.9 }
  }
  const gender =
    voice.kind === 'person'
      ? pick<Gender>(GENDERS, number % 11 < 9 ? number % 2 : number)
      : pick<Gender>(['unknown'], 0)
  return {
    ...voice,
    gender,
    type: pick<SourceType>(SOURCE_TYPES, Math.floor(number / 7) % (number % 3 === 0 ? 21 : 6)),
    function: pick<VoiceFunction>(VOICE_FUNCTIONS, Math.floor(number / 13)),
    evidence:
      gender.value === 'unknown'
        ? []
        : [
            {
              field: 'gender',
              value: gender.value,
              span: number % 4 === 0 ? null : { start: voice.first.start, end: voice.first.end },
              rule: number % 4 === 0 ? 'first-name' : 'honorific',
              reason: number % 4 === 0 ? 'Most people of this first name are.' : 'So is somebody who is called that.',
            },
          ],
  }
}
