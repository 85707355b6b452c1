import type { Write } from '../../export/write.ts'
import type { AuditReport } from '../../voices/audit-report.ts'
import type { VoiceColumns } from '../../voices/columns/voice-columns.ts'
import { NO_LINKS } from '../audit/charts/audit-links.ts'
import { renderBreakdowns } from '../audit/charts/breakdown-chart.ts'
import { renderAnonymity, renderConcentration, renderExperts, renderUnquoted } from '../audit/charts/further-parts.ts'
import { renderHeadline } from '../audit/charts/headline.ts'
import { countPeriods, type SeriesName } from '../audit/charts/periods.ts'
import { renderPeriods } from '../audit/charts/periods-chart.ts'
import { html } from '../page/html.ts'
import { count, instant } from '../page/words.ts'
import { closeReport, openReport } from './report-shell.ts'

export interface AuditReportOptions {
  /** Which articles, in words; empty for all. */
  readonly chosen: string
  /** Name of the database, without its folder. */
  readonly database: string
  readonly version: string
  /** ISO 8601. */
  readonly madeAt: string
}

/** What is shown over time: the first two questions that are asked of an audit. */
const SHOWN: readonly SeriesName[] = ['women', 'anonymous']

/** Which texts of an article are in it. */
function describeVersions({ selection, counts }: AuditReport): string {
  if (selection.allVersions === true) return 'every text of an article, older versions too'
  if (counts.olderVersions === 0) return 'no older version of an article'
  return `of an article the newest version, so that ${count(counts.olderVersions, 'older version')} ${counts.olderVersions === 1 ? 'is' : 'are'} left out`
}

/**
 * Writes an audit to hand to a meeting: one HTML file that needs nothing else and asks for nothing, with every chart and, open
 * beneath it, its figures.
 */
export async function writeAuditReport(
  columns: VoiceColumns,
  report: AuditReport,
  { chosen, database, version, madeAt }: AuditReportOptions,
  write: Write,
): Promise<void> {
  const view = { links: NO_LINKS, isOpen: true, idOf: new Map() }
  const heading = chosen === '' ? 'Who gets a voice' : `Who gets a voice: ${chosen}`
  const page = html`${openReport(heading, version)}
<header class="report-head">
  <p class="kicker">Hearsay source audit</p>
  <h1>${heading}</h1>
  <p class="lead">Who is heard in these articles, how often and in which words. Gender, source type and function are what the texts give. It says nothing of why, and nothing of people who were not asked.</p>
  <dl>
    <div><dt>Made</dt><dd>${instant(madeAt)}, by Hearsay ${version}, from <span class="path">${database}</span></dd></div>
    <div><dt>Counted</dt><dd>a source once in each article; claims without belief, intention and feeling, and without those that editors rejected; ${describeVersions(report)}</dd></div>
    <div><dt>Intervals</dt><dd>of 95%: what articles like these would give, if chance chose them again; <span class="few">few</span> stands where a share is of fewer than 20, and where one of claims or words is of fewer articles</dd></div>
  </dl>
</header>
${renderHeadline(report, NO_LINKS)}
${renderBreakdowns(report, { links: NO_LINKS, known: false, isOpen: true })}
${SHOWN.map(series => renderPeriods(countPeriods(columns, report.selection, series), { request: { none: [] }, series, parameters: null, isOpen: true }))}
${renderConcentration(report, view)}${renderExperts(report, view)}${renderAnonymity(report, view)}${renderUnquoted(report, view)}
${closeReport(version)}`
  await write(String(await page))
}
