import { address, type Parameters } from './address.ts'
import { type Html, html } from './html.ts'
import { count, number } from './words.ts'

/** Claims of a month (`2026-05`) or a year (`2026`). */
export interface Bar {
  readonly period: string
  readonly claims: number
}

const WIDTH = 720
const HEIGHT = 90
/** More bars than this are too narrow to point at; then years are shown. */
const MOST_MONTHS = 120

/** A bar for each month between the first and the last, those without claims too; by years when there are many. */
export function toBars(months: readonly { readonly value: string; readonly claims: number }[]): Bar[] {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return []
  const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  const span = monthNumber(last.value) - monthNumber(first.value) + 1
  if (span <= MOST_MONTHS) {
    const counts = new Map(months.map(({ value, claims }) => [monthNumber(value), claims]))
    return Array.from({ length: span }, (_, index) => {
      const month = monthNumber(first.value) + index
      const period = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
      return { period, claims: counts.get(month) ?? 0 }
    })
  }
  const years = new Map<string, number>()
  for (const { value, claims } of months) years.set(value.slice(0, 4), (years.get(value.slice(0, 4)) ?? 0) + claims)
  return [...years].map(([period, claims]) => ({ period, claims }))
}

/** Claims over time: bars, each a link to the claims of its time, and the same figures as a table. */
export function renderChart(bars: readonly Bar[], parameters: Parameters): Html {
  const [first, last] = [bars[0], bars.at(-1)]
  if (first === undefined || last === undefined) return html`<p class="empty">None of the articles has a date.</p>`
  const most = Math.max(...bars.map(({ claims }) => claims))
  const step = WIDTH / bars.length
  const width = Math.min(36, Math.max(1, step * 0.8))
  const place = (index: number) => (index * step + (step - width) / 2).toFixed(1)
  const height = (claims: number) => Math.max(claims === 0 ? 0 : 2, ((HEIGHT - 1) * claims) / most)
  const unit = first.period.length === 4 ? 'year' : 'month'
  // Words stand beside the drawing, so that they are as large as all others however narrow it is.
  return html`<figure class="chart">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-labelledby="chart-title">
      <title id="chart-title">Claims from ${first.period} to ${last.period}, at most ${number(most)} in one ${unit}</title>
      ${bars.map(
        ({ period, claims }, index) =>
          html`<rect class="bar" x="${place(index)}" y="${(HEIGHT - 1 - height(claims)).toFixed(1)}" width="${width.toFixed(1)}" height="${height(claims).toFixed(1)}"><title>${period}: ${count(claims, 'claim')}</title></rect>`,
      )}
      <line class="axis" x1="0" x2="${WIDTH}" y1="${HEIGHT - 0.5}" y2="${HEIGHT - 0.5}"></line>
    </svg>
    <p class="ticks"><span>${first.period}</span> <span>at most ${number(most)} in one ${unit}</span>${bars.length > 1 ? html` <span>${last.period}</span>` : ''}</p>
    <details class="figures"><summary>Figures</summary>
      <table><caption class="visually-hidden">Claims by time</caption>
        <thead><tr><th scope="col">Time</th><th scope="col" class="number">Claims</th></tr></thead>
        <tbody>${bars
          .filter(({ claims }) => claims > 0)
          .map(
            ({ period, claims }) =>
              html`<tr><td><a href="${address('/claims', { ...parameters, ...daysOf(period) })}">${period}</a></td><td class="number">${number(claims)}</td></tr>`,
          )}</tbody>
      </table>
    </details>
  </figure>`
}

/** First and last day of a month or a year. */
export function daysOf(period: string): { readonly since: string; readonly until: string } {
  if (period.length === 4) return { since: `${period}-01-01`, until: `${period}-12-31` }
  const [year = 0, month = 1] = period.split('-').map(Number)
  // `Date.UTC` takes years below 100 for those of the last century; the calendar comes round in 400 years.
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  return { since: `${period}-01`, until: `${period}-${String(last).padStart(2, '0')}` }
}
