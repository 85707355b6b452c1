import { explainClaim } from '../../audit/explain.ts'
import { findClaimRowid, findClaimsByRowid } from '../../store/queries/claims-by-rowid.ts'
import type { ClaimView } from '../../store/schema.ts'
import { articleAddress, sourceAddress } from '../page/address.ts'
import { renderContext } from '../page/context.ts'
import { renderExplanation } from '../page/explanation.ts'
import { type Html, html } from '../page/html.ts'
import { renderPage } from '../page/layout.ts'
import { day, kindLabels, namingLabel, percent, title } from '../page/words.ts'
import type { Site } from '../site.ts'
import { renderCorrectionForm } from './correct.ts'

/** One claim by itself: its permanent address. */
export async function showClaim(site: Site, reference: string): Promise<Html> {
  const explanation = await explainClaim(site.database, reference)
  const { claim } = explanation
  const rowid = await findClaimRowid(site.database, claim.id)
  const [row] = await findClaimsByRowid(site.database, rowid === null ? [] : [rowid])
  if (row === undefined) throw new Error(`claim ${claim.id} left the database while it was read`)
  return renderPage(site, {
    title: `${row.name ?? row.source ?? 'No source'} ${row.cue}`,
    place: '/claims',
    body: html`<article class="one-claim${row.status === 'rejected' ? ' is-rejected' : ''}">
      <p class="kicker">Claim <code>${claim.id}</code></p>
      <h1>${renderHeading(row)}</h1>
      ${row.content === null ? '' : html`<blockquote class="what">${row.content}</blockquote>`}
      <p class="meta">${namingLabel(row.naming)} ${kindLabels(row)} <span class="label plain">confidence ${percent(row.confidence)}</span>
        ${row.status === 'rejected' ? html`<span class="label bad">rejected</span>` : ''}
        ${row.verdict === 'accepted' ? html`<span class="label good">accepted</span>` : ''}</p>
      ${row.machine_name === row.name ? '' : html`<p class="note">The machine took ${row.machine_name ?? row.source ?? 'nobody'} for the source.</p>`}
      <section class="context" aria-label="In context">${renderContext(explanation)}
        <p class="meta"><a href="${articleAddress(row.article_id, row.id)}">Read it in ${title(row)}</a>${row.publisher === null ? '' : html` · ${row.publisher}`}${
          row.published_utc === null ? '' : html` · ${day(row.published_utc)}`
        }</p></section>
      ${site.isEditable ? renderCorrectionForm(row) : ''}
      ${renderExplanation(explanation, 2)}
    </article>`,
  })
}

function renderHeading(row: ClaimView): Html {
  const id = row.entity_id ?? row.source_id
  const who = row.name ?? row.source
  return html`${id === null || who === null ? html`<span class="role source none">No source</span>` : html`<a class="role source" href="${sourceAddress(id)}">${who}</a>`}
    <span class="role cue">${row.cue}</span>${row.addressee === null ? '' : html` <span class="addressee">${row.addressee}</span>`}`
}
