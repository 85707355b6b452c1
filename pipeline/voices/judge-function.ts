import type { Attribution, Voice, VoiceEvidence } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { VOICE_FUNCTION_GLOSSARY, type VoiceFunction } from '../../src/domain/voice-labels.ts'
import { firstTokenAfter } from '../token-search.ts'
import type { DraftVoice, VoiceReading } from './collect-voices.ts'
import { findFunctionPhrase, findFunctionRole } from './function-lexicon.ts'
import type { Found } from './judge-voice.ts'
import { wordsOfTokens } from './phrase-words.ts'
import { wordsOfGrounded, wordsWithin } from './voice-words.ts'

type Told = Pick<Voice, 'role' | 'affiliation' | 'type'>
type KnownFunction = Exclude<VoiceFunction, 'unknown'>

/** Something that speaks for a function. */
interface FunctionHint {
  readonly value: KnownFunction
  /** How likely it is right by itself. */
  readonly weight: number
  readonly span: Span | null
  readonly rule: string
  readonly reason: string
}

/** Of whom articles mostly tell what they did, rather than ask them what they know or saw. */
const ACTORS: ReadonlySet<string> = new Set([
  'politician',
  'celebrity',
  'sport',
  'suspect',
  'business',
  'law',
  'religious',
])
/** Who knows by profession. */
const KNOWING: ReadonlySet<string> = new Set(['academic', 'health', 'science-technology', 'media'])
/** Who may tell of what they live through, or what they saw. */
const PUBLIC: ReadonlySet<string> = new Set(['resident', 'family', 'student', 'worker', 'unknown', 'other', 'business'])
/** From so many mentions on an article may be about somebody. */
const MENTIONS_OF_SUBJECT = 4
/** Where an article says whom it is about, in characters. */
const LEAD = 400
/** Contents are read up to here, in tokens. */
const MOST_TOKENS = 120

/** What they are in the article for, by what they are, how they are spoken of and what they say. */
export function judgeFunction(
  text: string,
  reading: VoiceReading,
  draft: DraftVoice,
  told: Told,
): Found<Voice['function']> {
  // A report or poll is no speaker with a part of their own.
  if (draft.kind === 'document' || told.type.value === 'document')
    return { value: { value: 'unknown', confidence: 0 }, evidence: [] }
  const hints = [
    ...hintsOfRole(reading, draft, told),
    ...hintsOfContent(reading, draft, told),
    ...hintsOfPlace(text, reading, draft, told),
    ...hintsOfType(draft, told),
  ].sort((a, b) => b.weight - a.weight)
  const [best] = hints
  if (best === undefined) return { value: { value: 'unknown', confidence: 0 }, evidence: [] }
  const against = hints.find(({ value }) => value !== best.value)
  const doubt = against !== undefined && best.weight - against.weight < 0.1 ? 0.1 : 0
  return {
    value: { value: best.value, confidence: Math.round((best.weight - doubt) * 100) / 100 },
    evidence: distinct(hints).map(toEvidence),
  }
}

/** What they are called says it: "spokesman", "eyewitness", "analyst". */
function hintsOfRole(
  { tokens: { tokens }, sources }: VoiceReading,
  draft: DraftVoice,
  { role, type }: Told,
): FunctionHint[] {
  const phrases = [
    wordsOfGrounded(tokens, role),
    ...(draft.name === null
      ? draft.sources
          .slice(0, 2)
          .flatMap(i => (sources.sources[i]?.spans ?? []).slice(0, 1).map(span => wordsWithin(tokens, span)))
      : []),
  ]
  return phrases.flatMap(words =>
    findFunctionRole(words).map(({ value, span, words: said }): FunctionHint => {
      // Whoever works for a campaign or ministry speaks for it; a judge or an analyst does not.
      const weight = value === 'expert' && type.value === 'politician' ? 0.5 : value === 'spokesperson' ? 0.84 : 0.8
      return { value, weight, span, rule: 'function-role', reason: `They are called “${said}”` }
    }),
  )
}

/** What they say: "I saw", "my house". */
function hintsOfContent(reading: VoiceReading, draft: DraftVoice, { type }: Told): FunctionHint[] {
  if (!PUBLIC.has(type.value) || draft.kind === 'organisation' || draft.kind === 'government') return []
  const { tokens } = reading.tokens
  for (const { attribution } of draft.attributions.slice(0, 12)) {
    const { content } = reading.attributions.attributions[attribution] as Attribution
    for (const { start, end } of content) {
      const from = firstTokenAfter(tokens, start)
      const to = Math.min(firstTokenAfter(tokens, end - 1) + 1, from + MOST_TOKENS)
      const found = findFunctionPhrase(wordsOfTokens(tokens, from, to))
      if (found !== null)
        return [
          {
            value: found.value,
            weight: 0.82,
            span: found.span,
            rule: 'first-person',
            reason: `They say “${found.words}”`,
          },
        ]
    }
  }
  return []
}

/** The headline or lead names them, and the article keeps speaking of them. */
function hintsOfPlace(
  text: string,
  { sources, entities }: VoiceReading,
  draft: DraftVoice,
  { type }: Told,
): FunctionHint[] {
  if (draft.chain === null || draft.kind === 'organisation' || draft.kind === 'government') return []
  const { mentions = [], pronouns = [] } = sources.chains[draft.chain] ?? {}
  const first = entities.mentions[mentions[0] as number]
  if (first === undefined || first.start > LEAD || mentions.length + pronouns.length < MENTIONS_OF_SUBJECT) return []
  const weight = KNOWING.has(type.value) ? 0.7 : 0.86
  const { start, end } = first
  const reason = `The article speaks of them from its beginning (“${text.slice(start, end)}”), ${mentions.length + pronouns.length} times`
  return [{ value: 'subject', weight, span: { start, end }, rule: 'spoken-of', reason }]
}

/** Where nothing else says it: what such people mostly are asked for. */
function hintsOfType({ kind, naming, attributions }: DraftVoice, { type: { value: type } }: Told): FunctionHint[] {
  const hint = (value: KnownFunction, weight: number): FunctionHint[] => [
    {
      value,
      weight,
      span: null,
      rule: 'function-of-type',
      reason: `That is what ${type === 'unknown' ? 'such a source' : `a source of type ${type}`} mostly is there for`,
    },
  ]
  if (type === 'media' && kind === 'organisation') return []
  if (kind === 'organisation' || kind === 'government') return hint('spokesperson', 0.7)
  if (ACTORS.has(type) && kind !== 'group') return hint('subject', 0.72)
  if (ACTORS.has(type)) return hint('subject', 0.6)
  if (KNOWING.has(type)) return hint('expert', 0.75)
  if (type === 'government' || type === 'police-military') return hint('spokesperson', 0.65)
  if (type === 'civil-society') return hint('spokesperson', 0.5)
  if (type === 'family') return hint('experience', 0.6)
  if (type === 'resident' || type === 'student') return hint('opinion', 0.66)
  if (type === 'worker') return hint('experience', 0.45)
  // A name without anything beside it that is not quoted is somebody of whom something is told.
  return naming === 'named' && kind === 'person' && attributions.length === 0 ? hint('subject', 0.6) : []
}

function distinct(hints: readonly FunctionHint[]): FunctionHint[] {
  return [...new Map(hints.map(one => [`${one.value} ${one.rule} ${one.reason}`, one] as const)).values()]
}

function toEvidence({ value, span, rule, reason }: FunctionHint): VoiceEvidence {
  return { field: 'function', value, span, rule, reason: `${reason} (${value}: ${VOICE_FUNCTION_GLOSSARY[value]}).` }
}
