import { findVoiceIds } from '../../../store/queries/voices/voices-by-rowid.ts'
import type { AuditReport } from '../../../voices/audit-report.ts'
import { isInOlder } from '../../../voices/select-voices.ts'
import { AUDIT_PARAMETERS, describeRequest, readAuditRequest, toAuditParameters } from '../../audit/audit-address.ts'
import { renderAuditForm } from '../../audit/audit-form.ts'
import { linksOf } from '../../audit/charts/audit-links.ts'
import { renderBreakdowns } from '../../audit/charts/breakdown-chart.ts'
import {
  renderAnonymity,
  renderConcentration,
  renderExperts,
  renderUnquoted,
} from '../../audit/charts/further-parts.ts'
import { renderHeadline } from '../../audit/charts/headline.ts'
import { countPeriods, SERIES_NAMES } from '../../audit/charts/periods.ts'
import { renderPeriods } from '../../audit/charts/periods-chart.ts'
import { readOneOf } from '../../audit/read-one-of.ts'
import { renderVersions } from '../../audit/versions-note.ts'
import type { VoiceIndex } from '../../audit/voices/voice-index.ts'
import { address, type Parameters } from '../../page/address.ts'
import { renderBeginning } from '../../page/beginning.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { count } from '../../page/words.ts'
import { readFlag } from '../../parameters.ts'
import type { Site } from '../../site.ts'

/** All that the address of the audit may hold. */
export const AUDIT_PAGE_PARAMETERS = [...AUDIT_PARAMETERS, 'known', 'over'] as const

/** Who gets a voice in the chosen articles, each figure with the way to what it counts. */
export async function showAudit(site: Site, search: URLSearchParams): Promise<Html> {
  const request = readAuditRequest(search)
  const known = readFlag(search, 'known')
  const series = readOneOf(search, 'over', SERIES_NAMES)
  const index = await site.index.get()
  const voices = await site.voices.get(index)
  const report = await site.voices.measure(index, request)
  const periods = countPeriods(voices.columns, report.selection, series)
  const links = linksOf(request)
  const parameters = { ...toAuditParameters(request), ...(known ? { known: '1' } : {}) }
  const { versions, ...others } = { ...parameters, over: search.get('over') ?? undefined, versions: request.versions }
  const older = report.counts.olderVersions
  const words = describeRequest(request)
  const view = { links, isOpen: false, idOf: await findTopIds(site, voices, report) }
  return renderPage(site, {
    title: 'Audit',
    place: '/audit',
    body: html`<h1>Who gets a voice</h1>
      <p class="lead">${words === '' ? 'All articles' : html`Articles: ${words}`}. A source is counted once in each article; claims are without belief, intention and feeling. A bar, or its number, leads to what it counts. <a href="/people">All people</a> · <a href="${address('/audit/compare', toAuditParameters(request, 'a.'))}">Compare</a></p>
      ${renderVersions({ path: '/audit', parameters: others, versions, older })}
      ${renderAuditForm('/audit', request, voices.columns.articles)}
      ${renderUnvoiced(await site.voices.countUnvoiced(index))}
      ${
        index.articles.rowids.length === 0
          ? renderBeginning(site)
          : report.counts.sources === 0
            ? renderNone(report)
            : html`${renderHeadline(report, links)}
      ${renderKnown(parameters, known)}
      ${renderBreakdowns(report, { links, known, isOpen: false })}
      ${renderPeriods(periods, { request, series, parameters, isOpen: false })}
      ${renderConcentration(report, view)}${renderExperts(report, view)}${renderAnonymity(report, view)}${renderUnquoted(report, view)}`
      }`,
  })
}

/** They count as articles, and nobody seems to speak in them. */
function renderUnvoiced(unvoiced: number): Html | string {
  if (unvoiced === 0) return ''
  return html`<p class="empty" role="note">${count(unvoiced, 'article')} of this database ${unvoiced === 1 ? 'was' : 'were'} analysed before sources were audited: nobody speaks there in these figures until <code>hearsay run --upgrade</code> has read ${unvoiced === 1 ? 'it' : 'them'} anew.</p>`
}

function renderNone({ counts }: AuditReport): Html {
  return html`<p class="empty">${count(counts.articles, 'article')}${counts.articles === 0 ? ' fit these filters' : ', in which nobody is heard'}. Take away a filter; articles that were analysed before sources were audited are analysed anew by the next <code>hearsay run</code>.</p>`
}

/** The way between shares of all and of those of which it is known. */
function renderKnown(parameters: Parameters, known: boolean): Html {
  const link = (isKnown: boolean, words: string) =>
    html`<li><a href="${address('/audit', { ...parameters, known: isKnown ? '1' : [] })}"${known === isKnown ? html` class="is-chosen" aria-current="true"` : ''}>${words}</a></li>`
  return html`<ul class="filters" aria-label="Shares">${link(false, 'Shares of all')}${link(true, 'of those of which it is known')}</ul>`
}

async function findTopIds(
  { database }: Site,
  { columns }: VoiceIndex,
  { concentration, selection }: AuditReport,
): Promise<ReadonlyMap<number, string>> {
  const wanted = new Set(concentration.top.map(({ speaker }) => speaker))
  const rowids = new Map<number, number>()
  for (let voice = 0; voice < columns.length && rowids.size < wanted.size; voice++) {
    const who = columns.speaker[voice] as number
    // By a voice of an older version the way would lead to what all versions say.
    if (selection.allVersions !== true && isInOlder(columns, voice)) continue
    if (wanted.has(who) && !rowids.has(who)) rowids.set(who, columns.rowid[voice] as number)
  }
  const ids = await findVoiceIds(database, [...rowids.values()])
  return new Map(
    [...rowids].flatMap(([who, rowid]) => {
      const id = ids.get(rowid)
      return id === undefined ? [] : [[who, id] as const]
    }),
  )
}
