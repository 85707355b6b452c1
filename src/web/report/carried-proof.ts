import { raw } from 'hono/html'
import type { Proof } from '../../seal/proof.ts'
import { type Html, html } from '../page/html.ts'

const BEGIN = '<pre class="proof" tabindex="0">'
const END = '</pre>'

/** The proof of a report's article, as `hearsay manifest ARTICLE` prints it. */
export function renderProof(proof: Proof): Html {
  return html`<details class="proof"><summary>Proof</summary>
      <p>All rows of this article, and the way from their digest to the seal of the run that wrote them. Whoever has a manifest with this seal
      can hold this page against it: <code>hearsay verify --manifest FILE --proof THIS-PAGE</code>.</p>
      ${raw(`${BEGIN}${toPlainJson({ proof })}${END}`)}
    </details>`
}

/**
 * The proof in the markup of an article, or undefined where it carries none.
 *
 * @throws SyntaxError when it is no JSON
 */
export function findProof(markup: string): unknown {
  const start = markup.indexOf(BEGIN)
  if (start < 0) return undefined
  const end = markup.indexOf(END, start)
  const value: unknown = JSON.parse(markup.slice(start + BEGIN.length, end < 0 ? undefined : end))
  return (value as { proof?: unknown } | null)?.proof
}

/** JSON of printable ASCII in which markup finds nothing: no text of the article can end the element that it stands in. */
function toPlainJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[^ -~]|[<>&]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
