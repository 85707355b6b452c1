import { findVoicesByRowid } from '../../../store/queries/voices/voices-by-rowid.ts'
import { countOlderVersions } from '../../../voices/select-voices.ts'
import {
  AUDIT_PARAMETERS,
  type AuditRequest,
  describeRequest,
  readAuditRequest,
  selectFrom,
  toAuditParameters,
} from '../../audit/audit-address.ts'
import { claimsOf } from '../../audit/charts/audit-links.ts'
import { chooseArticles } from '../../audit/choose-articles.ts'
import { readOneOf } from '../../audit/read-one-of.ts'
import { renderVersions } from '../../audit/versions-note.ts'
import { acceptVoices, listVoices, totalVoices, VOICE_ORDERS, WHO } from '../../audit/voices/select-voices.ts'
import {
  describeFilter,
  readVoiceFilter,
  toVoiceParameters,
  VOICE_PARAMETERS,
} from '../../audit/voices/voice-filter.ts'
import { countVoices, renderVoices } from '../../audit/voices/voices-table.ts'
import { address, type Parameters } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { readOffset, renderOffsetPager } from '../../page/offset.ts'
import { count } from '../../page/words.ts'
import type { Site } from '../../site.ts'

const PAGE_SIZE = 50

/** All that the address of the list of voices may hold. */
export const VOICES_PARAMETERS = [...AUDIT_PARAMETERS, ...VOICE_PARAMETERS, 'who', 'order', 'from'] as const

const LISTED = {
  sources: 'Whoever is the source of a claim, once for each article.',
  unquoted: 'People whom an article names and who are the source of nothing in it, once for each article.',
  people: 'People whom an article names, quoted or not, once for each article.',
} as const

/** The voices that a figure of the audit counts, those who say most first. */
export async function showAuditSources(site: Site, search: URLSearchParams): Promise<Html> {
  const request = readAuditRequest(search)
  const filter = readVoiceFilter(search)
  const who = readOneOf(search, 'who', WHO)
  const order = readOneOf(search, 'order', VOICE_ORDERS)
  const offset = readOffset(search)
  const voices = await site.voices.get(await site.index.get())
  const { columns } = voices
  const selection = selectFrom(columns.articles, request)
  const accepted = await acceptVoices(voices, chooseArticles(columns.articles, selection), filter, who)
  const totals = totalVoices(columns, accepted)
  const listed = listVoices(columns, accepted, order, { offset, size: PAGE_SIZE })
  const rows = await findVoicesByRowid(
    site.database,
    listed.map(index => columns.rowid[index] as number),
  )
  const shown = rows.map(row => ({ row, index: voices.indexOf(row.rowid) }))
  const parameters: Parameters = {
    ...toAuditParameters(request),
    ...toVoiceParameters(filter),
    ...(who === 'sources' ? {} : { who }),
  }
  const note = {
    path: '/audit/sources',
    parameters: { ...parameters, versions: undefined },
    versions: request.versions,
    older: countOlderVersions(columns.articles, selection),
  }
  const ordered = { ...parameters, ...(order === 'claims' ? {} : { order }) }
  return renderPage(site, {
    title: 'Sources of the audit',
    place: '/audit',
    body: html`<p class="kicker"><a href="${address('/audit', toAuditParameters(request))}">Audit</a></p>
      <h1>${countVoices(totals.voices, who)}${renderConditions(describeFilter(filter))}</h1>
      <p class="lead">${LISTED[who]} ${describeArticles(request)}</p>
      ${
        who === 'sources'
          ? html`<p class="meta totals">${totals.claims === 0 ? '0 claims' : html`<a href="${claimsOf(request, filter)}">${count(totals.claims, 'claim')}</a>`}, ${count(totals.quotedWords, 'quoted word')}, in ${count(totals.articles, 'article')}</p>`
          : html`<p class="meta totals">in ${count(totals.articles, 'article')}</p>`
      }
      ${renderVersions(note)}
      ${renderOrders(parameters, order)}
      ${shown.length === 0 ? html`<p class="empty">No source fits these filters. Take one away.</p>` : renderVoices(shown, columns)}
      ${renderOffsetPager({ path: '/audit/sources', parameters: ordered, offset, size: PAGE_SIZE, shown: shown.length, total: totals.voices }, 'sources')}`,
  })
}

function renderConditions(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `: ${conditions.join(', ')}`
}

function describeArticles(request: AuditRequest): string {
  const words = describeRequest(request)
  return words === '' ? 'Of all articles.' : `Articles: ${words}.`
}

const ORDER_WORDS = { claims: 'Most claims', words: 'Most quoted words', published: 'Newest article' } as const

function renderOrders(parameters: Parameters, order: keyof typeof ORDER_WORDS): Html {
  return html`<ul class="filters" aria-label="Order">${VOICE_ORDERS.map(
    own =>
      html`<li><a href="${address('/audit/sources', { ...parameters, ...(own === 'claims' ? {} : { order: own }) })}"${
        own === order ? html` class="is-chosen" aria-current="true"` : ''
      }>${ORDER_WORDS[own]}</a></li>`,
  )}</ul>`
}
