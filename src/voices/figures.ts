import { type AuditReport, FEW, type Figure, type LabelShare, type Share, type Shares, UNITS } from './audit-report.ts'
import type { Measure } from './measure.ts'
import type { Dimension } from './voice-selection.ts'

type Of = Pick<Figure, 'dimension' | 'label' | 'unit' | 'known'>

const OF_ALL: Of = { dimension: null, label: null, unit: null, known: false }

/** All numbers of a report, flat. */
export function* toFigures(report: AuditReport): Generator<Figure> {
  const { counts, experts, concentration, anonymity, unquoted } = report
  yield toCount('articles', counts.articles)
  yield toCount('older-versions', counts.olderVersions)
  yield toCount('articles-with-sources', counts.articlesWithSources)
  yield toCount('sources', counts.sources)
  yield toCount('claims', counts.claims)
  yield toCount('quoted-words', counts.quotedWords)
  yield toCount('people', counts.people)
  yield toCount('people-quoted', counts.peopleQuoted)
  yield toCount('speakers', counts.speakers)
  const { mean, n, low, high } = report.sourcesPerArticle
  yield { measure: 'sources-per-article', ...OF_ALL, hits: counts.sources, n, value: mean, low, high, small: n < FEW }
  yield toFigure('single-source', report.singleSource, { ...OF_ALL, unit: 'articles' })
  yield* toBreakdowns(report)
  yield toFigure('expert', experts.sources, { ...OF_ALL, unit: 'sources' })
  yield* toLabels('expert-label', 'gender', experts.gender)
  yield* toLabels('expert-label', 'type', experts.type)
  yield toFigure('expert-without-affiliation', experts.withoutAffiliation, { ...OF_ALL, unit: 'sources' })
  yield toFigure('top-ten', concentration.topTen, { ...OF_ALL, unit: 'claims' })
  const { value, ...ends } = concentration.herfindahl
  const { n: claims, few } = concentration.topTen
  yield { measure: 'herfindahl', ...OF_ALL, unit: 'claims', hits: null, n: claims, value, ...ends, small: few }
  for (const unit of ['sources', 'claims', 'quotedWords'] as const)
    yield toFigure('anonymous', anonymity[unit], { ...OF_ALL, unit })
  yield toFigure('anonymous-explained', anonymity.explained, { ...OF_ALL, unit: 'sources' })
  yield toFigure('not-quoted', unquoted.people, { ...OF_ALL, unit: 'people' })
  yield* toLabels('not-quoted', 'gender', unquoted.gender)
  yield* toLabels('not-quoted', 'type', unquoted.type)
}

function* toBreakdowns({ breakdowns }: AuditReport): Generator<Figure> {
  for (const { dimension, rows } of breakdowns) {
    for (const { label, all, known } of rows) {
      yield* toShares(dimension, label, all, false)
      if (known !== null) yield* toShares(dimension, label, known, true)
    }
  }
}

function* toShares(dimension: Dimension, label: string | null, shares: Shares, known: boolean): Generator<Figure> {
  for (const unit of UNITS) yield toFigure('share', shares[unit], { dimension, label, unit, known })
}

function* toLabels(measure: Measure, dimension: Dimension, labels: readonly LabelShare[]): Generator<Figure> {
  const unit = measure === 'not-quoted' ? 'people' : 'sources'
  for (const { label, share } of labels) yield toFigure(measure, share, { dimension, label, unit, known: false })
}

function toFigure(measure: Measure, { hits, n, share, low, high, few }: Share, of: Of): Figure {
  const { dimension, label, unit, known } = of
  return { measure, dimension, label, unit, known, hits, n, value: share, low, high, small: few }
}

function toCount(measure: Measure, n: number): Figure {
  return { measure, ...OF_ALL, hits: null, n, value: null, low: null, high: null, small: n < FEW }
}
