import { countCommon } from '../words/token-set.ts'
import { type TokenTable, tokensOf } from '../words/tokenise.ts'
import { NAME_TYPES, type ScoredName } from './named-article.ts'

/** Indexes into the gold and the predicted names. */
export interface NamePair {
  readonly gold: number
  readonly predicted: number
}

/**
 * Pairs gold and predicted names of the same type one to one, greedily: those with most words in common first, then
 * those with fewest words besides, then by position. Names that share no word are no pair.
 */
export function matchNames(
  table: TokenTable,
  gold: readonly ScoredName[],
  predicted: readonly ScoredName[],
): readonly NamePair[] {
  const pairs: NamePair[] = []
  for (const type of NAME_TYPES) {
    const wanted = gold.flatMap((name, i) => (name.type === type ? [{ i, tokens: tokensOf(table, [name]) }] : []))
    const found = predicted.flatMap((name, i) => (name.type === type ? [{ i, tokens: tokensOf(table, [name]) }] : []))
    const rated = wanted.flatMap(({ i, tokens }) =>
      found.flatMap(other => {
        const common = countCommon(tokens, other.tokens)
        const besides = tokens.length + other.tokens.length - 2 * common
        return common === 0 ? [] : [{ gold: i, predicted: other.i, common, besides }]
      }),
    )
    rated.sort((a, b) => b.common - a.common || a.besides - b.besides || a.gold - b.gold || a.predicted - b.predicted)
    const takenGold = new Set<number>()
    const takenPredicted = new Set<number>()
    for (const pair of rated) {
      if (takenGold.has(pair.gold) || takenPredicted.has(pair.predicted)) continue
      takenGold.add(pair.gold)
      takenPredicted.add(pair.predicted)
      pairs.push({ gold: pair.gold, predicted: pair.predicted })
    }
  }
  return pairs
}
