import type { Difference, Figure, Share } from '../../../voices/audit-report.ts'

/** An interval of fewer points is shown to a tenth of a percent: in a wider one that would be chance. */
const NARROW = 0.04

function digitsOf({ low, high }: { readonly low: number; readonly high: number }): number {
  return high - low < NARROW ? 1 : 0
}

/** `30% (18–45)`: a share is never shown without its interval, nor what is of few without that word. Empty where there is nothing to have a share of. */
export function cellOfShare(share: Share | null): string {
  if (share === null || share.share === null) return ''
  const digits = digitsOf(share)
  const interval = `(${percent(share.low, digits)}–${percent(share.high, digits)})`
  return `${percent(share.share, digits)}% ${interval}${share.few ? ' few' : ''}`
}

/** The same of any figure; a mean or an index as a number. */
export function cellOfFigure({ measure, hits, n, value, low, high, small }: Figure): string {
  if (value === null) return ''
  if (measure !== 'sources-per-article' && measure !== 'herfindahl')
    return cellOfShare({ hits: hits ?? 0, n, share: value, low: low ?? 0, high: high ?? 1, few: small })
  const digits = measure === 'herfindahl' ? 3 : 1
  const ends = low === null || high === null ? 'of one' : `${low.toFixed(digits)}–${high.toFixed(digits)}`
  return `${value.toFixed(digits)} (${ends})${small ? ' few' : ''}`
}

/** The same behind what it is counted from: `12/40 30% (18–45)`. */
export function cellOfCounted(figure: Figure): string {
  const { hits, n } = figure
  const cell = cellOfFigure(figure)
  if (cell === '') return ''
  return hits === null ? `${cell} of ${n}` : `${hits}/${n} ${cell}`
}

/** `+12 points (−3 to +26)`. */
export function cellOfDifference({ a, difference, low, high }: Difference): string {
  if (difference === null || low === null || high === null) return ''
  const isShare = a.measure !== 'sources-per-article' && a.measure !== 'herfindahl'
  const digits = isShare ? digitsOf({ low, high }) : a.measure === 'herfindahl' ? 3 : 1
  const shown = (value: number) => signed(isShare ? value * 100 : value, digits)
  return `${shown(difference)}${isShare ? ' points' : ''} (${shown(low)} to ${shown(high)})`
}

function percent(share: number, digits: number): string {
  return (share * 100).toFixed(digits)
}

function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits)
  if (Number(text) === 0) return text
  return value < 0 ? `−${text}` : `+${text}`
}
