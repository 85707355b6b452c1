import type { Interval } from '../evaluate/figures/figure.ts'
import type { Accuracy, CorrectionScores } from './accuracy.ts'

const WIDEST = 24

/** As lines of text, shares in per cent. */
export function formatAccuracy(scores: CorrectionScores): string[] {
  const { all, articles, unjudged, missed, found } = scores
  const groups = (['act', 'naming', 'publisher', 'confidence'] as const).flatMap(by => [
    '',
    heading(by),
    ...Object.entries(scores[by]).map(([label, accuracy]) => row(label, accuracy)),
  ])
  const fields = Object.entries(scores.field).map(
    ([field, { kept, changed, share, interval }]) =>
      `${name(field)}${number(kept + changed)}${percent(share)}${range(interval)}${number(kept)}${number(changed)}`,
  )
  return [
    heading('judged'),
    row('all', all),
    ...groups,
    '',
    `${name('field')}${cells('claims', 'kept')}${'95% interval'.padStart(16)}${cells('kept', 'changed')}`,
    ...fields,
    '',
    `missed: ${missed} added by editors; of the claims that are ones the machine found ${percent(found.share).trim()}% (${range(found.interval).trim()}).`,
    `Judged claims are a selection: ${all.judged} of ${all.judged + unjudged} in ${articles} articles. Where editors looked, at what they noticed,`,
    'says nothing of what nobody judged; and claims of one article are alike, so that intervals are narrower than they should be.',
  ]
}

function heading(by: string): string {
  return `${name(by)}${cells('claims', 'right')}${'95% interval'.padStart(16)}${cells('as found', 'changed', 'rejected')}`
}

function row(label: string, { judged, share, interval, asFound, changed, rejected }: Accuracy): string {
  return `${name(label)}${number(judged)}${percent(share)}${range(interval)}${number(asFound)}${number(changed)}${number(rejected)}`
}

function name(label: string): string {
  return (label.length > WIDEST ? `${label.slice(0, WIDEST - 1)}…` : label).padEnd(WIDEST)
}

function cells(...headings: readonly string[]): string {
  return headings.map(heading => heading.padStart(10)).join('')
}

function number(count: number): string {
  return String(count).padStart(10)
}

function percent(share: number): string {
  return (Number.isNaN(share) ? '–' : (100 * share).toFixed(1)).padStart(10)
}

function range(interval: Interval | null): string {
  const text = interval === null ? '–' : `${(100 * interval.low).toFixed(1)} – ${(100 * interval.high).toFixed(1)}`
  return text.padStart(16)
}
