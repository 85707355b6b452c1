import type { Source, Token, Voice } from '../../../src/domain/layers.ts'
import { contains } from '../../../src/domain/span.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'
import { isTitle, KIN } from '../../word-classes.ts'
import type { DraftVoice } from '../draft-voice.ts'
import type { Found } from '../found.ts'
import { isAgainst } from '../phrases/against.ts'
import { readTold } from '../telling/told.ts'
import { evidenceOf, type Told } from '../telling/told-evidence.ts'
import type { VoiceReading } from '../voice-reading.ts'

/** Who only has to do with a person belongs to nobody by that. */
const HAS_TO_DO =
  /(?:^| )(?:challengers?|opponents?|rivals?|critics?|foes?|friends?|biographers?|admirers?|successors?|predecessors?|enem(?:y|ies)|detractors?|counterparts?)$/i

/** The body that they belong to or speak for, with the words that say so, from any of their mentions; that of their role before others. */
export function judgeAffiliation(text: string, reading: VoiceReading, draft: DraftVoice): Found<Voice['affiliation']> {
  const told =
    draft.kind === 'person' || draft.kind === 'group' ? readTold(text, reading, draft) : ownWords(reading, draft)
  const roles = told.flatMap(({ role }) => role ?? [])
  // "Justice" in "Chief Justice" is no body, and nobody belongs to oneself.
  const people = draft.name !== null && draft.kind === 'person' ? namesOfPeople(reading) : null
  const isOther = ({ form, affiliation, role: own }: Told) =>
    affiliation !== null &&
    !(people?.has(affiliation.value) && form !== 'party' && (own === null || HAS_TO_DO.test(own.value))) &&
    !isBehindCritics(reading.tokens.tokens, affiliation) &&
    !/^(?:pro|anti)-\S+$/i.test(affiliation.value) &&
    !isOfName(draft.name, affiliation.value) &&
    !isOffice(reading.tokens.tokens, affiliation) &&
    !roles.some(role => isOfRole(role, affiliation))
  return {
    value: withoutStance(told.find(isOther)?.affiliation ?? null),
    evidence: evidenceOf(told, 'affiliation'),
  }
}

/** "Pro-Lee | Great Leap PAC": whom a body is for is no part of its name. */
function withoutStance(affiliation: Told['affiliation']): Told['affiliation'] {
  const stance = /^(?:pro|anti)-\S+ /i.exec(affiliation?.value ?? '')?.[0].length ?? 0
  if (affiliation === null || affiliation.span === null || stance === 0) return affiliation
  const { start, end } = affiliation.span
  return { value: affiliation.value.slice(stance), span: { start: start + stance, end } }
}

const peopleOf = new WeakMap<VoiceReading['sources'], ReadonlySet<string>>()

/** Names of people in the article, whole and the last of them. */
function namesOfPeople({ sources }: VoiceReading): ReadonlySet<string> {
  const before = peopleOf.get(sources)
  if (before !== undefined) return before
  const persons = sources.chains.filter(({ type }) => type === 'person')
  const made = new Set(persons.flatMap(({ name }) => [name, name.slice(name.lastIndexOf(' ') + 1)]))
  peopleOf.set(sources, made)
  return made
}

/** "Obama" for "Barack Obama", and where the name was read with what goes by it: "Obama administration". */
function isOfName(name: string | null, value: string): boolean {
  return name !== null && ` ${name} `.includes(` ${value} `)
}

/** "Chief Justice", "Mom": what somebody is, and no body. */
function isOffice(tokens: readonly Token[], { span }: NonNullable<Told['affiliation']>): boolean {
  if (span === null) return false
  const token = tokens[firstTokenAfter(tokens, span.start)]
  if (token === undefined || token.end < span.end) return false
  return isTitle(token) || (KIN.has(token.lower) && token.lower !== 'family') || /^(?:mom|mum|dad)$/.test(token.lower)
}

/** "Defense" in "Secretary of Defense", wherever either stands: what an office is for is part of it. */
function isOfRole(role: NonNullable<Told['role']>, { value, span }: NonNullable<Told['affiliation']>): boolean {
  if (role.span !== null && span !== null && contains(role.span, span)) return true
  return role.value.toLowerCase().endsWith(` of ${value.toLowerCase()}`)
}

/** Whether it stands behind "critics of the", who are none of its people. */
function isBehindCritics(tokens: readonly Token[], { span }: NonNullable<Told['affiliation']>): boolean {
  if (span === null) return false
  let at = firstTokenAfter(tokens, span.start) - 1
  while (tokens[at]?.pos === 'DET' || tokens[at]?.pos === 'ADJ') at -= 1
  return tokens[at]?.lower === 'of' && isAgainst(tokens[at - 1]?.lower ?? '')
}

/** Whose a report or an office without a name is. A body with a name is its own. */
function ownWords({ sources }: VoiceReading, { name, kind, sources: own }: DraftVoice): readonly Told[] {
  if (name !== null && kind !== 'document') return []
  return own
    .map(i => sources.sources[i] as Source)
    .map(({ affiliation }): Told => ({ form: 'words', role: null, affiliation }))
}
