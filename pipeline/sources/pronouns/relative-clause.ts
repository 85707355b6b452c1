import type { Mention, Token } from '../../../src/domain/layers.ts'
import { findMentionEndingAt } from '../../positions/mentions-at.ts'
import { isBodyNoun } from '../../roles/affiliated-body.ts'
import { isRole, isSingular } from '../../word-classes.ts'

/** The noun phrase that a relative pronoun goes back to. Token indexes. */
export interface Antecedent {
  readonly from: number
  readonly to: number
  /** The person whom it describes: "Ann Lee" for "a farmer" in "Ann Lee, a farmer in Kent, who said". */
  readonly beside: Mention | null
}

/** How far back the phrase is sought, in tokens. */
const REACH = 16

/**
 * What "who" and "which" go back to: the last name of a person or noun for people before them in the clause for "who",
 * the noun right before them otherwise. Null where the word is no relative pronoun or nothing fits.
 */
export function findAntecedent(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  pronoun: number,
): Antecedent | null {
  const { lower, sentence, text } = tokens[pronoun] as Token
  if (!/^(?:who|which|that|whom)$/.test(lower) || text === 'WHO') return null
  const personal = lower.startsWith('who')
  let i = pronoun - 1
  while (i > 0 && /^(?:,|—|–|-|here|there|abroad|elsewhere|alike)$/.test((tokens[i] as Token).lower)) i -= 1
  i = skipBrackets(tokens, i)
  if (tokens[i]?.pos === 'CCONJ') return null
  const nearest = i
  for (; i >= Math.max(0, pronoun - REACH); i -= 1) {
    const token = tokens[i] as Token
    if (token.sentence !== sentence || /^[.;:?!“”"]$/.test(token.text)) return null
    const name = findMentionEndingAt(mentions, i + 1, ({ type }) => (type === 'person') === personal)
    if (name !== undefined) return { from: name.firstToken, to: i + 1, beside: null }
    // "the head of the Orrin Bank, who": a body is no person.
    const body = personal ? findMentionEndingAt(mentions, i + 1, ({ type }) => type !== 'person') : undefined
    if (body !== undefined && !/s$/.test(token.lower)) {
      i = body.firstToken
      continue
    }
    const fits = !personal || (i === nearest && (!isBodyNoun(token) || !isSingular(token))) || isForPeople(token)
    if (/^(?:NOUN|PROPN)$/.test(token.pos) && fits) return phraseEndingAt(tokens, mentions, i)
    if (/^(?:those|people|one|anyone|someone|everyone|others|many|some)$/.test(token.lower) && personal)
      return { from: i, to: i + 1, beside: null }
    // Only "who" looks past what modifies its noun: "the head of the bank, who".
    if (!personal || !MODIFIES.test(token.pos)) return null
  }
  return null
}

const MODIFIES = /^(?:NOUN|PROPN|ADJ|ADP|DET|NUM|PUNCT|PART|ADV|CCONJ|SYM)$/

/** "Ann Lee (D-Mo.), who": before the brackets. */
function skipBrackets(tokens: readonly Token[], last: number): number {
  if (tokens[last]?.text !== ')') return last
  let i = last
  while (i > last - 8 && i > 0 && tokens[i]?.text !== '(') i -= 1
  return tokens[i]?.text === '(' ? i - 1 : last
}

function isForPeople(token: Token): boolean {
  return isRole(token) || /(?:men|women|people|person|man|woman)$/.test(token.lower)
}

function phraseEndingAt(tokens: readonly Token[], mentions: readonly Mention[], noun: number): Antecedent {
  let from = noun
  while (from > 0 && noun - from < 10 && /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test((tokens[from - 1] as Token).pos)) from -= 1
  return { from, to: noun + 1, beside: isSingular(tokens[noun] as Token) ? findBeside(tokens, mentions, from) : null }
}

/** Whose apposition the phrase ends: the last name with a comma behind it, with nothing between that starts a clause. */
function findBeside(tokens: readonly Token[], mentions: readonly Mention[], from: number): Mention | null {
  for (let i = from - 1; i > Math.max(0, from - REACH); i -= 1) {
    const { pos, text, sentence } = tokens[i] as Token
    if (sentence !== tokens[from]?.sentence || !MODIFIES.test(pos) || /^[.;:?!“”"]$/.test(text)) return null
    if (text !== ',') continue
    return findMentionEndingAt(mentions, i, ({ type }) => type === 'person') ?? null
  }
  return null
}
