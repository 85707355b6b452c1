import type { Attribution, Voice, VoiceEvidence } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { type SourceType, VOICE_FUNCTION_GLOSSARY, type VoiceFunction } from '../../../src/domain/voice-labels.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'
import type { DraftVoice } from '../draft-voice.ts'
import type { Found } from '../found.ts'
import { findFunctionPhrase, findFunctionRole, holdsOffice } from '../phrases/function-lexicon.ts'
import { wordsOfTokens } from '../phrases/phrase-words.ts'
import { wordsOfGrounded, wordsWithin } from '../phrases/voice-words.ts'
import type { VoiceReading } from '../voice-reading.ts'

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

/** Who holds an office or belongs to a body or side, and speaks for it when they comment. */
const SPEAKING_FOR: Readonly<Partial<Record<SourceType, number>>> = {
  politician: 0.75, government: 0.75, 'police-military': 0.72, law: 0.65, business: 0.62, religious: 0.55, 'civil-society': 0.65,
  worker: 0.4, sport: 0.45,
} // biome-ignore format: one line a type would hide the table
/** Who knows by profession, news organisations too. */
const KNOWING: ReadonlySet<SourceType> = new Set<SourceType>(['academic', 'health', 'science-technology', 'media'])
/** Who may tell of what they live through, or what they saw. */
const PUBLIC: ReadonlySet<SourceType> = new Set<SourceType>([
  'resident', 'family', 'student', 'worker', 'unknown', 'other', 'business', 'celebrity',
]) // biome-ignore format: one line a type would hide the list
/** Where an article says whom it is about: headline and lead, at most so many characters. */
const LONGEST_LEAD = 420
/** Of a voice that says much, its first claims are read. */
const MOST_CUES = 12
/** A headline, mostly. */
const OPENING = 110
/** From so many mentions on an article is chiefly about somebody. */
const MENTIONS_OF_SUBJECT = 12
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
    ...hintsOfCue(reading, draft, told),
    ...hintsOfType(reading, draft, told),
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

/** Who testifies tells what they saw, unless they know it by profession. */
function hintsOfCue({ attributions }: VoiceReading, draft: DraftVoice, { type }: Told): FunctionHint[] {
  if (draft.kind !== 'person' || !(PUBLIC.has(type.value) || type.value === 'business')) return []
  for (const { attribution } of draft.attributions.slice(0, MOST_CUES)) {
    const { cue, cueLemma } = attributions.attributions[attribution] as Attribution
    if (cueLemma !== 'testify' || cue[0] === undefined) continue
    return [{ value: 'witness', weight: 0.8, span: cue[0], rule: 'testifies', reason: 'They testify' }]
  }
  return []
}

/** What they say: "I saw", "my house". */
function hintsOfContent(reading: VoiceReading, draft: DraftVoice, { type }: Told): FunctionHint[] {
  if (!PUBLIC.has(type.value) || draft.kind === 'organisation' || draft.kind === 'government') return []
  const { tokens } = reading.tokens
  for (const { attribution } of draft.attributions.slice(0, MOST_CUES)) {
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

/** Headline or lead are about them or what they say, or the article is chiefly. */
function hintsOfPlace(text: string, reading: VoiceReading, draft: DraftVoice, { type }: Told): FunctionHint[] {
  const { sources, entities } = reading
  const chain = draft.chain === null ? undefined : sources.chains[draft.chain]
  const first = chain === undefined ? draft.first : (entities.mentions[chain.mentions[0] as number] ?? draft.first)
  const { start, end } = first
  const span = { start, end }
  const times = (chain?.mentions.length ?? 0) + (chain?.pronouns.length ?? 0)
  const isPerson = draft.kind === 'person' || draft.kind === 'group'
  const lead = endOfLead(reading)
  if (start < lead && (times > 1 || draft.attributions.length > 0)) {
    const named = !isPerson ? 0.74 : KNOWING.has(type.value) || draft.name === null ? 0.72 : 0.86
    const weight = Math.max(named, start < OPENING ? (isPerson ? 0.85 : 0.78) : 0)
    return [
      {
        value: 'subject',
        weight,
        span,
        rule: 'lead',
        reason: `Headline or lead speak of them (“${text.slice(start, end)}”)`,
      },
    ]
  }
  if (times < MENTIONS_OF_SUBJECT || !isPerson) return []
  return [
    { value: 'subject', weight: 0.76, span, rule: 'spoken-of', reason: `The article speaks of them ${times} times` },
  ]
}

/** Where the first paragraph that is no heading ends. */
function endOfLead({ tokens: { paragraphs, tokens } }: VoiceReading): number {
  const first = paragraphs.find(({ heading, start }) => !heading || start > LONGEST_LEAD)
  const end = Math.min(first?.end ?? LONGEST_LEAD, LONGEST_LEAD)
  // Where all of it is one paragraph, its first sentence leads.
  if (first === undefined || paragraphs.some(({ heading, start }) => !heading && start > first.start)) return end
  let at = firstTokenAfter(tokens, first.start)
  const sentence = tokens[at]?.sentence
  while (at < tokens.length && tokens[at]?.sentence === sentence) at += 1
  return Math.min(tokens[at - 1]?.end ?? end, end)
}

/** Where nothing else says it: what such people mostly are asked for. Who is only named is there for nothing that shows. */
function hintsOfType(reading: VoiceReading, draft: DraftVoice, { role, type: { value: type } }: Told): FunctionHint[] {
  const { kind, attributions } = draft
  if (attributions.length === 0) return []
  const hint = (value: KnownFunction, weight: number): FunctionHint[] => {
    const reason = `That is what ${type === 'unknown' ? 'such a source' : `a source of type ${type}`} mostly is there for`
    return [{ value, weight, span: null, rule: 'function-of-type', reason }]
  }
  const speaking = SPEAKING_FOR[type]
  if (KNOWING.has(type) && (type === 'media' || kind === 'person' || kind === 'group')) return hint('expert', 0.75)
  if (kind === 'organisation' && (type === 'academic' || type === 'science-technology')) return hint('expert', 0.55)
  if (kind === 'organisation' || kind === 'government') return hint('spokesperson', 0.7)
  if (type === 'worker' && kind !== 'group') return hint('experience', 0.45)
  if (type === 'business' && !holdsOffice(wordsOfGrounded(reading.tokens.tokens, role))) return hint('opinion', 0.45)
  if (speaking !== undefined) return hint('spokesperson', speaking)
  if (type === 'suspect') return hint('subject', 0.6)
  if (type === 'family') return hint('experience', 0.6)
  if (type === 'resident' || type === 'student') return hint('opinion', 0.66)
  return []
}

function distinct(hints: readonly FunctionHint[]): FunctionHint[] {
  return [...new Map(hints.map(one => [`${one.value} ${one.rule} ${one.reason}`, one] as const)).values()]
}

function toEvidence({ value, span, rule, reason }: FunctionHint): VoiceEvidence {
  return { field: 'function', value, span, rule, reason: `${reason} (${value}: ${VOICE_FUNCTION_GLOSSARY[value]}).` }
}
