import type { Voice } from '../../src/domain/layers.ts'
import type { DraftVoice } from './draft-voice.ts'
import { judgeAffiliation } from './judging/judge-affiliation.ts'
import { judgeFunction } from './judging/judge-function.ts'
import { judgeGender } from './judging/judge-gender.ts'
import { judgeRole } from './judging/judge-role.ts'
import { judgeType } from './judging/judge-type.ts'
import type { VoiceReading } from './voice-reading.ts'

type Judgement = Pick<Voice, 'role' | 'affiliation' | 'gender' | 'type' | 'function' | 'evidence'>

/** Everything that the article says of one voice. */
export function judgeVoice(text: string, reading: VoiceReading, draft: DraftVoice): Judgement {
  const role = judgeRole(text, reading, draft)
  const affiliation = judgeAffiliation(text, reading, draft)
  const told = { role: role.value, affiliation: affiliation.value }
  const gender = judgeGender(text, reading, draft)
  const type = judgeType(text, reading, draft, told)
  const use = judgeFunction(text, reading, draft, { ...told, type: type.value })
  return {
    ...told,
    gender: gender.value,
    type: type.value,
    function: use.value,
    evidence: [role, affiliation, gender, type, use].flatMap(({ evidence }) => evidence),
  }
}
