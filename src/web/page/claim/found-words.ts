import { FOUND, makeSnippet } from '../../../store/full-text/snippet.ts'
import { type Html, html } from '../html.ts'

/** What was searched for, where it may stand outside of what is shown anyway. */
export interface FoundWords {
  readonly search: string
  /** Of the article; shown only where it was found. */
  readonly byline?: string | null
}

/** Whether any term of the search stands in a text. */
export function holdsFound(text: string, { search }: FoundWords): boolean {
  return makeSnippet(text, search).includes(FOUND.start)
}

/** A text with what was found in it marked, or as it is; a long one is cut to what was found. */
export function markFound(text: string, found: FoundWords | undefined): Html | string {
  if (found === undefined || !holdsFound(text, found)) return text
  // Every other part was found, unless the text itself held such marks; then only the highlight is wrong.
  return html`${makeSnippet(text, found.search)
    .split(new RegExp(`[${FOUND.start}${FOUND.end}]`))
    .map((part, index) => (index % 2 === 0 ? part : html`<mark>${part}</mark>`))}`
}
