import type { Act, Pos } from '../../src/domain/labels.ts'
import type { Attribution, Claim, Source, Token, TokensLayer } from '../../src/domain/layers.ts'
import { firstTokenAfter } from '../positions/token-search.ts'

/** Two contents that share this part of all their words of content say the same. */
const SAME = 0.5
/** With fewer words of content a likeness says nothing. */
const FEWEST = 3
/** A word that more claims hold tells nothing, and counting them would cost the square of the article. */
const MOST_PER_WORD = 60
/** Of words shorter than this none tells what is said. */
const SHORTEST = 3
const TELLING: ReadonlySet<Pos> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV', 'NUM', 'X'])

/** Acts by which somebody says that something is so; who asks, refuses or orders corroborates nothing. */
const ASSERTING: ReadonlySet<Act> = new Set(['accusation', 'belief', 'statement'])

/**
 * Says of each claim without a named source which claim of a named source of the article says the same, if one does:
 * what an editor asks of anonymous sources. Likeness is the share of common words of content (Jaccard).
 */
export function corroborate(
  { tokens }: TokensLayer,
  attributions: readonly Attribution[],
  sources: readonly Source[],
  claims: readonly Claim[],
): Claim[] {
  const isNamed = ({ source }: Claim) => source !== null && sources[source]?.naming === 'named'
  const canAgree = ({ act, negated }: Claim) => !negated && (act === 'denial' || ASSERTING.has(act))
  if (claims.every(claim => claim.source === null || isNamed(claim))) return [...claims]
  const wordsOfUnnamed = claims.map(claim =>
    claim.source === null || isNamed(claim) || !canAgree(claim)
      ? null
      : contentWords(tokens, attributions[claim.attribution] as Attribution),
  )
  if (wordsOfUnnamed.every(words => words === null || words.size < FEWEST)) return [...claims]
  const named = claims.filter(claim => isNamed(claim) && canAgree(claim))
  const wordsOf = named.map(claim => contentWords(tokens, attributions[claim.attribution] as Attribution))
  const sought = new Set(wordsOfUnnamed.flatMap(words => [...(words ?? [])]))
  const namedByWord = new Map<string, number[]>()
  for (const [i, words] of wordsOf.entries()) {
    for (const word of words) {
      if (!sought.has(word)) continue
      const known = namedByWord.get(word)
      if (known === undefined) namedByWord.set(word, [i])
      else if (known.length < MOST_PER_WORD) known.push(i)
    }
  }
  return claims.map((claim, i) => {
    const words = wordsOfUnnamed[i] as ReadonlySet<string> | null
    if (words === null || words.size < FEWEST) return claim
    const common = new Map<number, number>()
    for (const word of words) for (const k of namedByWord.get(word) ?? []) common.set(k, (common.get(k) ?? 0) + 1)
    let best: Claim | null = null
    let likeness = 0
    for (const [k, count] of common) {
      const share = count / (words.size + (wordsOf[k] as ReadonlySet<string>).size - count)
      const other = named[k] as Claim
      if (share < SAME || share <= likeness || (other.act === 'denial') !== (claim.act === 'denial')) continue
      best = other
      likeness = share
    }
    return best === null ? claim : { ...claim, corroboratedBy: best.id }
  })
}

/** Their base forms, so that "closes" and "closed" are one. */
function contentWords(tokens: readonly Token[], { content }: Attribution): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { start, end } of content) {
    for (let i = firstTokenAfter(tokens, start); i < tokens.length; i += 1) {
      const token = tokens[i] as Token
      if (token.end > end) break
      if (token.text.length >= SHORTEST && TELLING.has(token.pos)) words.add(token.lemma)
    }
  }
  return words
}
