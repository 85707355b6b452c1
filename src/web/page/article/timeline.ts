import { type Html, html } from '../html.ts'
import { count, day } from '../words.ts'

const WIDTH = 720
const HEIGHT = 48
const RADIUS = 5
/** Points of one place stand above one another, so many at most. */
const HIGHEST = 4

/** Something that happened, and where it is told on the page. */
export interface Moment {
  /** ISO 8601 in UTC; null where nobody knows. */
  readonly at: string | null
  readonly words: string
  readonly href: string
}

/**
 * When things happened, as points along a line that lead to where they are told; what they are is told there in words, so
 * this is nothing for who cannot see it. Nothing where fewer than two have a time.
 */
export function renderTimeline(moments: readonly Moment[]): Html {
  const dated = moments.flatMap(({ at, ...rest }) => (at === null ? [] : [{ ...rest, at, time: Date.parse(at) }]))
  const times = dated.map(({ time }) => time)
  const first = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY)
  const last = times.reduce((most, time) => Math.max(most, time), Number.NEGATIVE_INFINITY)
  const [from, to] = [dated.find(({ time }) => time === first), dated.find(({ time }) => time === last)]
  if (from === undefined || to === undefined || first === last) return html``
  const stacked = new Map<number, number>()
  return html`<figure class="chart timeline">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="${count(dated.length, 'claim')} over time">
      <line class="axis" x1="0" x2="${WIDTH}" y1="${HEIGHT - 1}" y2="${HEIGHT - 1}"></line>
      ${dated.map(({ at, time, words, href }) => {
        const x = Math.round(RADIUS + ((time - first) / (last - first)) * (WIDTH - 2 * RADIUS))
        const place = Math.floor(x / (2 * RADIUS))
        const above = Math.min(stacked.get(place) ?? 0, HIGHEST - 1)
        stacked.set(place, above + 1)
        return html`<a href="${href}"><circle class="moment" cx="${x}" cy="${HEIGHT - 2 - RADIUS - above * 2 * RADIUS}" r="${RADIUS - 1}"><title>${at.slice(0, 10)}${words === '' ? '' : `: ${words}`}</title></circle></a>`
      })}
    </svg>
    <p class="ticks"><span>${day(from.at)}</span> <span>${day(to.at)}</span></p></figure>`
}
