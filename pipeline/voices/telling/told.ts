import type { Mention, ReferenceTokens, Source } from '../../../src/domain/layers.ts'
import { findMentionAt } from '../../positions/mentions-at.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'
import { fullestFirst } from '../../roles/fullest.ts'
import { readIntroductions } from '../../roles/introductions.ts'
import { names, type PhraseReading } from '../../roles/phrase-reading.ts'
import { readPredicate } from '../../roles/predicates.ts'
import { readRolePhrase } from '../../roles/role-phrase.ts'
import { isPlaceName } from '../../word-classes.ts'
import type { DraftVoice } from '../draft-voice.ts'
import type { VoiceReading } from '../voice-reading.ts'
import { findDescribed } from './find-described.ts'
import { findOwner } from './its-owner.ts'
import { wordsStoodFor } from './stands-for.ts'
import type { Told } from './told-evidence.ts'

/** Who speaks or works for a person. */
const FOR_PERSON =
  /(?:^| )(?:spokes\w+|aides?|advis[eo]rs?|lawyers?|attorneys?|solicitors?|agents?|secretary|assistants?|manager)$/i

/** From this probability on, a description means whom the model takes it for. */
const SURELY_MEANT = 0.8

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

function gather(text: string, reading: VoiceReading, draft: DraftVoice): Told[] {
  const { chain, sources } = draft
  const phrases = phraseReadingOf(text, reading)
  const { tokens } = phrases
  const own = sources
    .map(i => reading.sources.sources[i] as Source)
    .map(source => ({ ...source, affiliation: source.affiliation ?? affiliationInWords(phrases, source) }))
    .map(
      ({ role, affiliation }): Told => ({
        form: 'words',
        role,
        affiliation:
          isOfPerson(text, role, affiliation) || (role === null && isPlace(affiliation)) ? null : affiliation,
      }),
    )
  const stoodFor = wordsStoodFor(reading, draft)
  const phrase = stoodFor && readRolePhrase(phrases, stoodFor.firstToken, stoodFor.endToken, null, true)
  if (phrase != null) own.push({ form: 'description', role: phrase.role, affiliation: phrase.affiliation })
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
    .map(one => (one.form === 'before' && one.affiliation === null ? findOwner(reading, phrases, one) : one))
  const described: readonly Told[] = (describedAs(reading).get(chain as number) ?? []).flatMap(
    ({ firstToken, endToken }): Told[] => {
      const phrase = readRolePhrase(phrases, firstToken, endToken, null)
      // "The colourful doctor | Ann Lee" means her.
      if (findMentionAt(phrases.mentions, endToken, ({ name }) => name !== null) !== undefined) return []
      return phrase === null ? [] : [{ form: 'description', role: phrase.role, affiliation: phrase.affiliation }]
    },
  )
  const predicates = person.pronouns.flatMap((pronoun): Told[] => {
    const at = firstTokenAfter(tokens, pronoun.start)
    const told = tokens[at]?.end === pronoun.end ? readPredicate(phrases, at + 1) : null
    return told === null ? [] : [{ form: 'pronoun', role: told.role, affiliation: told.affiliation }]
  })
  const following = (findDescribed(reading, phrases).get(chain as number) ?? []).map(
    ({ role, affiliation }): Told => ({ form: 'following', role, affiliation }),
  )
  return [...[...beside, ...described, ...predicates].map(resolve), ...own, ...following]
}

/** "Democratic leaders", "Administration officials": whose those without a name are. */
function affiliationInWords(reading: PhraseReading, { name, spans }: Source): Told['affiliation'] {
  const [words] = spans
  if (name !== null || words === undefined) return null
  const from = firstTokenAfter(reading.tokens, words.start)
  const to = firstTokenAfter(reading.tokens, words.end - 1) + 1
  return readRolePhrase(reading, from, to, null, true)?.affiliation ?? null
}

/** Where somebody lives is no affiliation. */
function isPlace(affiliation: Told['affiliation']): boolean {
  return affiliation !== null && isPlaceName(affiliation.value.toLowerCase())
}

const descriptions = new WeakMap<VoiceReading, ReadonlyMap<number, readonly ReferenceTokens[]>>()

/** Descriptions by the chain that they surely mean ("the Republican nominee"); a chain is an entity of the coreference layer. */
function describedAs(reading: VoiceReading): ReadonlyMap<number, readonly ReferenceTokens[]> {
  const before = descriptions.get(reading)
  if (before !== undefined) return before
  const { references, groups } = reading.coreference
  const made = new Map<number, ReferenceTokens[]>()
  for (const { pronoun, ranked, firstToken, endToken } of references) {
    const [best] = ranked
    const entity = pronoun || best === undefined || best.probability < SURELY_MEANT ? null : groups[best.group]?.entity
    if (entity == null) continue
    const own = made.get(entity) ?? []
    own.push({ firstToken, endToken })
    made.set(entity, own)
  }
  descriptions.set(reading, made)
  return made
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
