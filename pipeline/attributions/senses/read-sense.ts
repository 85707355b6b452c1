import type { Token, TokensLayer } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { firstTokenAfter, tokensWithin } from '../../positions/token-search.ts'
import { KIN } from '../../word-classes.ts'
import { readWordList } from '../../word-list.ts'
import type { ProposedAttribution } from '../found.ts'
import { SENSE_LISTS, type Sense, type SenseList } from './sense.ts'
import { SENSES } from './senses.ts'
import { headOfPhrase, isFetched, isMoney, isSomebody, readThing } from './thing.ts'

const LISTS = Object.fromEntries(
  SENSE_LISTS.map(name => [name, readWordList(new URL(`./${name}.txt`, import.meta.url))]),
) as unknown as Readonly<Record<SenseList, ReadonlySet<string>>>

const ANY = ''
const BY_CUE = Map.groupBy(
  SENSES.flatMap(sense => (sense.cue ?? [ANY]).map(cue => ({ cue, sense }))),
  ({ cue }) => cue,
)
/** What makes another verb of one: "called for". */
const PARTICLES: ReadonlySet<string> = new Set('about at back down for in of off on out over to up upon'.split(' '))

/** The sense in which an attribution's cue reports nothing that anybody said, or null where it may. */
export function findSilentSense({ tokens }: TokensLayer, attribution: ProposedAttribution): Sense | null {
  const cue = attribution.cue.flatMap(span => tokensWithin(tokens, span))
  const isAccording = cue.some(({ lower }) => lower === 'according')
  const last = cue.at(-1)?.lower ?? ''
  const particle = PARTICLES.has(last) && !isAccording ? last : undefined
  const known = [isAccording ? 'accord' : attribution.cueLemma, ANY].flatMap(key => BY_CUE.get(key) ?? [])
  return known.find(({ sense }) => fits(tokens, attribution, sense, particle))?.sense ?? null
}

function fits(
  tokens: readonly Token[],
  attribution: ProposedAttribution,
  sense: Sense,
  particle: string | undefined,
): boolean {
  const { content, source } = attribution
  return (
    (sense.particle === particle || sense.cue === undefined) &&
    (sense.content === undefined || isSuch(tokens, content, sense.content, sense.but)) &&
    (sense.source === undefined || isHeadedBy(tokens, source, sense.source)) &&
    (sense.done !== true || tellsWhatWasDone(tokens, attribution))
  )
}

function isSuch(
  tokens: readonly Token[],
  content: readonly Span[],
  wanted: Exclude<Sense['content'], undefined>,
  but: readonly string[] = [],
): boolean {
  const [only, other] = content
  if (wanted === 'any') return true
  if (only === undefined || other !== undefined) return false
  const words = tokensWithin(tokens, only)
  if (wanted === 'money') return isMoney(words)
  if (wanted === 'somebody') return isSomebody(words)
  if (wanted === 'fetched') return isFetched(words)
  if (typeof wanted === 'object') return isGiven(words, LISTS[wanted.given])
  const thing = readThing(words)
  if (thing === null || but.includes(thing.head.lemma)) return false
  if (wanted === 'thing') return true
  if (wanted === 'counted') return thing.counted && thing.head.pos === 'NOUN'
  return LISTS[wanted].has(thing.head.lemma) || (wanted === 'called' && KIN.has(thing.head.lemma))
}

/** Whether words are for a thing and, before it, who is given it or not: "Marsh a second goal". */
function isGiven(words: readonly Token[], things: ReadonlySet<string>): boolean {
  const end = words.findIndex(({ pos }) => pos === 'ADP')
  const phrase = end < 0 ? words : words.slice(0, end)
  if (phrase.some(({ pos }) => pos === 'AUX' || pos === 'SCONJ' || (pos === 'VERB' && phrase.length > 1))) return false
  const last = phrase.at(-1)
  return last !== undefined && things.has(last.lemma)
}

function isHeadedBy(tokens: readonly Token[], [only, other]: readonly Span[], list: SenseList): boolean {
  if (only === undefined || other !== undefined) return false
  const words = tokensWithin(tokens, only)
  const head = headOfPhrase(words)
  // "According to age group": no group that anybody knows.
  const [first] = words
  if (list === 'measure' && first !== undefined && LISTS.measure.has(first.lower)) return true
  return head !== undefined && head.pos !== 'PROPN' && LISTS[list].has(head.lemma)
}

const MODALS: ReadonlySet<string> = new Set(['will', 'would', 'could', 'may', 'might', 'can', "'ll", 'shall', 'should'])
/** What tells of things to come, and is then a source: "will be shut according to the plan". */
const PLANS: ReadonlySet<string> = new Set(['plan', 'schedule', 'timetable', 'rota'])
/** Verbs for how things go by themselves. */
const GOING: ReadonlySet<string> = new Set(
  'act behave cook develop go happen live move operate play proceed progress run unfold work'.split(' '),
)

/** "Was played according to the rules": what was done, or how things went, right before the cue. */
function tellsWhatWasDone(tokens: readonly Token[], { content, cue, source }: ProposedAttribution): boolean {
  const [first] = content
  const [named] = source
  if (first === undefined || named === undefined || (cue[0] as Span).start < first.start) return false
  const from = firstTokenAfter(tokens, first.start)
  const sourceAt = firstTokenAfter(tokens, named.start)
  const words = tokens.slice(from, sourceAt)
  if (words.at(-3)?.text === ',') return false
  const plan = headOfPhrase(tokensWithin(tokens, named))
  if (plan !== undefined && PLANS.has(plan.lemma) && words.some(({ lower }) => MODALS.has(lower))) return false
  // "Bake according to the packet"
  if (words[0] !== undefined && isOrder(tokens[from - 1], words[0])) return true
  return words.some((word, i) => isDone(word, words.slice(Math.max(0, i - 3), i)))
}

/** Whether a sentence begins with a bare verb, as recipes do. */
function isOrder(before: Token | undefined, { pos, lower, lemma, sentence }: Token): boolean {
  return before?.sentence !== sentence && pos === 'VERB' && lower === lemma
}

/** Whether a verb is in the passive, or one of how things go. */
function isDone({ pos, lemma, lower }: Token, before: readonly Token[]): boolean {
  if (lower === 'according') return false
  if (pos === 'VERB' && GOING.has(lemma)) return true
  const isParticiple = pos === 'VERB' ? !lower.endsWith('ing') : pos === 'ADJ' && lower.endsWith('ed')
  return isParticiple && before.some(one => one.lemma === 'be')
}
