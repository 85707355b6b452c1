import type { Difference, Figure } from '../../../voices/audit-report.ts'
import { type Html, html } from '../../page/html.ts'
import { number } from '../../page/words.ts'
import { inPercent } from './share-chart.ts'

/** A figure of both parts, what it is called, and where each side can be seen. */
export interface DifferenceRow {
  readonly label: string
  readonly gloss: string
  readonly difference: Difference
  readonly a: string | null
  readonly b: string | null
}

export interface DifferenceTable {
  readonly id: string
  readonly heading: string
  readonly lead: string
  readonly rows: readonly DifferenceRow[]
}

/** How values of a measure are written. */
type Unit = 'share' | 'mean' | 'index'

/** Both parts beside one another, and their difference with its interval, drawn about nothing. */
export function renderDifferences({ id, heading, lead, rows }: DifferenceTable): Html {
  if (rows.length === 0) return html``
  const reach = Math.max(
    0.01,
    ...rows.flatMap(({ difference: { low, high } }) => [Math.abs(low ?? 0), Math.abs(high ?? 0)]),
  )
  return html`<section class="audit-part" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
    ${lead === '' ? '' : html`<p class="lead">${lead}</p>`}
    <div class="scroll" tabindex="0" role="region" aria-label="Figures: ${heading}"><table class="differences">
    <thead><tr><th scope="col">What</th><th scope="col" class="number">A</th><th scope="col" class="number">B</th><th scope="col" colspan="2">B less A, with its interval</th></tr></thead>
    <tbody>${rows.map(row => renderRow(row, reach))}</tbody></table></div></section>`
}

function renderRow({ label, gloss, difference, a, b }: DifferenceRow, reach: number): Html {
  const unit = unitOf(difference.a)
  return html`<tr><th scope="row" title="${gloss}">${label}</th>
    <td class="number">${renderSide(difference.a, unit, a)}</td><td class="number">${renderSide(difference.b, unit, b)}</td>
    <td class="difference">${renderDifference(difference, unit)}</td><td class="drawn">${unit === 'share' ? draw(difference, reach) : ''}</td></tr>`
}

function unitOf({ measure }: Figure): Unit {
  return measure === 'herfindahl' ? 'index' : measure === 'sources-per-article' ? 'mean' : 'share'
}

function renderSide({ hits, n, value, low, high, small }: Figure, unit: Unit, href: string | null): Html {
  if (value === null) return html`<span class="none">none</span>`
  const interval = low === null || high === null ? '' : ` (${say(low, unit)}–${say(high, unit)})`
  const shown = unit === 'share' ? inPercent(value) : say(value, unit)
  const few = small ? html` <span class="few">few</span>` : ''
  const of = unit === 'share' && hits !== null ? `${number(hits)} of ${number(n)}` : ''
  return html`${href === null || hits === 0 ? shown : html`<a href="${href}">${shown}</a>`}${interval}<span class="meta">${of}${few}</span>`
}

function renderDifference({ difference, low, high }: Difference, unit: Unit): Html {
  if (difference === null || low === null || high === null) return html`<span class="none">not to be told</span>`
  const points = unit === 'share' ? ' points' : ''
  return html`<b>${sign(difference, unit)}</b>${points} <span class="ends">(${sign(low, unit)} to ${sign(high, unit)})</span>`
}

/** In per cent without its sign, or the number itself. */
function say(value: number, unit: Unit): string {
  if (unit === 'share') return String(Math.round(value * 100))
  return value.toFixed(unit === 'mean' ? 1 : 4)
}

function sign(value: number, unit: Unit): string {
  const words = say(Math.abs(value), unit)
  if (Number(words) === 0) return words
  return `${value < 0 ? '−' : '+'}${words}`
}

function draw({ difference, low, high }: Difference, reach: number): Html {
  if (difference === null || low === null || high === null) return html``
  const place = (value: number) => (50 + (50 * value) / reach).toFixed(2)
  return html`<svg class="share-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><line class="axis" x1="50" x2="50" y1="0" y2="12"></line>
    <rect class="bar" x="${place(Math.min(0, difference))}" y="1.5" width="${((50 * Math.abs(difference)) / reach).toFixed(2)}" height="9"></rect>
    <path class="whisker" d="M${place(low)} 6H${place(high)}M${place(low)} 3V9M${place(high)} 3V9"></path></svg>`
}
