import { HearsayError } from '../../domain/errors.ts'
import type { Counts } from '../figures/figure.ts'
import { tokenise } from '../words/tokenise.ts'
import { CLUSTER_MEASURES, type ClusterMeasureName, type Part } from './cluster-measures.ts'
import { readClusters } from './clusters.ts'
import { matchNames } from './match-names.ts'
import { matchPronouns } from './match-pronouns.ts'
import { NAME_TYPES, type NamedArticle, type NameType } from './named-article.ts'
import { type JoinedCounts, scoreChains } from './score-chains.ts'

/** An article's gold and what was predicted for it. */
export interface NamedPair {
  readonly gold: NamedArticle
  readonly predicted: NamedArticle
}

/** Both directions of a measure of clusters. */
export interface ClusterParts {
  readonly precision: Part
  readonly recall: Part
}

/** One article's counts, which every figure is made of; plain data, so that it can be kept and pooled with others. */
export interface EntityTally {
  readonly article: string
  readonly names: Readonly<Record<NameType, Counts>>
  readonly joined: Readonly<Record<NameType, JoinedCounts>>
  readonly pronouns: { readonly hit: number; readonly total: number }
  /** Names and pronouns together, by {@link CLUSTER_MEASURES}; `all` counts mentions. */
  readonly clusters: Readonly<Record<ClusterMeasureName, ClusterParts>>
}

/**
 * Counts one article's agreement between gold and predictions.
 *
 * @throws HearsayError (usage) when the two are about different texts: offsets would mean nothing.
 */
export function tallyEntities({ gold, predicted }: NamedPair): EntityTally {
  if (gold.text !== predicted.text) {
    throw new HearsayError(
      `The predictions for ${gold.name} were made on another text than its gold; analyse the gold's text again.`,
      'gold-invalid',
    )
  }
  const matched = matchNames(tokenise(gold.text), gold.names, predicted.names)
  const { joined, pronouns } = scoreChains(gold, predicted, matched)
  const clusters = readClusters(gold, predicted, {
    names: matched,
    pronouns: matchPronouns(gold.pronouns, predicted.pronouns),
  })
  const names = NAME_TYPES.map((type): [NameType, Counts] => [
    type,
    {
      hit: matched.filter(pair => gold.names[pair.gold]?.type === type).length,
      predicted: predicted.names.filter(name => name.type === type).length,
      gold: gold.names.filter(name => name.type === type).length,
    },
  ])
  const parts = Object.entries(CLUSTER_MEASURES).map(([name, measure]): [string, ClusterParts] => [
    name,
    { precision: measure(clusters.predicted, clusters.gold), recall: measure(clusters.gold, clusters.predicted) },
  ])
  return {
    article: gold.name,
    names: Object.fromEntries(names) as EntityTally['names'],
    joined,
    pronouns,
    clusters: Object.fromEntries(parts) as EntityTally['clusters'],
  }
}
