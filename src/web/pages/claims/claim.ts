import { explainClaims } from '../../../audit/explain.ts'
import { findFamilyOfClaim } from '../../../store/queries/across/quotation-families.ts'
import { resolveClaim } from '../../../store/queries/references/resolve-claim.ts'
import { findVoiceOfClaim, type ListedVoice } from '../../../store/queries/voices/voices-by-rowid.ts'
import type { QuotationFamilyView } from '../../../store/schema.ts'
import { renderDiff } from '../../desk/cards/claim-diff.ts'
import { renderWho } from '../../desk/cards/desk-card.ts'
import { renderFinding } from '../../desk/cards/finding.ts'
import { readDesk } from '../../desk/cards/read-desk.ts'
import { sayDid } from '../../desk/forms/did.ts'
import { renderEditForm } from '../../desk/forms/edit-form.ts'
import { articleAddress, claimAddress, familyAddress } from '../../page/address.ts'
import { renderContext } from '../../page/article/context.ts'
import { renderConfidence } from '../../page/claim/confidence.ts'
import { renderExplanation } from '../../page/claim/explanation.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { isVoiceTold, voiceLabels } from '../../page/voice-words.ts'
import { count, day, kindLabels, namingLabel, number, title } from '../../page/words.ts'
import type { Site } from '../../site.ts'

/** One claim by itself: its permanent address. */
export async function showClaim(
  site: Site,
  reference: string,
  search: URLSearchParams,
  editor: string | null,
): Promise<Html> {
  const { id, articleId } = await resolveClaim(site.database, reference)
  const desk = await readDesk(site.database, site.policy, articleId)
  const [explanation] = await explainClaims(site.database, desk.record, [id])
  const deskClaim = desk.claims.find(one => one.id === id)
  if (explanation === undefined || deskClaim === undefined)
    throw new Error(`claim ${id} left the database while it was read`)
  const { claim } = explanation
  const { row } = deskClaim
  const voice = await findVoiceOfClaim(site.database, claim.id)
  const family = await findFamilyOfClaim(site.database, claim.id)
  const said = sayDid(search.get('did'))
  const others = desk.claims.filter(({ id, row: { status } }) => id !== claim.id && status !== 'rejected')
  const findings = desk.findings.filter(({ span, claims }) => span !== null && claims.includes(claim.id))
  return renderPage(site, {
    title: `${row.name ?? row.source ?? 'No source'} ${row.cue}`,
    place: '/claims',
    body: html`<article class="one-claim${row.status === 'rejected' ? ' is-rejected' : ''}">
      <p class="kicker">Claim <code>${claim.id}</code></p>
      <h1>${renderWho(deskClaim.who, row.entity_id ?? row.source_id)}
    <span class="role cue">${row.cue}</span>${row.addressee === null ? '' : html` <span class="addressee">${row.addressee}</span>`}</h1>
      ${row.content === null ? '' : html`<blockquote class="what">${row.content}</blockquote>`}
      <p class="meta">${namingLabel(row.naming)} ${kindLabels(row)} <span class="label plain">${renderConfidence(row.confidence, site.path)}</span>
        ${row.status === 'rejected' ? html`<span class="label bad">rejected</span>` : ''}
        ${row.verdict === 'accepted' ? html`<span class="label good">accepted</span>` : ''}</p>
      ${voice === null ? '' : renderVoice(voice)}
      ${family === null ? '' : renderElsewhere(family)}
      ${said === null ? '' : html`<p class="did" role="status">${said}</p>`}
      ${findings.length === 0 ? '' : html`<ul class="findings" aria-label="Findings">${findings.map((finding, index) => renderFinding({ number: index + 1, finding }, site.policy, id => desk.claims.find(one => one.id === id && one.id !== claim.id), claimAddress))}</ul>`}
      ${renderDiff(explanation)}
      <section class="context" aria-label="In context">${renderContext(explanation)}
        <p class="meta"><a href="${articleAddress(row.article_id, row.id)}">Read it in ${title(row)}</a>${row.publisher === null ? '' : html` · ${row.publisher}`}${
          row.published_utc === null ? '' : html` · ${day(row.published_utc)}`
        }</p></section>
      ${site.isEditable ? renderEditForm(deskClaim, { others, names: desk.names, back: '', editor, isHeaded: true }) : ''}
      ${renderExplanation(explanation, 2)}
    </article>`,
  })
}

/** The way to the same words in other articles. */
function renderElsewhere({ family_id: id, articles, variants, meaning_differs: differs }: QuotationFamilyView): Html {
  return html`<p class="elsewhere"><a href="${familyAddress(id)}">The same words in ${count(articles, 'article')}</a>${variants > 1 ? html`, in ${number(variants)} wordings` : ''}${differs ? html` <span class="label bad">meaning differs</span>` : ''}</p>`
}

/** What the article says of whoever says it, and the way to what others say of them. */
function renderVoice(voice: ListedVoice): Html {
  const { id, kind, name, gender, source_type: type, function: functions } = voice
  const labels = { gender, type, function: functions }
  const isPerson = kind === 'person' && name !== null
  if (!isVoiceTold(labels) && !isPerson) return html``
  return html`<p class="meta">${isVoiceTold(labels) ? html`As the text has it: ${voiceLabels(labels)}` : ''}${isPerson ? html` <a href="/people/${id}">${name} across articles</a>` : ''}</p>`
}
