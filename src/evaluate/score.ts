import { compareArticle, type ScoredPair } from './compare.ts'
import { type CueSelection, selectCues } from './cue-selection.ts'
import { COLUMNS, DEFAULT_RESAMPLING, resampleArticles } from './figures/bootstrap.ts'
import { type Counts, type Figure, type Interval, type Rate, rateOf, type Share } from './figures/figure.ts'
import { columnOf, LABELS, type Label, type Measure, tallyArticle } from './tally.ts'
import type { ScoredRole } from './words/match.ts'

export interface ScoreOptions {
  /** Which cues count, on both sides; `all` by default. */
  readonly cues?: CueSelection
  /** Bootstrap rounds for the intervals; 0 for none, 1,000 by default. */
  readonly resamples?: number
  /** Seed of the bootstrap; the same seed gives the same intervals. */
  readonly seed?: number
}

export interface Scores {
  readonly cues: CueSelection
  readonly articles: number
  readonly gold: number
  readonly predicted: number
  /** Pairs of gold and prediction that share content or a cue, right or wrong. */
  readonly matched: number
  /** Of attributions that have the role: the same tokens on both sides of a matched pair. */
  readonly exact: Readonly<Record<ScoredRole, Figure>>
  /** Tokens of the role, per article, whichever attribution they belong to. */
  readonly overlap: Readonly<Record<ScoredRole, Figure>>
  /** Cues overlap, sources overlap or are both absent, content IoU at least 0.5 (both absent: agreed). */
  readonly relation: Figure
  /** Cue, source and content all the same. */
  readonly allExact: Figure
  /** Share of the gold's `required` attributions that were found (relation). */
  readonly required: Share
  /** Of the gold's attributions whose content is wholly between quotation marks: the share found (relation). */
  readonly direct: Share
  /** Of relations found whose gold gives the label: the share with the right one. */
  readonly labels: Readonly<Record<Label, Share>>
  /** Predictions that no gold attribution agrees with (relation), and of those the ones matched with none at all. */
  readonly unknown: { readonly count: number; readonly unmatched: number }
  /** Predictions whose content is a passage that the gold marks as no claim. */
  readonly notClaims: { readonly violations: number; readonly total: number }
}

/**
 * Scores predictions against gold. Pure: the same articles and options give the same scores, to the last digit.
 *
 * Matching is greedy and one to one (see `match.ts`), so taking a prediction away can hand its gold attribution to
 * another one: exact and relation recall may then rise; overlap recall and the number of matched pairs never do.
 *
 * @throws HearsayError (usage) when a pair's two texts differ.
 * @example
 * scoreArticles([{ gold, predicted }]).relation.f1 // 0.471
 */
export function scoreArticles(pairs: readonly ScoredPair[], options: ScoreOptions = {}): Scores {
  const cues = options.cues ?? 'all'
  const keep = selectCues(cues)
  const tallies = pairs.map(pair => tallyArticle(compareArticle(pair, keep), pair.gold.notClaims ?? []))
  const rows = tallies.map(tally => tally.row)
  const totals = sumRows(rows)
  const intervals = resampleArticles(rows, {
    resamples: options.resamples ?? DEFAULT_RESAMPLING.resamples,
    seed: options.seed ?? DEFAULT_RESAMPLING.seed,
  })
  const countsOf = (measure: Measure) => {
    const column = columnOf(measure)
    return { hit: totals[column] ?? 0, predicted: totals[column + 1] ?? 0, gold: totals[column + 2] ?? 0 }
  }
  const intervalsOf = (measure: Measure) => intervals?.[columnOf(measure) / COLUMNS] ?? null
  const figure = (measure: Measure) => toFigure(countsOf(measure), intervalsOf(measure))
  const share = (measure: Measure) => toShare(countsOf(measure), intervalsOf(measure)?.recall ?? null)
  const sum = (count: (tally: (typeof tallies)[number]) => number) =>
    tallies.reduce((total, tally) => total + count(tally), 0)
  const relation = figure('relation')
  const roles = (kind: 'exact' | 'overlap') => ({
    cue: figure(`${kind} cue`),
    source: figure(`${kind} source`),
    content: figure(`${kind} content`),
  })
  return {
    cues,
    articles: pairs.length,
    gold: relation.gold,
    predicted: relation.predicted,
    matched: sum(tally => tally.matched),
    exact: roles('exact'),
    overlap: roles('overlap'),
    relation,
    allExact: figure('all exact'),
    required: share('required'),
    direct: share('direct'),
    labels: Object.fromEntries(LABELS.map(label => [label, share(label)])) as Record<Label, Share>,
    unknown: {
      count: relation.predicted - relation.hit,
      unmatched: relation.predicted - sum(tally => tally.matched),
    },
    notClaims: { violations: sum(tally => tally.violations), total: sum(tally => tally.notClaims) },
  }
}

function sumRows(rows: readonly Int32Array[]): readonly number[] {
  const sums: number[] = []
  for (const row of rows) for (const [column, count] of row.entries()) sums[column] = (sums[column] ?? 0) + count
  return sums
}

function toFigure({ hit, predicted, gold }: Counts, intervals: Readonly<Record<Rate, Interval>> | null): Figure {
  return {
    hit,
    predicted,
    gold,
    precision: rateOf('precision', hit, predicted, gold),
    recall: rateOf('recall', hit, predicted, gold),
    f1: rateOf('f1', hit, predicted, gold),
    intervals,
  }
}

function toShare({ hit, gold }: Counts, interval: Interval | null): Share {
  return { hit, total: gold, share: rateOf('recall', hit, gold, gold), interval }
}
