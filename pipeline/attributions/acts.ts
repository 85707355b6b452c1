import type { Act } from '../../src/domain/labels.ts'
import type { Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { firstTokenAfter } from '../positions/token-search.ts'
import { readWordList } from '../word-list.ts'
import { lemmaOfCue } from './cue-lemma.ts'
import { LEXICON } from './lexicon.ts'
import { isRefusal } from './refusal-words.ts'

/** Acts with a word list of their own in `acts/`; every other cue states. `no-comment` is decided by its rule or the content's words. */
const LISTED = [
  'question',
  'order',
  'promise',
  'accusation',
  'denial',
  'belief',
  'intention',
  'feeling',
] as const satisfies readonly Act[]

// A lemma may stand in two lists ("deplore"); the first list in the order above decides.
const ACT_BY_LEMMA: ReadonlyMap<string, Act> = new Map(
  [...LISTED].reverse().flatMap(act => {
    const lemmas = readWordList(new URL(`./acts/${act}.txt`, import.meta.url))
    return [...lemmas].map(lemma => [lemma, act] as const)
  }),
)

/** Acts of lemma phrases whose verb alone would mislead ("call for" asks, "call" states). */
const ACT_BY_PHRASE: ReadonlyMap<string, Act> = new Map([
  ['agree to', 'promise'],
  ['appeal for', 'order'],
  ['appeal to', 'order'],
  ['ask for', 'order'],
  ['believe in', 'belief'],
  ['call for', 'order'],
  ['call on', 'order'],
  ['call upon', 'order'],
  ['express interest in', 'intention'],
  ['hope for', 'feeling'],
  ['insist on', 'order'],
  ['long for', 'feeling'],
  ['plead for', 'order'],
  ['press for', 'order'],
  ['push for', 'order'],
  ['rail against', 'accusation'],
  ['hit out at', 'accusation'],
  ['lash out at', 'accusation'],
  ['rule out', 'denial'],
  ['brush aside', 'denial'],
  ['brush off', 'denial'],
  ['play down', 'denial'],
  ['shrug off', 'denial'],
  ['worry about', 'feeling'],
  ['write to', 'statement'],
])

/** Acts of verbs whose content is an infinitive. */
const ACT_BY_INFINITIVE: ReadonlyMap<string, Act> = new Map([
  ['agree', 'promise'],
  ['ask', 'order'],
  ['say', 'order'],
  ['tell', 'order'],
  ['warn', 'order'],
])
const ASKING: ReadonlySet<string> = new Set(['ask', 'tell', 'warn'])
/** Whom somebody asks is told in few words. */
const LONGEST_ADDRESSEE = 10
const OPENS_ADDRESSEE: ReadonlySet<string> = new Set(['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'PRON'])
const CLOSING = /^["”’'»)]+$/u

/** Who declines "to name the states" says nothing, even where that is told for a content. */
const REFUSING: ReadonlySet<string> = new Set(['decline', 'refuse'])
/** Who wants "to know why" asks. */
const WANTING: ReadonlySet<string> = new Set(['ask', 'demand', 'like', 'love', 'need', 'seek', 'want', 'wish'])
const ASKED: ReadonlySet<string> = new Set([
  'how',
  'if',
  'what',
  'when',
  'where',
  'whether',
  'which',
  'who',
  'whose',
  'why',
])

/** Verbs that only colour the infinitive after them: "appeared to accuse" accuses. */
const RAISING: ReadonlySet<string> = new Set(['appear', 'begin', 'continue', 'go on', 'seem', 'start'])

/** The act of a cue from its lemma phrase (`call for`), else its head lemma (`call`). */
export function actOf(phrase: string, lemma: string): Act {
  const known = ACT_BY_PHRASE.get(phrase)
  if (known !== undefined) return known
  const [, raising = '', coloured = ''] = /^(\S+(?: on)?) to (\S+)/u.exec(phrase) ?? []
  if (RAISING.has(raising)) {
    const act = ACT_BY_LEMMA.get(coloured)
    if (act !== undefined) return act
    if (LEXICON['that-clause'].has(coloured) || LEXICON.speech.has(coloured)) return 'statement'
  }
  return ACT_BY_LEMMA.get(lemma) ?? 'statement'
}

/**
 * The act of a cue as it stands in the text. A word that governs the head decides before it: "wants to thank" is an
 * intention, "is likely to say" a belief.
 *
 * @param cueLemma Lemma of the cue's head.
 * @param content What is attributed: "told her to leave" orders, and "Ann Lee: Why?" asks.
 */
export function actOfCue(
  tokens: readonly Token[],
  cue: readonly Span[],
  cueLemma: string,
  content: readonly Span[] = [],
): Act {
  return actOfContent(tokens, cueLemma, content) ?? actOfWords(tokens, cue, cueLemma)
}

/** What the content says of the act, or undefined. */
export function actOfContent(tokens: readonly Token[], cueLemma: string, content: readonly Span[]): Act | undefined {
  const [first] = content
  const last = content.at(-1)
  if (first === undefined || last === undefined) return undefined
  if (isRefusal(tokens, cueLemma, content)) return 'no-comment'
  const start = firstTokenAfter(tokens, first.start)
  if (REFUSING.has(cueLemma) && LEXICON.refusal.has(`${cueLemma} to ${tokens[start + 1]?.lemma}`)) return 'no-comment'
  if (WANTING.has(cueLemma) && isToKnow(tokens.slice(start, start + 3))) return 'question'
  if (tokens[start]?.lower === 'to' && tokens[start + 1]?.pos === 'VERB') return ACT_BY_INFINITIVE.get(cueLemma)
  // "Advised that it leaks" tells, "advised to leave" orders.
  if (tokens[start]?.lower === 'that' && cueLemma === 'advise') return 'statement'
  if (tokens[start]?.lower === 'for') return ACT_BY_PHRASE.get(`${cueLemma} for`)
  if (ASKING.has(cueLemma) && asksSomebody(tokens, start, firstTokenAfter(tokens, last.end - 1) + 1)) return 'order'
  if (cueLemma !== ':') return undefined
  let end = firstTokenAfter(tokens, last.end - 1)
  while (end > start && CLOSING.test(tokens[end]?.text ?? '')) end -= 1
  return tokens[end]?.text === '?' ? 'question' : undefined
}

function isToKnow([to, know, asked]: readonly Token[]): boolean {
  return to?.lower === 'to' && know?.lower === 'know' && ASKED.has(asked?.lower ?? '')
}

/** "Asked **the guards to leave**": whom somebody asks, and what they are to do. */
function asksSomebody(tokens: readonly Token[], start: number, end: number): boolean {
  const words = tokens.slice(start, Math.min(end, start + LONGEST_ADDRESSEE))
  if (!OPENS_ADDRESSEE.has(words[0]?.pos ?? '')) return false
  const verb = words.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX')
  return verb > 1 && words[verb - 1]?.lower === 'to' && words[verb]?.pos === 'VERB'
}

function actOfWords(tokens: readonly Token[], cue: readonly Span[], cueLemma: string): Act {
  const words = cue.flatMap(span => {
    const from = firstTokenAfter(tokens, span.start)
    return tokens.slice(from, firstTokenAfter(tokens, span.end - 1) + 1)
  })
  const head = Math.max(
    0,
    words.findIndex(word => lemmaOfCue(word) === cueLemma),
  )
  if (words[head - 1]?.lower === 'to') {
    const governor = words.slice(0, head - 1).findLast(({ pos }) => pos !== 'ADV')
    if (cueLemma === 'know' && governor !== undefined && WANTING.has(governor.lemma)) return 'question'
    const act = governor === undefined || RAISING.has(governor.lemma) ? undefined : actOfWord(governor)
    if (act !== undefined) return act
  }
  const after = words.slice(head + 1).map(({ lower }) => lower)
  return actOf([cueLemma, ...after].join(' '), cueLemma)
}

function actOfWord({ lemma, lower }: Token): Act | undefined {
  return ACT_BY_LEMMA.get(lemma) ?? ACT_BY_LEMMA.get(lower)
}
