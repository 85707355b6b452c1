import { explainClaims } from '../../../audit/explain.ts'
import { HearsayError } from '../../../domain/errors.ts'
import type { CandidateRecord } from '../../../domain/record.ts'
import type { Span } from '../../../domain/span.ts'
import { CodePointText } from '../../../domain/text/code-point-text.ts'
import { findVersions } from '../../../store/queries/across/versions.ts'
import { resolveArticle } from '../../../store/queries/references/resolve-article.ts'
import { renderDeskCard } from '../../desk/cards/desk-card.ts'
import { type DeskRequest, keptParameters, readDeskRequest } from '../../desk/cards/desk-request.ts'
import { isShown, renderFilters } from '../../desk/cards/filters.ts'
import { renderFinding } from '../../desk/cards/finding.ts'
import { renderKeys, renderStrip } from '../../desk/cards/keys.ts'
import { type Desk, type DeskClaim, readDesk } from '../../desk/cards/read-desk.ts'
import { renderRows } from '../../desk/cards/rows.ts'
import { renderAddForm, renderDeskForm, renderMarking } from '../../desk/forms/add-form.ts'
import { sayDid } from '../../desk/forms/did.ts'
import { renderEditForm } from '../../desk/forms/edit-form.ts'
import { address, type Parameters } from '../../page/address.ts'
import { renderHead } from '../../page/article/article-head.ts'
import { cutIntoParts, PART_SIZE, partAt } from '../../page/article/article-parts.ts'
import { readShownPlaces, renderPlaces } from '../../page/article/told-places.ts'
import { renderExplanation } from '../../page/claim/explanation.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { count, title } from '../../page/words.ts'
import type { Site } from '../../site.ts'
import { renderVersionLine } from './versions.ts'

/** The desk of an article: its text, and beside each paragraph the claims and findings that stand in it. */
export async function showArticle(
  site: Site,
  reference: string,
  search: URLSearchParams,
  editor: string | null,
): Promise<Html> {
  const articleId = await resolveArticle(site.database, reference)
  const request = readDeskRequest(search)
  const desk = await readDesk(site.database, site.policy, articleId)
  const view = viewOf(desk, request)
  const { article } = desk
  const { chosen } = request
  const addressWith = (parameters: Parameters, fragment?: string) =>
    address(`/articles/${articleId}`, parameters, fragment)
  const claimAddress = (id: string, more: Parameters = {}) =>
    addressWith({ ...keptParameters(request), ...more, claim: id }, `claim-${id}`)
  const back = addressWith({ ...keptParameters(request), part: view.number + 1 })
  const findings = desk.findings.map((finding, index) => ({ number: index + 1, finding }))
  const claimOf = (id: string) => byId.get(id)
  const byId = new Map(desk.claims.map(claim => [claim.id, claim]))
  const below = await renderBelow(site, desk, request, back, editor)
  const heading = view.isHeaded ? '' : html`<h1>${title(article)}</h1>`
  const pager = renderParts(view.parts, view.number, part =>
    addressWith({ ...keptParameters(request), part: part + 1 }),
  )
  const ofWhole = findings.filter(({ finding }) => finding.span === null && view.number === 0)
  return renderPage(site, {
    title: title(article),
    place: '/articles',
    scripts: ['desk.js'],
    body: html`<article class="article desk" data-article="${articleId}" data-back="${back}">
      <header>
        ${renderHead(article, heading, count(desk.claims.length, 'claim'))}
        ${renderVersionLine(articleId, await findVersions(site.database, articleId))}
        ${article.warnings.length === 0 ? '' : html`<ul class="warnings">${article.warnings.map(warning => html`<li>${warning}</li>`)}</ul>`}
        ${
          chosen === null || byId.has(chosen)
            ? ''
            : html`<p class="warnings" role="status">The article has no claim “${chosen}”, or has it no more.</p>`
        }
        ${chosen === null ? renderDid(request.did) : ''}
        <div class="desk-bar">${renderFilters(desk.claims, request, addressWith)}${site.isEditable ? renderDeskForm(back, editor) : ''}${renderKeys(site.isEditable)}</div>
        ${ofWhole.length === 0 ? '' : html`<ul class="findings of-article" aria-label="Findings on the article">${ofWhole.map(one => renderFinding(one, site.policy, claimOf, claimAddress))}</ul>`}
        ${pager}
      </header>
      <section class="rows" aria-label="Text and claims">${renderRows({
        article,
        text: view.text,
        paragraphs: view.paragraphs,
        isHeaded: view.isHeaded,
        claims: view.claims,
        findings: findings.filter(({ finding: { span } }) => span !== null && view.isHere(span)),
        rejected: request.isRejectedShown ? view.rejected : [],
        chosen,
        at: request.at,
        policy: site.policy,
        claimOf,
        addressOf: claimAddress,
        renderCard: claim =>
          renderDeskCard(claim, {
            isChosen: claim.id === chosen,
            isEditable: site.isEditable,
            editAddress: claimAddress(claim.id, { edit: '1' }),
            back,
            below: claim.id === chosen ? below : '',
          }),
      })}</section>
      ${view.claims.length === 0 ? html`<p class="empty">${describeNone(desk, request, view.parts)}</p>` : ''}
      ${pager}
      ${site.isEditable ? html`${renderAddForm(articleId, back, desk.names, editor)}${renderMarking()}` : ''}
      ${renderLegend(request, view, addressWith({ ...keptParameters({ ...request, isRejectedShown: !request.isRejectedShown }), part: view.number + 1 }))}
      ${view.number > 0 ? '' : renderPlaces(await readShownPlaces(site.database, articleId))}
      ${renderStrip(view.claims, chosen)}
    </article>`,
  })
}

