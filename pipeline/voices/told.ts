import type { Mention, Source, VoiceEvidence } from '../../src/domain/layers.ts'
import type { VoiceField } from '../../src/domain/voice-labels.ts'
import { fullestFirst } from '../fullest.ts'
import { INTRODUCTION_FORMS, type Introduction, type IntroductionForm, readIntroductions } from '../introductions.ts'
import { names, type PhraseReading } from '../phrase-reading.ts'
import { readPredicate } from '../predicates.ts'
import { firstTokenAfter } from '../token-search.ts'
import { isPlaceName } from '../word-classes.ts'
import type { DraftVoice, VoiceReading } from './collect-voices.ts'

/** What one place in the article says of somebody. */
export type Told = Omit<Introduction, 'form'> & { readonly form: IntroductionForm | 'words' }

/** Who speaks or works for a person. */
const FOR_PERSON =
  /(?:^| )(?:spokes\w+|aides?|advis[eo]rs?|lawyers?|attorneys?|solicitors?|agents?|secretary|assistants?|manager)$/i

const REASONS = { ...INTRODUCTION_FORMS, words: 'The words of the source say it.' } as const

/** Others than the one that was chosen that are kept as evidence. */
const MOST_OTHERS = 4

const phraseReadings = new WeakMap<VoiceReading, PhraseReading>()
const known = new WeakMap<DraftVoice, readonly Told[]>()

/** Everything that the article says of what somebody is and where they belong, the best first; nothing of who is no person. */
export function readTold(text: string, reading: VoiceReading, draft: DraftVoice): readonly Told[] {
  const before = known.get(draft)
  if (before !== undefined) return before
  const told =
    draft.kind === 'person' || draft.kind === 'group'
      ? fullestFirst(reading.tokens.tokens, gather(text, reading, draft))
      : []
  known.set(draft, told)
  return told
}

function gather(text: string, reading: VoiceReading, { chain, sources }: DraftVoice): Told[] {
  const phrases = phraseReadingOf(text, reading)
  const { tokens } = phrases
  const own = sources
    .map(i => reading.sources.sources[i] as Source)
    .map(
      ({ role, affiliation }): Told => ({
        form: 'words',
        role,
        affiliation:
          isOfPerson(text, role, affiliation) || (role === null && isPlace(affiliation)) ? null : affiliation,
      }),
    )
  const person = chain === null ? undefined : reading.sources.chains[chain]
  if (person === undefined) return own
  const resolved = new Map(own.map(({ affiliation }) => [affiliation?.span?.end ?? -1, affiliation]))
  // "The ministry's spokesman": the words of a source say which ministry that is.
  const resolve = ({ form, role, affiliation }: Told): Told => ({
    form,
    role,
    affiliation: affiliation === null ? null : (resolved.get(affiliation.span?.end ?? -1) ?? affiliation),
  })
  const beside: readonly Told[] = person.mentions
    .map(i => reading.entities.mentions[i] as Mention)
    .flatMap((mention): readonly Told[] => (mention.name === null ? [] : readIntroductions(phrases, mention)))
  const predicates = person.pronouns.flatMap((pronoun): Told[] => {
    const at = firstTokenAfter(tokens, pronoun.start)
    const told = tokens[at]?.end === pronoun.end ? readPredicate(phrases, at + 1) : null
    return told === null ? [] : [{ form: 'predicate', role: told.role, affiliation: told.affiliation }]
  })
  return [...[...beside, ...predicates].map(resolve), ...own]
}

/** Where somebody lives is no affiliation. */
function isPlace(affiliation: Told['affiliation']): boolean {
  return affiliation !== null && isPlaceName(affiliation.value.toLowerCase())
}

/** "His pupil", "her opponent": nobody belongs to a person whom they only have to do with. Who speaks or works for them does. */
function isOfPerson(text: string, role: Told['role'], affiliation: Told['affiliation']): boolean {
  const span = affiliation?.span ?? null
  return span !== null && /^(?:his|her)$/i.test(text.slice(span.start, span.end)) && !FOR_PERSON.test(role?.value ?? '')
}

function phraseReadingOf(text: string, reading: VoiceReading): PhraseReading {
  const before = phraseReadings.get(reading)
  if (before !== undefined) return before
  const { tokens } = reading.tokens
  const made = { text, tokens, mentions: reading.entities.mentions.filter(one => names(tokens, one)) }
  phraseReadings.set(reading, made)
  return made
}

/** What speaks for one field: what was chosen, then what is said elsewhere, each value once. */
export function evidenceOf(told: readonly Told[], field: Extract<VoiceField, 'role' | 'affiliation'>): VoiceEvidence[] {
  const seen = new Set<string>()
  return told
    .flatMap(one => {
      const found = one[field]
      if (found === null || seen.has(found.value)) return []
      seen.add(found.value)
      return [{ field, value: found.value, span: found.span, rule: `told:${one.form}`, reason: REASONS[one.form] }]
    })
    .slice(0, 1 + MOST_OTHERS)
}
