import type { Figure, Interval, Share } from './figure.ts'
import { SCORED_ROLES } from './match.ts'
import type { Scores } from './score.ts'
import { LABELS } from './tally.ts'

/** What each selection of cues is called in a report. */
const CUE_HEADINGS = { all: 'all cues', speech: 'speech and quotation cues', other: 'other cues' } as const

/** Scores as a plain-text table, in per cent, 80 columns wide. A dash stands where there is nothing to measure. */
export function formatScores(scores: Scores): string {
  const figures: [name: string, figure: Figure][] = [
    ...SCORED_ROLES.map((role): [string, Figure] => [`${role}, exact`, scores.exact[role]]),
    ...SCORED_ROLES.map((role): [string, Figure] => [`${role}, overlap`, scores.overlap[role]]),
    ['relation', scores.relation],
    ['all exact', scores.allExact],
  ]
  const shares: [name: string, share: Share][] = [
    ['required found', scores.required],
    ...LABELS.map((label): [string, Share] => [`${label} right`, scores.labels[label]]),
  ]
  const { count, unmatched } = scores.unknown
  return [
    `${countOf(scores.articles, 'article')}, ${CUE_HEADINGS[scores.cues]}: ${scores.gold} in gold, ` +
      `${scores.predicted} predicted, ${scores.matched} matched`,
    '',
    row(['', 'precision', 'recall', 'F1', '95% of F1', 'hit', 'predicted', 'gold']),
    ...figures.map(([name, figure]) => formatFigure(name, figure)),
    '',
    row(['', '', '', 'share', '95%', 'hit', '', 'of']),
    ...shares.map(([name, { hit, total, share, interval }]) =>
      row([name, '', '', percent(share, total), range(interval, total), `${hit}`, '', `${total}`]),
    ),
    '',
    `unknown to gold    ${count} predicted, ${unmatched} of them matched with nothing`,
    `not claims         ${scores.notClaims.violations} predicted of ${countOf(scores.notClaims.total, 'passage')} marked`,
    '',
  ].join('\n')
}

/** Scores as a JSON object with shares in [0, 1], rounded to four places; null where there is nothing to measure. */
export function toJson(scores: Scores): Readonly<Record<string, unknown>> {
  const figures = (byRole: Scores['exact']) =>
    Object.fromEntries(SCORED_ROLES.map(role => [role, figureToJson(byRole[role])]))
  return {
    cues: scores.cues,
    articles: scores.articles,
    gold: scores.gold,
    predicted: scores.predicted,
    matched: scores.matched,
    exact: figures(scores.exact),
    overlap: figures(scores.overlap),
    relation: figureToJson(scores.relation),
    all_exact: figureToJson(scores.allExact),
    required: shareToJson(scores.required),
    labels: Object.fromEntries(LABELS.map(label => [label, shareToJson(scores.labels[label])])),
    unknown: scores.unknown,
    not_claims: scores.notClaims,
  }
}

function figureToJson({ hit, predicted, gold, precision, recall, f1, intervals }: Figure) {
  const measured = (rate: number) => (predicted + gold === 0 ? null : round(rate))
  return {
    precision: measured(precision),
    recall: measured(recall),
    f1: measured(f1),
    hit,
    predicted,
    gold,
    intervals:
      intervals === null || predicted + gold === 0
        ? null
        : {
            precision: intervalToJson(intervals.precision),
            recall: intervalToJson(intervals.recall),
            f1: intervalToJson(intervals.f1),
          },
  }
}

function shareToJson({ hit, total, share, interval }: Share) {
  return {
    share: total === 0 ? null : round(share),
    hit,
    total,
    interval: interval === null || total === 0 ? null : intervalToJson(interval),
  }
}

function intervalToJson({ low, high }: Interval): readonly [low: number, high: number] {
  return [round(low), round(high)]
}

function formatFigure(name: string, { hit, predicted, gold, precision, recall, f1, intervals }: Figure): string {
  const counted = predicted + gold
  return row([
    name,
    percent(precision, counted),
    percent(recall, counted),
    percent(f1, counted),
    range(intervals?.f1 ?? null, counted),
    `${hit}`,
    `${predicted}`,
    `${gold}`,
  ])
}

const WIDTHS = [16, 10, 8, 7, 13, 8, 10, 8] as const

function row(cells: readonly string[]): string {
  return cells
    .map((cell, column) => (column === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[column] ?? 0)))
    .join('')
    .trimEnd()
}

function percent(rate: number, counted: number): string {
  return counted === 0 ? '–' : (100 * rate).toFixed(1)
}

function range(interval: Interval | null, counted: number): string {
  if (interval === null || counted === 0) return '–'
  return `${percent(interval.low, counted)}–${percent(interval.high, counted)}`
}

function round(rate: number): number {
  return Math.round(rate * 10_000) / 10_000
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
