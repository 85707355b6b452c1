import type { Share } from '../../../voices/audit-report.ts'
import { type Html, html } from '../../page/html.ts'
import { number } from '../../page/words.ts'

/** How many of how many; without an interval where nothing is inferred from it. */
export interface ShownShare extends Pick<Share, 'hits' | 'n' | 'share' | 'few'> {
  readonly interval: Interval | null
  /** Where those that it counts can be seen; null where they cannot, as in a file. */
  readonly href: string | null
}

interface Interval {
  readonly low: number
  readonly high: number
}

export function showShare({ hits, n, share, low, high, few }: Share, href: string | null): ShownShare {
  // From nothing to all is no interval.
  return { hits, n, share, few, interval: share === null || n === 0 ? null : { low, high }, href }
}

/** A column of a chart. */
export interface Measure {
  /** `quoted words` */
  readonly name: string
  readonly gloss: string
}

export interface ShareRow {
  readonly label: string
  readonly gloss?: string
  /** Whether it stands for what is not known, and is drawn paler. */
  readonly isUnknown?: boolean
  /** One a measure. */
  readonly shares: readonly ShownShare[]
}

export interface ShareChart {
  /** Of its heading. */
  readonly id: string
  readonly heading: string
  readonly lead: Html | string
  /** What the rows are: `Gender`. */
  readonly rowHeading: string
  readonly measures: readonly Measure[]
  readonly rows: readonly ShareRow[]
  /** Whether its table stands open. */
  readonly isOpen: boolean
  /** The heading that it stands under, where it has one of the third level. */
  readonly under?: string
}

/**
 * A chart: a row of bars for each value, one bar a measure, with a whisker over the interval; and all of it again as a
 * table, in words. Words stand beside the drawings, so that they are as large as all others however narrow these are.
 */
export function renderShareChart(chart: ShareChart): Html {
  const { lead, rowHeading, measures, rows } = chart
  const shown = rows.filter(({ shares }) => shares.some(({ hits }) => hits > 0))
  if (shown.length === 0) return renderPart(chart, html`<p class="empty">Nothing to count here.</p>`)
  const top = endOfScale(shown)
  return renderPart(
    chart,
    html`${lead === '' ? '' : html`<p class="lead">${lead}</p>`}
    <figure class="shares columns-${measures.length}">
      <div class="shares-head" aria-hidden="true"><span></span>${measures.map(({ name }) => html`<span>${name}</span>`)}</div>
      <ul>${shown.map(row => renderRow(row, measures, top))}</ul>
      <figcaption class="meta">Each column runs from 0 to ${inPercent(top)}${
        shown.some(({ shares }) => shares.some(({ interval }) => interval !== null))
          ? '; the thin line over a bar is its 95% interval'
          : ''
      }.</figcaption>
      ${renderTable(chart, shown, rowHeading)}
    </figure>`,
  )
}

/** Rows of what has no order of its own by what the first measure says of them; what is not known comes last. */
export function largestFirst(dimension: string, rows: readonly ShareRow[]): ShareRow[] {
  const size = ({ isUnknown, shares }: ShareRow) => (isUnknown === true ? -1 : (shares[0]?.hits ?? 0))
  return dimension === 'gender' || dimension === 'naming' ? [...rows] : rows.toSorted((a, b) => size(b) - size(a))
}

/** Its heading and what stands under it; two regions of one name would be told apart by nobody who hears them. */
function renderPart({ id, heading, under }: ShareChart, body: Html): Html {
  return under === undefined
    ? html`<section class="audit-part" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${body}</section>`
    : html`<div class="audit-part"><h3 id="${id}">${heading}</h3>${body}</div>`
}

/** A tenth that no bar and, where it can be, no whisker reaches over. */
function endOfScale(rows: readonly ShareRow[]): number {
  const most = Math.max(
    ...rows.flatMap(({ shares }) => shares.map(({ share, interval }) => Math.max(share ?? 0, interval?.high ?? 0))),
  )
  return Math.min(1, Math.max(0.1, Math.ceil(most * 10) / 10))
}

