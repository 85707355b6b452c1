import { type Html, html } from './html.ts'
import { number } from './words.ts'

export interface Pager {
  /** How many stand before this page, on it, and in all. */
  readonly before: number
  readonly shown: number
  readonly total: number
  /** Addresses; null where there is no such page. */
  readonly previous: string | null
  readonly next: string | null
}

/** Where one is in a long list, and the ways on and back. */
export function renderPager({ before, shown, total, previous, next }: Pager, what: string): Html {
  // A list that is all here needs no ways on.
  if (total === 0 || (before === 0 && shown === total)) return html``
  return html`<nav class="pager" aria-label="Pages of ${what}">
    ${previous === null ? html`<span class="off">← Previous</span>` : html`<a rel="prev" href="${previous}">← Previous</a>`}
    <span>${shown === 0 ? html`none here` : html`${number(before + 1)}–${number(before + shown)}`} of ${number(total)}</span>
    ${next === null ? html`<span class="off">Next →</span>` : html`<a rel="next" href="${next}">Next →</a>`}
  </nav>`
}
