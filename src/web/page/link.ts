import { type Html, html } from './html.ts'

/** Something that leads where it can be read, or stands by itself where there is no such place. */
export function link(address: string | null, words: Html | string): Html | string {
  return address === null ? words : html`<a href="${address}">${words}</a>`
}
