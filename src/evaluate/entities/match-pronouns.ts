import { overlaps } from '../../domain/span.ts'
import type { NamePair } from './match-names.ts'
import type { ScoredPronoun } from './named-article.ts'

/** Pairs gold and predicted pronouns that share a character one to one, in the order of the text. */
export function matchPronouns(gold: readonly ScoredPronoun[], predicted: readonly ScoredPronoun[]): NamePair[] {
  const taken = new Set<number>()
  return gold.flatMap((pronoun, wanted) => {
    const found = predicted.findIndex((other, i) => !taken.has(i) && overlaps(pronoun, other))
    if (found < 0) return []
    taken.add(found)
    return [{ gold: wanted, predicted: found }]
  })
}
