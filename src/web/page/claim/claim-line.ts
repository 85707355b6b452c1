import type { ClaimView } from '../../../store/schema.ts'
import { articleAddress, claimAddress, sourceAddress } from '../address.ts'
import { type Html, html } from '../html.ts'
import { day, kindLabels, namingLabel, title } from '../words.ts'
import { type FoundWords, holdsFound, markFound } from './found-words.ts'

/** One claim in a list: who, by which words, what, and where. */
export function renderClaimLine(claim: ClaimView, found: FoundWords | undefined): Html {
  return html`<li class="claim${claim.status === 'rejected' ? ' is-rejected' : ''}">
    <p class="said">
      ${renderWho(claim, found)}
      <span class="role cue">${claim.cue}</span>
      ${claim.addressee === null ? '' : html`<span class="addressee">${claim.addressee}</span>`}
    </p>
    <p class="what"><a href="${claimAddress(claim.id)}">${renderContent(claim, found)}</a></p>
    <p class="meta">
      ${namingLabel(claim.naming)} ${kindLabels(claim)}
      ${claim.status === 'rejected' ? html`<span class="label bad">rejected</span>` : ''}
      ${claim.verdict === 'accepted' ? html`<span class="label good">accepted</span>` : ''}
      ${claim.machine_name === claim.name ? '' : html`<span class="label good">source corrected</span>`}
      <span class="where"><a href="${articleAddress(claim.article_id, claim.id)}">${markFound(title(claim), found)}</a>${
        found?.byline != null && holdsFound(found.byline, found) ? html` · by ${markFound(found.byline, found)}` : ''
      }${
        claim.publisher === null ? '' : html` · ${claim.publisher}`
      }${claim.published_utc === null ? '' : html` · ${day(claim.published_utc)}`}</span>
    </p>
  </li>`
}

function renderWho(claim: ClaimView, found: FoundWords | undefined): Html {
  const words = claim.source
  const name = claim.name
  const id = claim.entity_id ?? claim.source_id
  if (id === null) return html`<span class="role source none">No source</span>`
  const isSame = name === null || words === null || name.toLowerCase() === words.toLowerCase()
  return html`<a class="role source" href="${sourceAddress(id)}">${markFound(name ?? words ?? '', found)}</a>${
    isSame ? '' : html` <span class="as">as “${markFound(words, found)}”</span>`
  }`
}

function renderContent({ content }: ClaimView, found: FoundWords | undefined): Html | string {
  if (content === null) return html`<span class="none">(no content: a refusal to comment)</span>`
  // A long content is cut to what was found in it, and to nothing where that stands elsewhere.
  return found !== undefined && holdsFound(content, found) ? markFound(content, found) : content
}
