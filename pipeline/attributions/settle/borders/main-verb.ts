import type { Token, TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import { firstTokenAfter } from '../../../positions/token-search.ts'
import { isGenitive, POSSESSIVES } from '../../../word-classes.ts'
import type { UnlinkedAttribution } from '../../found.ts'
import { LEXICON } from '../../lexicon.ts'

const TAKES_CLAUSE: ReadonlySet<string> = new Set([...LEXICON['that-clause'], ...LEXICON['bare-clause']])
/** Words that open a clause with a verb of its own. */
const OPENERS: ReadonlySet<string> = new Set(
  'who which whom whose what where when why how if whether because while although though since until unless after before as'.split(
    ' ',
  ),
)
/** Between a noun of saying and who says it. */
const BY: ReadonlySet<string> = new Set(['among', 'by', 'from', 'of'])
const BESIDE_VERB: ReadonlySet<string> = new Set(['ADV', 'PART'])

/**
 * Ends what a noun of saying holds before the verb of the sentence whose subject it is: in "her warning that rents would double was
 * ignored", nobody warned that it was ignored.
 */
export function endBeforeMainVerb({ tokens, sentences }: TokensLayer, one: UnlinkedAttribution): UnlinkedAttribution {
  const [source] = one.source
  const [content, other] = one.content
  if (source === undefined || content === undefined || other !== undefined || !isOwned(tokens, one)) return one
  const from = firstTokenAfter(tokens, content.start)
  // "A warning by the bank that …": the noun of saying heads the phrase.
  const first = firstTokenAfter(tokens, Math.min(source.start, (one.cue[0] as Span).start))
  const begin = sentences[tokens[first]?.sentence ?? -1]?.firstToken ?? first
  const isSaid = followsSaying(tokens, first, begin)
  if (tokens[from]?.lower !== 'that' || !(isSaid || isSubject(tokens, first, begin))) return one
  const to = firstTokenAfter(tokens, content.end - 1) + 1
  if (isFiniteVerb(tokens, to)) return one
  const verb = findMainVerb(tokens, from + 1, to, true) ?? (isSaid ? null : findMainVerb(tokens, from + 1, to, false))
  let end = verb ?? to
  // "Soon proved right", but "will reopen soon has faded".
  while (end > from + 2 && tokens[end]?.pos === 'VERB' && tokens[end - 1]?.pos === 'ADV') end -= 1
  if (verb === null || end <= from + 2) return one
  const span: Span = { start: content.start, end: (tokens[end - 1] as Token).end }
  return { ...one, content: [span] }
}

/** Whether the cue is a noun of saying that the source owns. */
function isOwned(tokens: readonly Token[], { cue, source: [source] }: UnlinkedAttribution): boolean {
  const at = firstTokenAfter(tokens, (cue.at(-1) as Span).end - 1)
  const before = tokens[at - 1]
  if (!LEXICON.nominal.has(tokens[at]?.lower.replace(/s$/u, '') ?? '')) return false
  // "She repeated her warning": whose warning it is is no part of the source.
  if (before === undefined || source === undefined || source.end < before.start) return false
  const isBySource = BY.has(tokens[at + 1]?.lower ?? '') && source.start > (tokens[at] as Token).end
  return isGenitive(before) || POSSESSIVES.has(before.lower) || isBySource
}

/** Whether a noun phrase that begins at `first` is the subject of what follows: no verb and no preposition governs it. */
function isSubject(tokens: readonly Token[], first: number, begin: number): boolean {
  if (tokens[first - 1]?.pos === 'ADP' && first > begin) return false
  for (let i = first - 1; i >= begin; i -= 1) {
    const { pos, lower } = tokens[i] as Token
    if (pos === 'PUNCT' || pos === 'CCONJ' || pos === 'SCONJ' || lower === 'that') return true
    if (pos === 'AUX' || pos === 'VERB') return false
  }
  return true
}

/** "Said her claim that …", which may be all that is said and may be the subject of it. */
function followsSaying(tokens: readonly Token[], first: number, begin: number): boolean {
  const before = tokens[first - 1]
  return first > begin && before?.pos === 'VERB' && TAKES_CLAUSE.has(before.lemma)
}

/**
 * The verb in `[from, to)` that no subject in there has: each clause has one, and what opens a clause brings another.
 *
 * @param isCareful Whether conjunctions and verbs of saying open clauses, too ("that A rose and B fell was ignored").
 */
function findMainVerb(tokens: readonly Token[], from: number, to: number, isCareful: boolean): number | null {
  let open = 1
  let found: number | null = null
  for (let i = from; i < to; i += 1) {
    const { pos, lower, lemma } = tokens[i] as Token
    const opens = pos === 'SCONJ' || OPENERS.has(lower) || (lower === 'that' && pos !== 'DET')
    const isLink = pos === 'CCONJ' || lower === ',' || lower === ';'
    if (found !== null && (opens || isLink)) break
    if (opens || (isCareful && isLink && pos === 'CCONJ' && open === 0)) open += 1
    if (!isFiniteVerb(tokens, i)) continue
    if (open === 0) found = i
    else open -= 1
    i = endOfGroup(tokens, i, to) - 1
    if (isCareful && TAKES_CLAUSE.has(lemma) && /^(?:PRON|DET|PROPN|NOUN)$/u.test(tokens[i + 1]?.pos ?? '')) open += 1
  }
  return found
}

/** Whether a finite verb, or what helps it, stands at a place. */
function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined) return false
  if (token.pos === 'AUX') return before?.lower !== 'to'
  // The tagger's doubt: "might fall proved right".
  if (token.pos === 'ADJ') return token.lower.endsWith('ed') && before?.pos === 'VERB'
  if (token.pos !== 'VERB' || token.lower.endsWith('ing')) return false
  return before === undefined || !(before.lower === 'to' || /^(?:DET|ADP)$/u.test(before.pos))
}

/** Behind a verb with what helps it: "had not been told". */
function endOfGroup(tokens: readonly Token[], at: number, to: number): number {
  let i = at
  while (i < to && (tokens[i]?.pos === 'AUX' || BESIDE_VERB.has(tokens[i]?.pos ?? ''))) i += 1
  return i < to && tokens[i]?.pos === 'VERB' ? i + 1 : Math.max(i, at + 1)
}