/** The part of an article that is shown, and what is in it. */
interface DeskPart {
  readonly text: CodePointText
  readonly parts: number
  /** From 0. */
  readonly number: number
  readonly paragraphs: readonly Span[]
  readonly isHeaded: boolean
  readonly claims: readonly DeskClaim[]
  readonly rejected: readonly CandidateRecord[]
  readonly isHere: (span: Span) => boolean
}

function viewOf({ article, claims, rejected }: Desk, request: DeskRequest): DeskPart {
  const text = new CodePointText(article.text)
  const starts = claims.map(({ row }) => row.start)
  const parts = cutIntoParts(article.text, PART_SIZE, starts)
  const chosen = claims.find(({ id }) => id === request.chosen)
  const number = choosePart(
    request.part,
    parts.length,
    offset => partAt(parts, offset),
    chosen?.row.start ?? request.at?.start,
  )
  const part = parts[number] ?? { start: 0, end: 0, paragraphs: [] }
  const isHere = ({ start }: Span) => partAt(parts, start) === number
  return {
    text,
    parts: parts.length,
    number,
    paragraphs: part.paragraphs,
    isHeaded: article.title !== null && isSame(article.title, text.slice(part.paragraphs[0] ?? part)),
    // The one that was asked for is shown whatever the filter says.
    claims: claims.filter(claim => isHere(claim.row) && (claim === chosen || isShown(claim, request))),
    rejected: rejected.filter(isHere),
    isHere,
  }
}

/**
 * What stands on the card of the chosen claim: what was just done to it, and the forms for all of it or else all that is
 * known of it. Of every claim that would be megabytes.
 */
async function renderBelow(
  site: Site,
  { record, claims, names }: Desk,
  { chosen, isEditing, did }: DeskRequest,
  back: string,
  editor: string | null,
): Promise<Html | string> {
  const claim = claims.find(({ id }) => id === chosen)
  if (claim === undefined) return ''
  const done = renderDid(did)
  if (site.isEditable && isEditing) {
    const others = claims.filter(({ id, row }) => id !== chosen && row.status !== 'rejected')
    return html`${done}${renderEditForm(claim, { others, names, back, editor, isHeaded: false })}`
  }
  const [explanation] = await explainClaims(site.database, record, [claim.id])
  // Missing where the article was written anew between two queries.
  if (explanation === undefined) return done
  return html`${done}<details${done === '' ? html` open` : ''}><summary>Where, why and by what</summary>${renderExplanation(explanation, 3)}</details>`
}

function renderDid(did: string | null): Html | string {
  const said = sayDid(did)
  return said === null ? '' : html`<p class="did" role="status">${said}</p>`
}

/** A text that begins with its title has it once on the page, with what is marked in it. */
function isSame(title: string, paragraph: string): boolean {
  const squeeze = (words: string) => words.replace(/\s+/g, ' ').trim()
  return squeeze(title) === squeeze(paragraph)
}

function choosePart(
  asked: string | null,
  parts: number,
  partOf: (offset: number) => number,
  chosen: number | undefined,
): number {
  if (asked === null) return chosen === undefined ? 0 : partOf(chosen)
  const part = Number(asked)
  if (!Number.isInteger(part) || part < 1 || part > Math.max(1, parts))
    throw new HearsayError(`The article has ${count(parts, 'part')}; there is no part "${asked}".`, 'value-invalid')
  return part - 1
}

function describeNone({ claims }: Desk, { naming, withFindings }: DeskRequest, parts: number): string {
  const isNarrowed = claims.length > 0 && (naming.length > 0 || withFindings)
  if (isNarrowed) return 'No claim here is of that kind.'
  return parts > 1 ? 'No claims in this part.' : 'No claims were found.'
}

function renderLegend({ isRejectedShown }: DeskRequest, { rejected }: DeskPart, toggle: string): Html {
  return html`<p class="legend"><span class="legend-name">Marked:</span> <span class="mark source" title="Who says it">source</span> <span class="mark cue" title="The words that tell that somebody says it">cue</span>
    <span class="mark content" title="What is said">content</span> <span class="mark addressee" title="To whom it is said">addressee</span>${isRejectedShown ? html` <span class="mark rejected">considered, and no claim</span>` : ''}
    <a class="toggle" href="${toggle}">${
      isRejectedShown
        ? 'Hide what was rejected'
        : `Show ${count(rejected.length, 'passage')} that Hearsay considered and rejected`
    }</a></p>
    ${isRejectedShown ? renderRejected(rejected) : ''}`
}

function renderParts(parts: number, current: number, addressOf: (part: number) => string): Html | string {
  if (parts < 2) return ''
  const shown = Array.from({ length: parts }, (_, part) => part).filter(
    part => part === 0 || part === parts - 1 || Math.abs(part - current) < 4,
  )
  return html`<nav class="pager" aria-label="Parts of the article"><span>Part</span>${shown.map(part =>
    part === current
      ? html`<strong aria-current="page">${part + 1}</strong>`
      : html`<a href="${addressOf(part)}">${part + 1}</a>`,
  )}<span>of ${parts}</span></nav>`
}

function renderRejected(rejected: readonly CandidateRecord[]): Html {
  return html`<h2>Considered, and found to be no claim</h2><ol class="rejected">${rejected.map(
    ({ text, start, end, stage, rule, reason }, index) =>
      html`<li id="rejected-${index + 1}" tabindex="-1">“${text}” <span class="offsets">${start}–${end}</span> ${reason} <span class="rule"><code>${rule}</code> ${stage}</span></li>`,
  )}</ol>`
}
