import type { Token, TokensLayer } from '../../../../src/domain/layers.ts'
import { overlaps, type Span } from '../../../../src/domain/span.ts'
import { firstTokenAfter } from '../../../positions/token-search.ts'
import { actOfCue } from '../../acts.ts'
import { lemmaOfCue } from '../../cue-lemma.ts'
import type { UnlinkedAttribution } from '../../found.ts'
import { LEXICON } from '../../lexicon.ts'

/** Verbs whose passive has a hearer for its subject; of those that hold something to be so, it has a believer. */
const BELIEVING: ReadonlySet<string> = new Set([
  'call',
  'challenge',
  'convince',
  'persuade',
  'plead',
  'press',
  'require',
])
const TELLING: ReadonlySet<string> = new Set(
  [...LEXICON.hearer, ...LEXICON.addressee, ...LEXICON.order].filter(lemma => !BELIEVING.has(lemma)),
)
/** "She is assured of a seat", "he was reminded of home": nobody says it. */
const HAVING: ReadonlySet<string> = new Set(['assure', 'remind'])
const BE: ReadonlySet<string> = new Set(['be', 'get'])
const LIGHT: ReadonlySet<string> = new Set(['AUX', 'ADV', 'PART'])
/** Who is told is named in few words; more before the verb are what is told. */
const LONGEST_HEARER = 12
const LONGEST_TELLER = 10
const MEANS: ReadonlySet<string> = new Set(
  'e-mail email fax letter mail midday midnight noon phone post telephone text'.split(' '),
)

/**
 * An attribution whose cue is a passive of telling, with its subject for addressee: in "Ann was told that it leaks" Ann
 * says nothing, and who told her stands behind "by" or is left out. Models take the subject for the source or for a part
 * of what is told, whatever rule reads the cue beside them.
 */
export function giveToHearer(text: string, { tokens }: TokensLayer, one: UnlinkedAttribution): UnlinkedAttribution {
  const passive = findPassive(tokens, one)
  if (passive === null) return one
  const { from, verb } = passive
  const { start } = tokens[from] as Token
  const isBefore = (span: Span) => span.end <= start
  const told = one.content.filter(span => !isBefore(span))
  const ahead = told.length === 0 ? [] : one.content.filter(span => isBefore(span) && isShort(tokens, span))
  const hearers = one.addressee.length > 0 ? one.addressee : [...one.source.filter(isBefore), ...ahead]
  const named = one.source.filter(span => !isBefore(span))
  const teller = named.length > 0 || one.source.length === 0 ? named : readTeller(tokens, verb)
  const source = teller.filter(span => !isMeans(tokens, span))
  const content = without(text, one.content, [...hearers, ...ahead, ...source])
  if (content.length === 0) return one
  const isHearer = (span: Span) => tokens[firstTokenAfter(tokens, span.start)]?.lower !== 'it'
  const act = one.act === 'no-comment' ? one.act : actOfCue(tokens, one.cue, one.cueLemma, content)
  return { ...one, source, content, addressee: hearers.filter(isHearer), act }
}

/** First auxiliary and verb of a passive of telling that the cue is, or null. */
function findPassive(tokens: readonly Token[], { cue }: UnlinkedAttribution): { from: number; verb: number } | null {
  const first = firstTokenAfter(tokens, (cue[0] as Span).start)
  let verb = firstTokenAfter(tokens, (cue.at(-1) as Span).end - 1)
  while (verb > first && !TELLING.has(lemmaOfCue(tokens[verb] as Token))) verb -= 1
  const { lower, sentence, ...token } = tokens[verb] as Token
  const lemma = lemmaOfCue({ lower, sentence, ...token })
  if (!TELLING.has(lemma) || lower.endsWith('ing')) return null
  if (HAVING.has(lemma) && tokens[verb + 1]?.lower === 'of') return null
  let from = verb
  let isPassive = false
  for (let i = verb - 1; i >= 0; i -= 1) {
    const before = tokens[i] as Token
    if (before.sentence !== sentence || !(LIGHT.has(before.pos) || BE.has(before.lemma))) break
    if (BE.has(before.lemma) && i >= verb - 3) isPassive = true
    from = i
  }
  return isPassive ? { from, verb } : null
}

function isShort(tokens: readonly Token[], { start, end }: Span): boolean {
  const first = firstTokenAfter(tokens, start)
  const words = tokens.slice(first, first + LONGEST_HEARER + 1).filter(token => token.start < end)
  return words.length <= LONGEST_HEARER && !words.some(({ text, pos }) => pos === 'VERB' || /^["“”«»]/u.test(text))
}

/** "By email", "by noon": that is how or when they were told. */
function isMeans(tokens: readonly Token[], { start }: Span): boolean {
  const first = firstTokenAfter(tokens, start)
  return tokens[first - 1]?.lower === 'by' && MEANS.has(tokens[first]?.lower ?? '')
}

/** "By his doctor", right behind the verb. */
function readTeller(tokens: readonly Token[], verb: number): readonly Span[] {
  if (tokens[verb + 1]?.lower !== 'by') return []
  const first = tokens[verb + 2]
  let to = verb + 2
  while (to < verb + 2 + LONGEST_TELLER && isOfTeller(tokens[to]) && tokens[to]?.sentence === first?.sentence) to += 1
  const last = tokens[to - 1]
  return first === undefined || last === undefined || to === verb + 2 ? [] : [{ start: first.start, end: last.end }]
}

function isOfTeller(token: Token | undefined): boolean {
  if (token === undefined || /^(?:to|that|whether|if|who|what|why|how|when|where|on|in|not)$/.test(token.lower))
    return false
  return !['PUNCT', 'VERB', 'AUX', 'ADV'].includes(token.pos)
}

/** Spans without the words of others. */
function without(text: string, spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  if (!others.some(other => spans.some(span => overlaps(span, other)))) return spans
  return spans.flatMap(span => {
    let parts: readonly Span[] = [span]
    for (const other of others)
      parts = parts.flatMap(part =>
        overlaps(part, other)
          ? [
              { start: part.start, end: Math.max(part.start, other.start) },
              { start: Math.min(part.end, other.end), end: part.end },
            ]
          : [part],
      )
    return parts.flatMap(part => trim(text, part))
  })
}

function trim(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end)
  const own = words.replace(/^[\s,;:]+/u, '')
  const from = end - own.length
  const kept = own.replace(/[\s,;:]+$/u, '').replace(/\sby$/u, '')
  return /[\p{L}\p{N}]/u.test(kept) && kept !== 'by' ? [{ start: from, end: from + kept.length }] : []
}
