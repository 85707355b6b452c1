import type { Mention, Token } from '../../../src/domain/layers.ts'
import { findMentionAt } from '../../positions/mentions-at.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'
import type { PhraseReading } from '../../roles/phrase-reading.ts'
import { holdsRoleNoun } from '../../roles/role-nouns.ts'
import { type RolePhrase, readRolePhrase } from '../../roles/role-phrase.ts'
import { isGenitive } from '../../word-classes.ts'
import type { VoiceReading } from '../voice-reading.ts'

/** How far back whom a description means is named, in sentences, and how long one is, in tokens. */
const MOST_SENTENCES = 3
const LONGEST = 12
/** What one person of an article is called without more ("the senator"). */
const ALONE =
  /^(?:nominee|candidate|senator|governor|congress(?:man|woman)|mayor|professor|author|billionaire|businessman|businesswoman|mogul|tycoon|actor|actress|singer|lawmaker|surgeon|neurosurgeon|chancellor|premier)$/
/** These mean others than whom an article has just named, mostly. */
const OTHERS =
  /(?:^| )(?:opponent|rival|challenger|wife|husband|son|daughter|mother|father|brother|sister|spokes\w+|interviewer|moderator|host|reporter|officer|judge|lawyer|attorney|successor|predecessor|running mate|victim|suspect|voter|speaker|leader|member|supporter|critic|friend|author|owner|user|winner|loser|front-?runner|public|delegate|stranger|inspector|inspector general|ambassador|general|president|player|staffer|aide|clerk|director|manager|chairman|official|teacher|student|writer|editor|reporter|founder|executive|worker|driver|man|woman|boy|girl|child|sheriff|chief|terrorist|list|attacker|gunman)$/i

interface Occurrence {
  readonly token: number
  readonly sentence: number
  readonly chain: number
  readonly isName: boolean
}

const known = new WeakMap<VoiceReading, ReadonlyMap<number, readonly RolePhrase[]>>()

/**
 * What people are called by a description that opens a clause of the sentence after one that is about them: "Lee spoke next. The former
 * governor said …". Only where that sentence has nobody else in its place. By chain. Linear: a window of each is looked at.
 */
export function findDescribed(
  reading: VoiceReading,
  phrases: PhraseReading,
): ReadonlyMap<number, readonly RolePhrase[]> {
  const before = known.get(reading)
  if (before !== undefined) return before
  const occurrences = listOccurrences(reading)
  const found = new Map<number, RolePhrase[]>()
  const { tokens } = phrases
  let passed = 0
  for (let at = 0; at < tokens.length; at += 1) {
    while (passed < occurrences.length && (occurrences[passed] as Occurrence).token < at) passed += 1
    if ((tokens[at] as Token).lower !== 'the') continue
    const phrase = readDescription(phrases, at)
    if (phrase === null) continue
    const chain = meant(tokens, occurrences, passed, (tokens[at] as Token).sentence)
    if (chain === null) continue
    const own = found.get(chain) ?? []
    own.push(phrase)
    found.set(chain, own)
  }
  known.set(reading, found)
  return found
}

/** "The former Ohio senator |said", "the Democratic nominee | has": with a verb behind it, and no name. */
function readDescription(phrases: PhraseReading, at: number): RolePhrase | null {
  const { tokens, mentions } = phrases
  const phrase = readRolePhrase(phrases, at, Math.min(tokens.length, at + LONGEST))
  const span = phrase?.role?.span
  if (phrase === null || span == null || !holdsRoleNoun(tokens, span)) return null
  const value = phrase.role?.value ?? ''
  const next = tokens[phrase.endToken]
  const isSubject =
    next !== undefined &&
    next.sentence === (tokens[at] as Token).sentence &&
    (/^(?:VERB|AUX|ADV)$/.test(next.pos) || isGenitive(next))
  if (!isSubject || OTHERS.test(value) || tokens.slice(at, phrase.endToken).some(isGenitive)) return null
  if (findMentionAt(mentions, phrase.endToken, ({ name }: Mention) => name !== null) !== undefined) return null
  // "The former head of Acme" is introduced by that: those who are spoken of are named by less.
  if ((phrase.affiliation?.span?.start ?? 0) > span.end) return null
  const words = phrase.endToken - at - 1
  return words > 1 || ALONE.test(value.toLowerCase()) ? phrase : null
}

/** Who the last sentence with somebody is about, if the description's own names nobody before it. */
function meant(
  tokens: readonly Token[],
  occurrences: readonly Occurrence[],
  passed: number,
  sentence: number,
): number | null {
  const last = occurrences[passed - 1]
  if (last === undefined || last.sentence === sentence || sentence - last.sentence > MOST_SENTENCES) return null
  let first = last
  let isAlone = true
  for (let i = passed - 2; i >= 0 && (occurrences[i] as Occurrence).sentence === last.sentence; i -= 1) {
    first = occurrences[i] as Occurrence
    isAlone &&= first.chain === last.chain
  }
  if (!isAlone && !opensSentence(tokens, first)) return null
  // Named again behind it, somebody else is meant.
  for (let i = passed; i < occurrences.length && (occurrences[i] as Occurrence).sentence === sentence; i += 1) {
    const { chain, isName } = occurrences[i] as Occurrence
    if (isName && chain === first.chain) return null
  }
  return first.chain
}

/** Whether somebody is the first word of a sentence, or nearly: whom it is about. */
function opensSentence(tokens: readonly Token[], { token, sentence }: Occurrence): boolean {
  return tokens[token - 3]?.sentence !== sentence
}

/** Where people are named or meant by a pronoun, in text order. */
function listOccurrences({ tokens: { tokens }, entities, sources }: VoiceReading): Occurrence[] {
  const found: Occurrence[] = []
  for (const [chain, { type, mentions, pronouns }] of sources.chains.entries()) {
    if (type !== 'person') continue
    for (const i of mentions) {
      const { firstToken, name } = entities.mentions[i] as Mention
      found.push({ token: firstToken, sentence: (tokens[firstToken] as Token).sentence, chain, isName: name !== null })
    }
    for (const { start } of pronouns) {
      const token = firstTokenAfter(tokens, start)
      found.push({ token, sentence: (tokens[token] as Token).sentence, chain, isName: false })
    }
  }
  return found.sort((a, b) => a.token - b.token)
}
