import type { Attribution, Claim, Source } from '../../src/domain/layers.ts'
import { sliceOf } from '../../src/domain/span.ts'
import { COMMON_WORDS } from '../../src/nlp/gazetteer.ts'

/** Two contents that share this part of all their words of content say the same. */
const SAME = 0.5
/** With fewer words of content a likeness says nothing. */
const FEWEST = 3
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
  const wordsOf = new Map<Claim, ReadonlySet<string>>()
  const readWords = (claim: Claim) => {
    const known = wordsOf.get(claim)
    if (known !== undefined) return known
    const words = contentWords(text, attributions[claim.attribution] as Attribution)
    wordsOf.set(claim, words)
    return words
  }
  return claims.map(claim => {
    if (claim.source === null || isNamed(claim)) return claim
    const words = readWords(claim)
    if (words.size < FEWEST) return claim
    let best: Claim | null = null
    let likeness = 0
    for (const other of claims) {
      if (!isNamed(other)) continue
      const share = measureLikeness(words, readWords(other))
      if (share >= SAME && share > likeness) {
        best = other
        likeness = share
      }
    }
    return best === null ? claim : { ...claim, corroboratedBy: best.id }
  })
}

function contentWords(text: string, { content }: Attribution): ReadonlySet<string> {
  const words = new Set<string>()
  for (const span of content) {
    for (const [word] of sliceOf(text, span)
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]{3,}/gu)) {
      if (!FUNCTION_WORD.test(word)) words.add(stemOf(word))
    }
  }
  return words
}

/** "closes" and "closed" are "close" for this purpose; only endings of words that the word list knows are cut. */
function stemOf(word: string): string {
  for (const ending of ['s', 'ed', 'd', 'ing']) {
    const stem = word.slice(0, -ending.length)
    if (word.endsWith(ending) && COMMON_WORDS.has(stem)) return stem
  }
  return word
}

function measureLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const word of a) if (b.has(word)) common += 1
  return common === 0 ? 0 : common / (a.size + b.size - common)
}
