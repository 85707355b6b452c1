import { FEW } from '../../../voices/audit-report.ts'
import { address, type Parameters } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { number } from '../../page/words.ts'
import { firstDayOf, lastDayOf } from '../../period.ts'
import { type AuditRequest, toAuditParameters } from '../audit-address.ts'
import { linksOf } from './audit-links.ts'
import { type Period, type Periods, SERIES, SERIES_NAMES, type SeriesName } from './periods.ts'
import { inPercent, renderFigure, showShare } from './share-chart.ts'

const WIDTH = 720
const HEIGHT = 120

export interface PeriodsView {
  readonly request: AuditRequest
  readonly series: SeriesName
  /** All that the address says; null in a file, which leads nowhere. */
  readonly parameters: Parameters | null
  readonly isOpen: boolean
}

/** A part of all sources over time: a bar with a whisker for each month or year, and the same figures as a table. */
export function renderPeriods({ periods, undated }: Periods, view: PeriodsView): Html {
  const { words, ofGendered } = SERIES[view.series]
  const of = ofGendered ? 'people heard whose gender is told' : 'sources'
  return html`<section class="audit-part audit-months" aria-labelledby="over-${view.series}"><h2 id="over-${view.series}">Over time: ${words}</h2>
    ${view.parameters === null ? '' : renderSwitch(view.series, view.parameters)}
    <p class="lead">Share of ${of}${undated > 0 ? `; ${number(undated)} sources of articles without a date are left out` : ''}.</p>
    ${periods.length === 0 ? html`<p class="empty">None of the articles has a date.</p>` : renderChart(periods, of, view)}
  </section>`
}

function renderSwitch(series: SeriesName, parameters: Parameters): Html {
  return html`<ul class="filters" aria-label="Show over time">${SERIES_NAMES.map(
    name =>
      html`<li><a href="${address('/audit', { ...parameters, over: name }, `over-${name}`)}"${
        name === series ? html` class="is-chosen" aria-current="true"` : ''
      }>${SERIES[name].words}</a></li>`,
  )}</ul>`
}

function renderChart(periods: readonly Period[], of: string, view: PeriodsView): Html {
  const [first, last] = [periods[0] as Period, periods.at(-1) as Period]
  const most = Math.max(...periods.map(({ share }) => (share.share === null ? 0 : share.high)))
  const top = Math.min(1, Math.max(0.1, Math.ceil(most * 10) / 10))
  const step = WIDTH / periods.length
  const unit = first.period.length === 4 ? 'year' : 'month'
  const { words } = SERIES[view.series]
  return html`<figure class="chart">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="group" aria-label="Share of ${words} among ${of} by ${unit}, from ${first.period} to ${last.period}">
      ${periods.map((period, index) => renderBar(period, index * step, step, top, view))}
      <line class="axis" x1="0" x2="${WIDTH}" y1="${HEIGHT - 0.5}" y2="${HEIGHT - 0.5}"></line>
    </svg>
    <p class="ticks"><span>${first.period}</span> <span>0 to ${inPercent(top)}, with 95% intervals${periods.some(({ share: { n } }) => n > 0 && n < FEW) ? `; a frame alone is of fewer than ${FEW}` : ''}</span>${periods.length > 1 ? html` <span>${last.period}</span>` : ''}</p>
    ${renderTable(periods, view)}
  </figure>`
}

function renderBar(period: Period, from: number, step: number, top: number, view: PeriodsView): Html {
  const { hits, n, share, low, high } = period.share
  if (share === null) return html``
  const width = Math.min(36, Math.max(1, step * 0.8))
  const x = from + (step - width) / 2
  const y = (value: number) => (HEIGHT - 1 - ((HEIGHT - 1) * Math.min(value, top)) / top).toFixed(1)
  const middle = (x + width / 2).toFixed(1)
  const [left, right] = [(x + width * 0.3).toFixed(1), (x + width * 0.7).toFixed(1)]
  const drawn = html`<title>${period.period}: ${number(hits)} of ${number(n)}, ${inPercent(share)}${n < FEW ? ', few' : ''}</title>
    <rect class="bar${n < FEW ? ' of-few' : ''}" x="${x.toFixed(1)}" y="${y(share)}" width="${width.toFixed(1)}" height="${(HEIGHT - 1 - Number(y(share))).toFixed(1)}"></rect>
    <path class="whisker" d="M${middle} ${y(low)}V${y(high)}M${left} ${y(low)}H${right}M${left} ${y(high)}H${right}"></path>`
  const href = hits === 0 ? null : hrefOf(period, view)
  return href === null ? html`<g>${drawn}</g>` : html`<a href="${href}">${drawn}</a>`
}

/** The sources that a bar counts. */
function hrefOf({ since, until }: Period, { request, series, parameters }: PeriodsView): string | null {
  if (parameters === null) return null
  return linksOf(within(request, since, until)).voices(SERIES[series].filter)
}

/** Of the articles of a period only those that were asked for. */
function within(request: AuditRequest, since: string, until: string): AuditRequest {
  return {
    ...request,
    since: request.since !== undefined && firstDayOf(request.since) > firstDayOf(since) ? request.since : since,
    until: request.until !== undefined && lastDayOf(request.until) < lastDayOf(until) ? request.until : until,
  }
}

function renderTable(periods: readonly Period[], view: PeriodsView): Html {
  const { words } = SERIES[view.series]
  return html`<details class="figures"${view.isOpen ? html` open` : ''}><summary>Figures</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="Figures over time: ${words}"><table><caption class="visually-hidden">Share of ${words} over time, with 95% intervals</caption>
      <thead><tr><th scope="col">Time</th><th scope="col" class="number">Sources</th><th scope="col" class="number">${words}</th></tr></thead>
      <tbody>${periods
        .filter(({ sources }) => sources > 0)
        .map(period => {
          const narrowed = within(view.request, period.since, period.until)
          const audit = view.parameters === null ? null : address('/audit', toAuditParameters(narrowed))
          return html`<tr><th scope="row">${audit === null ? period.period : html`<a href="${audit}">${period.period}</a>`}</th><td class="number">${number(period.sources)}</td><td class="number">${renderFigure(showShare(period.share, hrefOf(period, view)))}</td></tr>`
        })}</tbody></table></div></details>`
}
