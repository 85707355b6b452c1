import { HearsayError } from '../domain/errors.ts'
import type { Comparison, Difference, Figure } from './audit-report.ts'
import type { VoiceColumns } from './columns/voice-columns.ts'
import { toFigures } from './figures.ts'
import { differenceInterval } from './intervals/difference.ts'
import { type MeasureOptions, measureVoices } from './measure-voices.ts'
import { selectArticles } from './select-voices.ts'
import type { VoiceSelection } from './voice-selection.ts'

/**
 * Two parts of the articles beside one another, such as two outlets, two months, or before and after a day: every share, mean and
 * index of both, and the difference of `b` less `a` with its interval. It says by how much they differ, and nothing of why.
 *
 * @throws HearsayError (2) when both parts have an article in common: the intervals hold for parts that have none.
 */
export function compareVoices(
  columns: VoiceColumns,
  selections: { readonly a: VoiceSelection; readonly b: VoiceSelection },
  options: MeasureOptions = {},
): Comparison {
  refuseOverlap(columns, selections)
  const measured = { ...options, everyLabel: true }
  const a = measureVoices(columns, selections.a, measured)
  const b = measureVoices(columns, selections.b, measured)
  const others = new Map([...toFigures(b)].map(figure => [keyOf(figure), figure]))
  const differences = [...toFigures(a)].flatMap(figure => {
    const other = others.get(keyOf(figure))
    // Counts have no difference that says anything, and labels that nobody has on either side none at all.
    if (other === undefined || (isCount(figure) && isCount(other))) return []
    return figure.label !== null && figure.hits === 0 && other.hits === 0 ? [] : [toDifference(figure, other)]
  })
  return { a, b, differences }
}

function refuseOverlap(
  { articles }: VoiceColumns,
  { a, b }: { readonly a: VoiceSelection; readonly b: VoiceSelection },
) {
  const ofA = new Set(selectArticles(articles, a))
  const common = selectArticles(articles, b).reduce((sum, article) => sum + Number(ofA.has(article)), 0)
  if (common > 0)
    throw new HearsayError(
      `The two parts have ${common === 1 ? 'an article' : `${common} articles`} in common; compare parts that have none, such as two outlets or two months.`,
      'comparison-impossible',
    )
}

function isCount({ value, low }: Figure): boolean {
  return value === null && low === null
}

function keyOf({ measure, dimension, label, unit, known }: Figure): string {
  return JSON.stringify([measure, dimension, label, unit, known])
}

function toDifference(a: Figure, b: Figure): Difference {
  const [of, than] = [toEstimate(b), toEstimate(a)]
  if (of === null || than === null) return { a, b, difference: null, low: null, high: null }
  const { value, low, high } = differenceInterval(than, of)
  return { a, b, difference: value, low, high }
}

function toEstimate({ value, low, high }: Figure) {
  return value === null || low === null || high === null ? null : { value, low, high }
}
