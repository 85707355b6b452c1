import type { ClaimView } from '../../../store/schema.ts'
import { type Html, html } from '../html.ts'
import { kindLabels, namingLabel, percent } from '../words.ts'

/** A claim beside the text it stands in: who, by which words, what; the rest on request. */
export function renderCardWith(
  number: number,
  claim: ClaimView,
  { permalink, details, isChosen }: { readonly permalink: Html; readonly details: Html; readonly isChosen: boolean },
): Html {
  const addressee = claim.addressee === null ? '' : html`<span class="addressee">${claim.addressee}</span>`
  return html`<li class="card${isChosen ? ' is-chosen' : ''}${claim.status === 'rejected' ? ' is-rejected' : ''}" id="claim-${claim.id}" value="${number}" tabindex="-1">
    <h3><span class="card-number">${number}</span> <span class="role source">${claim.name ?? claim.source ?? 'No source'}</span>
      <span class="role cue">${claim.cue}</span> ${addressee}</h3>
    ${claim.content === null ? '' : html`<p class="what">${claim.content}</p>`}
    <p class="meta">${namingLabel(claim.naming)} ${kindLabels(claim)} ${claim.status === 'rejected' ? html`<span class="label bad">rejected</span> ` : ''}<span
      class="label plain">confidence ${percent(claim.confidence)}</span>
      ${permalink}</p>
    <details${isChosen ? html` open` : ''}><summary>Where, why and by what</summary>${details}</details>
  </li>`
}
