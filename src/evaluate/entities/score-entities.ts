import type { Resampling } from '../figures/bootstrap.ts'
import { type Figure, type Rate, rateOf, type Share } from '../figures/figure.ts'
import { type Mean, PooledTallies, type Rates } from '../figures/pooled-tallies.ts'
import { CLUSTER_MEASURES, type ClusterMeasureName, type Part } from './cluster-measures.ts'
import { NAME_TYPES, type NameType } from './named-article.ts'
import { type EntityTally, type NamedPair, tallyEntities } from './tally-entities.ts'

/** Pairs of names of one person, place or organisation. The figure is of the names that were found. */
export interface JoinedFigure extends Figure {
  /** Recall of the same pairs when those with a name that was not found count as missed. */
  readonly ofAll: Share
  /**
   * The same by article: one article that names one man a hundred times has most of all pairs. An article without pairs
   * in gold does not count: for precision and recall those among found names, for `ofAll` any.
   */
  readonly means: { readonly precision: Mean; readonly recall: Mean; readonly ofAll: Mean }
}

/** Clusters of names and pronouns; `predicted` and `gold` count mentions. */
export interface ClusterFigure extends Rates {
  readonly predicted: number
  readonly gold: number
}

export interface EntityScores {
  readonly articles: number
  readonly names: Readonly<Record<NameType, Figure>>
  readonly joined: Readonly<Record<NameType, JoinedFigure>>
  readonly pronouns: Share
  readonly clusters: Readonly<Record<ClusterMeasureName, ClusterFigure>>
}

/**
 * Scores names and chains over all articles together.
 *
 * @throws HearsayError (usage) when gold and predictions are about different texts.
 */
export function scoreEntities(pairs: readonly NamedPair[], resampling?: Resampling): EntityScores {
  return summariseEntities(pairs.map(tallyEntities), resampling)
}

/** Makes scores of what was counted in every article. */
export function summariseEntities(tallies: readonly EntityTally[], resampling?: Resampling): EntityScores {
  const pooled = new PooledTallies(tallies, resampling)
  return {
    articles: tallies.length,
    names: byKey(NAME_TYPES, type => pooled.figure(({ names }) => names[type])),
    joined: byKey(NAME_TYPES, type => scoreJoined(pooled, type)),
    pronouns: pooled.share(({ pronouns }) => pronouns),
    clusters: byKey(Object.keys(CLUSTER_MEASURES) as ClusterMeasureName[], name => scoreClusters(pooled, name)),
  }
}

function scoreJoined(pooled: PooledTallies<EntityTally>, type: NameType): JoinedFigure {
  const meanOf = (rate: Rate) =>
    pooled.mean(({ joined }) => {
      const { hit, predicted, gold } = joined[type]
      return gold === 0 ? Number.NaN : rateOf(rate, hit, predicted, gold)
    })
  return {
    ...pooled.figure(({ joined }) => joined[type]),
    ofAll: pooled.share(({ joined }) => ({ hit: joined[type].hit, total: joined[type].all })),
    means: {
      precision: meanOf('precision'),
      recall: meanOf('recall'),
      ofAll: pooled.mean(({ joined }) => (joined[type].all === 0 ? Number.NaN : joined[type].hit / joined[type].all)),
    },
  }
}

function scoreClusters(pooled: PooledTallies<EntityTally>, name: ClusterMeasureName): ClusterFigure {
  const rates = pooled.rates(rate => some => {
    const partOf = (side: 'precision' | 'recall') => sumParts(some.map(({ clusters }) => clusters[name][side]))
    return rateClusters(rate, partOf('precision'), partOf('recall'))
  })
  return {
    ...rates,
    predicted: pooled.sum(({ clusters }) => clusters[name].precision.all),
    gold: pooled.sum(({ clusters }) => clusters[name].recall.all),
  }
}

/** As {@link rateOf}: nothing on both sides is no error, on one side it is. */
function rateClusters(rate: Rate, { found, all }: Part, recall: Part): number {
  if (all === 0 && recall.all === 0) return 1
  // What is found is found from both sides, so this is nothing on either.
  if (found === 0) return 0
  const [p, r] = [found / all, recall.found / recall.all]
  return { precision: p, recall: r, f1: (2 * p * r) / (p + r) }[rate]
}

function sumParts(parts: readonly Part[]): Part {
  const sum = (of: keyof Part) => parts.reduce((total, part) => total + part[of], 0)
  return { found: sum('found'), all: sum('all') }
}

function byKey<Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map(key => [key, of(key)])) as Record<Key, Value>
}
