import { figureToJson, intervalToJson, roundShare, shareToJson } from '../figures/figure-json.ts'
import type { Mean } from '../figures/pooled-tallies.ts'
import type { ClusterFigure, EntityScores, JoinedFigure } from './score-entities.ts'

/** Entity scores as a JSON object with shares in [0, 1], rounded to four places; null where there is nothing to measure. */
export function entityScoresToJson(scores: EntityScores): Readonly<Record<string, unknown>> {
  const { names, joined, pronouns, clusters } = scores
  return {
    articles: scores.articles,
    names: {
      person: figureToJson(names.person),
      place: figureToJson(names.place),
      organisation: figureToJson(names.organisation),
    },
    // Of people alone, as they were before places and organisations were scored.
    joined: figureToJson(joined.person),
    joined_of_all: shareToJson(joined.person.ofAll),
    joined_by_type: {
      person: joinedToJson(joined.person),
      place: joinedToJson(joined.place),
      organisation: joinedToJson(joined.organisation),
    },
    clusters: { lea: clustersToJson(clusters.lea), b3: clustersToJson(clusters.b3) },
    pronouns: shareToJson(pronouns),
  }
}

function joinedToJson({ ofAll, means, ...figure }: JoinedFigure) {
  return {
    ...figureToJson(figure),
    of_all: shareToJson(ofAll),
    means: {
      precision: meanToJson(means.precision),
      recall: meanToJson(means.recall),
      of_all: meanToJson(means.ofAll),
    },
  }
}

function meanToJson({ mean, articles, interval }: Mean) {
  return {
    mean: articles === 0 ? null : roundShare(mean),
    articles,
    interval: interval === null ? null : intervalToJson(interval),
  }
}

function clustersToJson(figure: ClusterFigure) {
  const { hit: _, ...rest } = figureToJson({ ...figure, hit: 0 })
  return rest
}
