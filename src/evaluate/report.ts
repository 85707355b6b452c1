import type { Figure, Share } from './figures/figure.ts'
import { figureToJson, shareToJson } from './figures/figure-json.ts'
import { countOf, formatFigure, formatRow, formatShare, percent } from './figures/figure-table.ts'
import type { QuotedWords } from './quoted-words.ts'
import type { Scores } from './score.ts'
import { LABELS } from './tally.ts'
import { SCORED_ROLES } from './words/match.ts'

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
    ['direct recall', scores.direct],
    ...LABELS.map((label): [string, Share] => [`${label} right`, scores.labels[label]]),
  ]
  const { count, unmatched } = scores.unknown
  return [
    `${countOf(scores.articles, 'article')}, ${CUE_HEADINGS[scores.cues]}: ${scores.gold} in gold, ` +
      `${scores.predicted} predicted, ${scores.matched} matched`,
    '',
    formatRow(['', 'precision', 'recall', 'F1', '95% of F1', 'hit', 'predicted', 'gold']),
    ...figures.map(([name, figure]) => formatFigure(name, figure)),
    '',
    formatRow(['', '', '', 'share', '95%', 'hit', '', 'of']),
    ...shares.map(([name, share]) => formatShare(name, share)),
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
    direct: shareToJson(scores.direct),
    labels: Object.fromEntries(LABELS.map(label => [label, shareToJson(scores.labels[label])])),
    unknown: scores.unknown,
    not_claims: scores.notClaims,
  }
}

/** Quoted words and how many of them claims own, in a line. */
export function formatQuotedWords({ words, owned, unstated }: QuotedWords): string {
  const share = (count: number) => `${count} (${percent(words === 0 ? 0 : count / words, words)} %)`
  return `quoted words       ${words}: ${share(owned)} owned, ${share(unstated)} more with source unstated`
}
