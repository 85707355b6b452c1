import { countOf, formatFigure, formatRow, formatShare, percent, range } from '../figures/figure-table.ts'
import { CLUSTER_MEASURES, type ClusterMeasureName } from './cluster-measures.ts'
import { NAME_TYPES, type NameType } from './named-article.ts'
import type { ClusterFigure, EntityScores, JoinedFigure } from './score-entities.ts'

const HEADINGS: Readonly<Record<NameType, string>> = {
  person: 'people',
  place: 'places',
  organisation: 'organisations',
}
const CLUSTER_HEADINGS: Readonly<Record<ClusterMeasureName, string>> = { lea: 'LEA', b3: 'B³' }

/**
 * Entity scores as plain-text tables, in per cent, 80 columns wide. A dash stands where there is nothing to measure.
 *
 * @param baseline What another system found on the same articles; only its names are compared.
 */
export function formatEntityScores(
  scores: EntityScores,
  baseline: { readonly name: string; readonly scores: EntityScores } | null,
): string {
  const { names, joined, pronouns, clusters } = scores
  const rates = ['precision', 'recall', 'F1', '95% of F1']
  return [
    countOf(scores.articles, 'article'),
    '',
    formatRow(['names', ...rates, 'hit', 'predicted', 'gold']),
    ...NAME_TYPES.map(type => formatFigure(HEADINGS[type], names[type])),
    ...(baseline === null ? [] : [formatBaseline(baseline)]),
    '',
    formatRow(['pairs joined', ...rates, 'hit', 'predicted', 'gold']),
    ...NAME_TYPES.map(type => formatFigure(HEADINGS[type], joined[type])),
    '',
    formatRow(['of all pairs', '', '', 'share', '95%', 'hit', '', 'of']),
    ...NAME_TYPES.map(type => formatShare(HEADINGS[type], joined[type].ofAll)),
    '',
    formatRow(['mean of articles', 'precision', 'recall', 'of all', '95% of all', '', 'articles', 'of all']),
    ...NAME_TYPES.map(type => formatMeans(HEADINGS[type], joined[type])),
    '',
    formatRow(['clusters', ...rates, '', 'predicted', 'gold']),
    ...(Object.keys(CLUSTER_MEASURES) as ClusterMeasureName[]).map(name =>
      formatClusters(CLUSTER_HEADINGS[name], clusters[name]),
    ),
    '',
    formatRow(['pronouns', '', '', 'share', '95%', 'hit', '', 'of']),
    formatShare('he, she, him …', pronouns),
    '',
  ].join('\n')
}

function formatBaseline({ name, scores: { names } }: { readonly name: string; readonly scores: EntityScores }): string {
  const figures = NAME_TYPES.map(type => {
    const { f1, predicted, gold } = names[type]
    return `${HEADINGS[type]} ${percent(f1, predicted + gold)}`
  })
  return `${`F1 of ${name}`.padEnd(17)}  ${figures.join(', ')}`
}

function formatMeans(name: string, { means: { precision, recall, ofAll } }: JoinedFigure): string {
  return formatRow([
    name,
    percent(precision.mean, precision.articles),
    percent(recall.mean, recall.articles),
    percent(ofAll.mean, ofAll.articles),
    range(ofAll.interval, ofAll.articles),
    '',
    `${precision.articles}`,
    `${ofAll.articles}`,
  ])
}

function formatClusters(name: string, figure: ClusterFigure): string {
  const { precision, recall, f1, intervals, predicted, gold } = figure
  const counted = predicted + gold
  return formatRow([
    name,
    percent(precision, counted),
    percent(recall, counted),
    percent(f1, counted),
    range(intervals?.f1 ?? null, counted),
    '',
    `${predicted}`,
    `${gold}`,
  ])
}
