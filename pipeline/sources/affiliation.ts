import type { Grounded, Mention, Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { GAZETTEER } from '../../src/nlp/gazetteer.ts'
import { readWordList } from '../word-list.ts'
import type { NamedEntity } from './named-entity.ts'
import type { SourceWords } from './source-words.ts'

/** Words for a body that somebody belongs to, without a name of its own. */
const BODIES = readWordList(new URL('./lexicon/body.txt', import.meta.url))
/** How far behind a name its apposition is read, in tokens. */
const REACH = 14
/** People are introduced early: later mentions are not searched. */
const FIRST_MENTIONS = 12

/**
 * Whom a source belongs to: the body or place after "of", "for", "at" or "with", the owner in front ("the ministry's
 * director"), or a nationality before the noun. For a name that stands alone, what stands beside it elsewhere counts.
 */
export function affiliationOf(
  text: string,
  tokens: readonly Token[],
  words: SourceWords,
  mentions: readonly Mention[],
  entity: NamedEntity | null,
): Grounded<string> | null {
  const own = inPhrase(text, tokens, words.from, words.headEnd, words.to, mentions, words.mention)
  if (own !== null || entity?.type !== 'person') return own
  for (const { firstToken, endToken, name } of entity.mentions.slice(0, FIRST_MENTIONS)) {
    if (name === null) continue
    const beside = behindName(text, tokens, endToken, mentions) ?? beforeName(text, tokens, firstToken, mentions)
    if (beside !== null) return beside
  }
  return null
}

function inPhrase(
  text: string,
  tokens: readonly Token[],
  from: number,
  headEnd: number,
  to: number,
  mentions: readonly Mention[],
  own: Mention | null,
): Grounded<string> | null {
  for (let i = headEnd; i < to; i += 1) {
    if (!/^(?:of|for|at|with|from|in)$/.test((tokens[i] as Token).lower)) continue
    const body = bodyAt(text, tokens, i + 1, to, mentions)
    if (body !== null) return body
  }
  for (let i = from; i < headEnd; i += 1) {
    const token = tokens[i] as Token
    if (own?.name != null && token.start >= own.name.start) break
    if (GAZETTEER.get(token.lower)?.has('Demonym') === true) return ground(text, token)
    const body = mentions.find(one => one.firstToken === i && one !== own && isBody(one) && one.endToken <= headEnd)
    if (body !== undefined) return ground(text, body.name ?? body)
  }
  return null
}

/** "…, a professor at the University of Leeds," and "…, of the Institute for Earth Observation". */
function behindName(
  text: string,
  tokens: readonly Token[],
  endToken: number,
  mentions: readonly Mention[],
): Grounded<string> | null {
  if (tokens[endToken]?.text !== ',' && tokens[endToken]?.lower !== 'of') return null
  for (let i = endToken; i < Math.min(tokens.length, endToken + REACH); i += 1) {
    const { pos, text: word, lower } = tokens[i] as Token
    if (i > endToken && (/^[,.;”"]$/.test(word) || pos === 'VERB')) return null
    if (!/^(?:of|for|at|with|from)$/.test(lower)) continue
    const body = bodyAt(text, tokens, i + 1, i + REACH, mentions)
    if (body !== null) return body
  }
  return null
}

/** "KoboLane's chief executive, Ann Lee", "Commerce Department spokeswoman Ann Lee". */
function beforeName(
  text: string,
  tokens: readonly Token[],
  firstToken: number,
  mentions: readonly Mention[],
): Grounded<string> | null {
  if (!/^(?:NOUN|PUNCT)$/.test(tokens[firstToken - 1]?.pos ?? '')) return null
  const near = mentions.findLast(({ endToken }) => endToken <= firstToken && endToken > firstToken - 7)
  if (near === undefined || near.type !== 'organisation') return null
  const between = tokens.slice(near.endToken, firstToken)
  const joined = between.every(
    ({ pos, lower, text: word }) => pos === 'NOUN' || pos === 'ADJ' || lower === "'s" || word === ',',
  )
  return joined && between.some(({ pos }) => pos === 'NOUN') ? ground(text, near.name ?? near) : null
}

/** The named body or place at a token, or a noun phrase that ends in a word for a body ("the water department"). */
function bodyAt(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  mentions: readonly Mention[],
): Grounded<string> | null {
  let start = from
  while (
    start < to &&
    /^(?:DET|ADJ|PRON)$/.test(tokens[start]?.pos ?? '') &&
    !mentions.some(one => one.firstToken === start)
  )
    start += 1
  const named = mentions.find(one => one.firstToken === start && one.type !== 'person')
  if (named !== undefined) return ground(text, named.name ?? named)
  start = from
  while (start < to && tokens[start]?.pos === 'DET') start += 1
  let end = start
  while (end < to && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[end]?.pos ?? '')) end += 1
  const last = tokens[end - 1]
  if (end === start || last === undefined || !BODIES.has(last.lower)) return null
  return ground(text, { start: (tokens[start] as Token).start, end: last.end })
}

function isBody({ type }: Mention): boolean {
  return type === 'organisation' || type === 'place'
}

function ground(text: string, { start, end }: Span): Grounded<string> {
  return { value: text.slice(start, end), span: { start, end } }
}
