import type { NamePair } from './match-names.ts'
import type { NamedArticle, ScoredName, ScoredPronoun } from './named-article.ts'

/** Mentions by number, those of one person, place or organisation together. */
export type Clusters = readonly (readonly number[])[]

/** Both sides of one article. A mention that both have has the same number on both. */
export interface ClusterPair {
  readonly gold: Clusters
  readonly predicted: Clusters
}

/** What was matched, by indexes into the names and the pronouns of both sides. */
export interface MatchedMentions {
  readonly names: readonly NamePair[]
  readonly pronouns: readonly NamePair[]
}

/**
 * Puts the names and pronouns of an article together by their chains: what else stands in a chain ("the minister") is not
 * scored, so a chain with one name and no pronoun is a cluster of one. A name in no chain is alone; a pronoun in none was
 * left unresolved, which says nothing of whom it means, and is no mention.
 */
export function readClusters(gold: NamedArticle, predicted: NamedArticle, matched: MatchedMentions): ClusterPair {
  const numbers = new Map<ScoredName | ScoredPronoun, number>()
  for (const mention of [...gold.names, ...gold.pronouns]) numbers.set(mention, numbers.size)
  const link = (kind: 'names' | 'pronouns') => {
    for (const pair of matched[kind]) {
      const wanted = gold[kind][pair.gold] as ScoredPronoun
      numbers.set(predicted[kind][pair.predicted] as ScoredPronoun, numbers.get(wanted) as number)
    }
  }
  link('names')
  link('pronouns')
  // What only the prediction has goes on counting where no gold mention can be.
  let next = gold.names.length + gold.pronouns.length
  for (const mention of [...predicted.names, ...predicted.pronouns])
    if (!numbers.has(mention)) numbers.set(mention, next++)
  const numberOf = (mention: ScoredPronoun) => numbers.get(mention) as number
  return { gold: cluster(gold, numberOf), predicted: cluster(predicted, numberOf) }
}

function cluster({ names, pronouns }: NamedArticle, numberOf: (mention: ScoredPronoun) => number): Clusters {
  const resolved = pronouns.filter(({ chain }) => chain !== null)
  const byChain = Map.groupBy([...names, ...resolved], mention => mention.chain ?? mention)
  return [...byChain.values()].map(mentions => mentions.map(numberOf))
}