function renderRow(
  { label, gloss, isUnknown = false, shares }: ShareRow,
  measures: readonly Measure[],
  top: number,
): Html {
  return html`<li${isUnknown ? html` class="is-unknown"` : ''}>
    <span class="share-label"${gloss === undefined ? '' : html` title="${gloss}"`}>${label}</span>
    ${shares.map((share, index) => renderCell(share, label, measures[index] as Measure, top))}
  </li>`
}

function renderCell(share: ShownShare, label: string, { name }: Measure, top: number): Html {
  const words = html`<span class="share-measure"><span class="visually-hidden">${label}, </span>${name}<span class="visually-hidden">: </span></span>
    ${renderBar(share, top)}<span class="share-value">${renderValue(share)}</span>`
  // Of nothing there is nothing to see.
  return share.href === null || share.hits === 0
    ? html`<span class="share">${words}</span>`
    : html`<a class="share" href="${share.href}">${words}</a>`
}

function renderValue({ hits, n, share, few }: ShownShare): Html {
  if (share === null) return html`<span class="none">none</span>`
  // A percentage of a handful pretends to more than is known; the interval stands in the table.
  if (few) return html`<b>${number(hits)}</b> of ${number(n)} <span class="few">few</span>`
  return html`<b>${inPercent(share)}</b> <span class="hits">${number(hits)}</span>`
}

function renderBar({ share, interval }: ShownShare, top: number): Html {
  const place = (value: number) => ((100 * Math.min(value, top)) / top).toFixed(2)
  const ends = interval === null ? null : [place(interval.low), place(interval.high)]
  const whisker =
    ends === null ? '' : html`<path class="whisker" d="M${ends[0]} 6H${ends[1]}M${ends[0]} 3V9M${ends[1]} 3V9"></path>`
  return html`<svg class="share-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><line class="axis" x1="0" x2="0" y1="0" y2="12"></line>${
    share === null || share === 0
      ? ''
      : html`<rect class="bar" x="0" y="1.5" width="${place(share)}" height="9"></rect>`
  }${whisker}</svg>`
}

function renderTable(
  { heading, under, measures, isOpen }: ShareChart,
  rows: readonly ShareRow[],
  rowHeading: string,
): Html {
  const name = under === undefined ? heading : `${under}, ${heading}`
  return html`<details class="figures"${isOpen ? html` open` : ''}><summary>Figures</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="Figures: ${name}"><table>
      <caption class="visually-hidden">${name}, with 95% intervals</caption>
      <thead><tr><th scope="col">${rowHeading}</th>${measures.map(({ name, gloss }) => html`<th scope="col" class="number" title="${gloss}">${name}</th>`)}</tr></thead>
      <tbody>${rows.map(
        ({ label, shares }) =>
          html`<tr><th scope="row">${label}</th>${shares.map(share => html`<td class="number">${renderFigure(share)}</td>`)}</tr>`,
      )}</tbody></table></div></details>`
}

/** `34 of 110, 31% (23–40)`, with a word where that is of few. */
export function renderFigure({ hits, n, share, few, interval, href }: ShownShare): Html {
  if (share === null) return html`<span class="none">none</span>`
  const figure = href === null || hits === 0 ? number(hits) : html`<a href="${href}">${number(hits)}</a>`
  return html`${figure} of ${number(n)}<span class="meta">${inPercent(share)}${renderInterval(interval)}${
    few ? html` <span class="few">few</span>` : ''
  }</span>`
}

/** ` (23–40)`, in per cent; nothing where there is none. */
export function renderInterval(interval: Interval | null): string {
  return interval === null ? '' : ` (${Math.round(interval.low * 100)}–${Math.round(interval.high * 100)})`
}

/** To the nearest per cent, and what is neither none nor all is never said to be. */
export function inPercent(share: number): string {
  if (share > 0 && share < 0.005) return '<1%'
  if (share < 1 && share > 0.995) return '>99%'
  return `${Math.round(share * 100)}%`
}
