import type { Attribution, Claim, Source } from '../../src/domain/layers.ts'
import { sliceOf } from '../../src/domain/span.ts'
import { COMMON_WORDS } from '../../src/nlp/gazetteer.ts'

/** Two contents that share this part of all their words of content say the same. */
const SAME = 0.5
/** With fewer words of content a likeness says nothing. */
const FEWEST = 3
/** A word that more claims hold tells nothing, and counting them would cost the square of the article. */
const MOST_PER_WORD = 60
const WORDS = /[\p{L}\p{N}]{3,}/gu
/** The same in a text of ASCII, dashes and quotation marks, at a third of the cost. */
const ENGLISH_WORDS = /[a-z0-9]{3,}/g
const BEYOND_ENGLISH = /[^ -~\s\u2010-\u2027]/
const FUNCTION_WORD =
  /^(?:the|that|this|these|those|and|but|for|with|from|has|have|had|was|were|are|been|being|will|would|could|should|may|might|not|its|their|his|her|they|who|which|into|than|then|there|when|after|before|over|about|more|also)$/

/**
 * Says of each claim without a named source which claim of a named source of the article says the same, if one does:
 * what an editor asks of anonymous sources. Likeness is the share of common words of content (Jaccard).
 */
export function corroborate(
  text: string,
  attributions: readonly Attribution[],
  sources: readonly Source[],
  claims: readonly Claim[],
): Claim[] {
  const isNamed = ({ source }: Claim) => source !== null && sources[source]?.naming === 'named'
  if (claims.every(claim => claim.source === null || isNamed(claim))) return [...claims]
  const wordsOfUnnamed = claims.map(claim =>
    claim.source === null || isNamed(claim) ? null : contentWords(text, attributions[claim.attribution] as Attribution),
  )
  if (wordsOfUnnamed.every(words => words === null || words.size < FEWEST)) return [...claims]
  const named = claims.filter(isNamed)
  const wordsOf = named.map(claim => contentWords(text, attributions[claim.attribution] as Attribution))
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
      if (share < SAME || share <= likeness) continue
      best = named[k] as Claim
      likeness = share
    }
    return best === null ? claim : { ...claim, corroboratedBy: best.id }
  })
}

function contentWords(text: string, { content }: Attribution): ReadonlySet<string> {
  const words = new Set<string>()
  for (const span of content) {
    const lower = sliceOf(text, span).toLowerCase()
    // Not `matchAll`: an object a match costs more than all the rest.
    for (const word of lower.match(BEYOND_ENGLISH.test(lower) ? WORDS : ENGLISH_WORDS) ?? []) {
      const stem = stemOf(word)
      if (stem !== null) words.add(stem)
    }
  }
  return words
}

const MOST_STEMS = 50_000
const stems = new Map<string, string | null>()

/** The stem of a word, remembered; null for a function word. */
function stemOf(word: string): string | null {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = FUNCTION_WORD.test(word) ? null : cutEnding(word)
  if (stems.size >= MOST_STEMS) stems.clear()
  stems.set(word, stem)
  return stem
}

/** "closes" and "closed" are "close" for this purpose; only endings of words that the word list knows are cut. */
function cutEnding(word: string): string {
  for (const ending of ['s', 'ed', 'd', 'ing']) {
    const stem = word.slice(0, -ending.length)
    if (word.endsWith(ending) && COMMON_WORDS.has(stem)) return stem
  }
  return word
}
