import type { Source, Voice } from '../../src/domain/layers.ts'
import { contains } from '../../src/domain/span.ts'
import type { DraftVoice, VoiceReading } from './collect-voices.ts'
import type { Found } from './judge-voice.ts'
import { evidenceOf, readTold, type Told } from './told.ts'

/** The body that they belong to or speak for, with the words that say so, from any of their mentions; that of their role before others. */
export function judgeAffiliation(text: string, reading: VoiceReading, draft: DraftVoice): Found<Voice['affiliation']> {
  const told =
    draft.kind === 'person' || draft.kind === 'group' ? readTold(text, reading, draft) : ownWords(reading, draft)
  const role = told.find(({ role }) => role !== null)?.role?.span ?? null
  // "Justice" in "Chief Justice" is no body, and nobody belongs to oneself.
  const isOther = ({ affiliation }: Told) =>
    affiliation !== null &&
    draft.name?.endsWith(affiliation.value) !== true &&
    !(role !== null && affiliation.span !== null && contains(role, affiliation.span))
  return {
    value: told.find(isOther)?.affiliation ?? null,
    evidence: evidenceOf(told, 'affiliation'),
  }
}

/** Whose a report or an office without a name is. A body with a name is its own. */
function ownWords({ sources }: VoiceReading, { name, kind, sources: own }: DraftVoice): readonly Told[] {
  if (name !== null && kind !== 'document') return []
  return own
    .map(i => sources.sources[i] as Source)
    .map(({ affiliation }): Told => ({ form: 'words', role: null, affiliation }))
}
