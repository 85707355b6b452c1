import { ATTITUDES } from '../../../domain/labels.ts'
import { findBylines } from '../../../store/queries/articles/bylines.ts'
import { findClaimRowid, findClaimsByRowid } from '../../../store/queries/claims/claims-by-rowid.ts'
import { renderVersions } from '../../audit/versions-note.ts'
import { askVoices, countLeftOut } from '../../audit/voices/voices-request.ts'
import { type ClaimIndex, rankOfClaim } from '../../claim-index/claim-index.ts'
import { type Facets, selectClaims } from '../../claim-index/select-claims.ts'
import { type ClaimsRequest, readClaimsRequest, toParameters } from '../../claims-address.ts'
import { address, type Parameters } from '../../page/address.ts'
import { renderBeginning } from '../../page/beginning.ts'
import { renderClaimLine } from '../../page/claim/claim-line.ts'
import type { FoundWords } from '../../page/claim/found-words.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { renderPager } from '../../page/pager.ts'
import { count, number } from '../../page/words.ts'
import type { Site } from '../../site.ts'
import { renderChosen, renderFacets } from './claim-facets.ts'

const PAGE_SIZE = 25

/** All claims, or those that are searched for, newest first. */
export async function showClaims(site: Site, search: URLSearchParams): Promise<Html> {
  const request = readClaimsRequest(search)
  const index = await site.index.get()
  const found = request.text === undefined ? null : await site.index.search(index, request.text)
  const [after, backFrom] = [await rankOf(site, index, request.after), await rankOf(site, index, request.before)]
  const voices = request.voices === null ? undefined : await askVoices(site, index, request.voices)
  const older = request.voices === null ? 0 : await countLeftOut(site, index, request.voices)
  const { total, before, ranks, facets } = selectClaims(index, { ...request.selection, voices }, found, {
    size: PAGE_SIZE,
    after,
    before: backFrom,
  })
  const asked = request.after ?? request.before
  const rowids = ranks.map(rank => index.claims.rowid[rank] as number)
  const claims = await findClaimsByRowid(site.database, rowids)
  const bylines = request.text === undefined ? null : await findBylines(site.database, claims)
  const parameters = toParameters(request)
  const [first, last] = [claims[0], claims.at(-1)]
  const pager = {
    before,
    shown: ranks.length,
    total,
    previous: before > 0 && first !== undefined ? address('/claims', { ...parameters, before: first.id }) : null,
    next:
      before + ranks.length < total && last !== undefined
        ? address('/claims', { ...parameters, after: last.id })
        : null,
  }
  return renderPage(site, {
    title: request.text === undefined ? 'Claims' : `Claims: ${request.text}`,
    place: '/claims',
    body: html`<div class="with-aside">
      <aside class="facets" aria-label="Narrow the list">${renderFacets(request, parameters, facets)}</aside>
      <div>
        <h1>${heading(request, total)}</h1>
        ${renderSearch(request, parameters)}
        ${renderAttitudes(request, parameters, facets)}
        ${renderChosen(request, parameters, facets)}
        ${renderVersions({ path: '/claims', parameters: { ...parameters, versions: undefined }, versions: request.voices?.articles.versions, older })}
        ${index.articles.rowids.length === 0 ? renderBeginning(site) : total === 0 ? html`<p class="empty">No claim fits. Take away a filter, or search for fewer words.</p>` : ''}
        ${
          asked === undefined || (after ?? backFrom) !== undefined
            ? ''
            : html`<p class="warnings" role="status">There is no claim “${asked}” to go on from, or it has gone since; this is the first page.</p>`
        }
        ${claims.length === 0 ? '' : renderLegend(request)}
        <ol class="claims" start="${before + 1}">${claims.map(claim => renderClaimLine(claim, foundWords(request.text, bylines?.get(claim.article_id))))}</ol>
        ${renderPager(pager, 'claims')}
      </div>
    </div>`,
  })
}

function foundWords(search: string | undefined, byline: string | null = null): FoundWords | undefined {
  return search === undefined ? undefined : { search, byline }
}

/** A claim that is no more gives the first page. */
async function rankOf(site: Site, index: ClaimIndex, claimId: string | undefined): Promise<number | undefined> {
  if (claimId === undefined) return undefined
  return rankOfClaim(index, await findClaimRowid(site.database, claimId))
}

function heading({ text, selection }: ClaimsRequest, total: number): Html {
  const what = count(total, selection.rejected === true ? 'rejected claim' : 'claim')
  return text === undefined ? html`${what}` : html`${what} on <q>${text}</q>`
}

function renderLegend({ text }: ClaimsRequest): Html {
  return html`<p class="legend"><span class="legend-name">Colours:</span> <span class="role source">source</span> (who says it) <span class="role cue">cue</span>
    (the words that tell so) <span class="role addressee">addressee</span> (to whom)${text === undefined ? '' : html` <mark>words found</mark>`}</p>`
}

/** How many claims are no speech, and the way to have them in the list or not; nothing where acts are chosen by name. */
function renderAttitudes({ selection }: ClaimsRequest, parameters: Parameters, { act }: Facets): Html {
  if (selection.act !== undefined) return html``
  const more = act.reduce((sum, { value, claims }) => sum + (ATTITUDES.includes(value) ? claims : 0), 0)
  if (more === 0) return html``
  const isOn = selection.attitudes === true
  const words = `${number(more)} of ${ATTITUDES.join(', ')}`
  return html`<p class="meta switch"><a href="${address('/claims', { ...parameters, attitudes: isOn ? [] : '1' })}">${
    isOn ? `Leave out ${words}` : `List ${words} too`
  }</a></p>`
}

/** What the form's own fields say; all else that was chosen goes along. */
const FIELDS_OF_FORM = ['q', 'by', 'since', 'until']

function renderSearch({ text, selection }: ClaimsRequest, parameters: Parameters): Html {
  const kept = Object.entries(parameters)
    .filter(([name]) => !FIELDS_OF_FORM.includes(name))
    .flatMap(([name, values]) =>
      [values ?? []].flat().map(value => html`<input type="hidden" name="${name}" value="${value}">`),
    )
  return html`<form class="search" action="/claims" role="search" aria-label="Claims">
    <div class="field wide"><label for="q">Words of the content, source, title or byline</label>
      <input id="q" type="search" name="q" value="${text ?? ''}" placeholder="trade &quot;shared values&quot; tariff*"></div>
    <div class="field"><label for="by">Words of the source</label>
      <input id="by" type="search" name="by" value="${selection.by ?? ''}"></div>
    <div class="field"><label for="since">From</label>
      <input id="since" type="date" name="since" value="${selection.since ?? ''}"></div>
    <div class="field"><label for="until">To</label>
      <input id="until" type="date" name="until" value="${selection.until ?? ''}"></div>
    ${kept}
    <button type="submit">Search</button>
  </form>`
}
