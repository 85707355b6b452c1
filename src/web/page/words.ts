import { labelOfUri } from '../../domain/articles/article-label.ts'
import type { Act, Naming, QuotationType } from '../../domain/labels.ts'
import { type Html, html } from './html.ts'

/** `12,345` */
export function number(value: number): string {
  return value.toLocaleString('en-GB')
}

/** `1 claim`, `2,000 claims`. */
export function count(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`
}

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
})

/** The day of an instant in UTC; nothing when there is none. */
export function day(utc: string | null): Html | null {
  return utc === null ? null : html`<time datetime="${utc}">${DATE.format(new Date(utc))}</time>`
}

/** An instant to the second, in UTC. */
export function instant(utc: string): Html {
  return html`<time datetime="${utc}">${TIME.format(new Date(utc))}</time>`
}

/** An article's title, or else the end of where it came from. */
export function title(article: { readonly title: string | null; readonly uri: string }): string {
  return (article.title ?? labelOfUri(article.uri)).replace(/\s+/g, ' ').trim()
}

/** How a source is named, as a label; the least certain ones stand out. */
export function namingLabel(naming: Naming): Html {
  return html`<span class="label naming-${naming}">${naming}</span>`
}

/** What kind of cue and quotation, and what else changes how a claim is to be read. */
export function kindLabels(claim: {
  readonly act: Act
  readonly quotation: QuotationType
  readonly negated: boolean | number
  readonly hedged: boolean | number
}): Html {
  const labels = [
    claim.act,
    claim.quotation === 'none' ? 'no content' : `${claim.quotation} quotation`,
    ...(Number(claim.negated) === 1 ? ['negated'] : []),
    ...(Number(claim.hedged) === 1 ? ['hedged'] : []),
  ]
  return html`${labels.map(label => html`<span class="label plain">${label}</span> `)}`
}

/** `0.93` as `93%`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
