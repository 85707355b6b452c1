import type { AuditReport, Mean, Share } from '../../../voices/audit-report.ts'
import { type Html, html } from '../../page/html.ts'
import { link } from '../../page/link.ts'
import { number } from '../../page/words.ts'
import type { AuditLinks } from './audit-links.ts'
import { inPercent, renderInterval } from './share-chart.ts'

/** The figures that stand above all others, each with what it is of and its interval. */
export function renderHeadline(report: AuditReport, links: AuditLinks): Html {
  const { counts, sourcesPerArticle, singleSource, anonymity } = report
  const women = report.breakdowns
    .find(({ dimension }) => dimension === 'gender')
    ?.rows.find(({ label }) => label === 'woman')?.known?.sources
  return html`<dl class="headline">
    ${figure('Sources', link(links.unit('sources'), number(counts.sources)), `in ${number(counts.articlesWithSources)} of ${number(counts.articles)} articles`)}
    ${figure('Claims', link(links.unit('claims'), number(counts.claims)), 'of those sources')}
    ${figure('Quoted words', link(links.unit('quotedWords'), number(counts.quotedWords)), 'in quotation marks')}
    ${figure('Sources an article', meanOf(sourcesPerArticle), meanInterval(sourcesPerArticle))}
    ${shareFigure('Articles with one source', singleSource, links.voices({ alone: true }), 'of those with any')}
    ${shareFigure('Anonymous sources', anonymity.sources, links.voices({ voice: ['anonymous'] }), 'of all sources')}
    ${women === undefined ? '' : shareFigure('Women', women, links.voices({ gender: ['woman'], person: true }), 'of people heard whose gender is told')}
  </dl>`
}

function figure(name: string, value: Html | string, of: Html | string): Html {
  return html`<div><dt>${name}</dt><dd>${value}<span class="meta">${of}</span></dd></div>`
}

function shareFigure(name: string, share: Share, href: string | null, of: string): Html {
  if (share.share === null) return figure(name, html`<span class="none">none</span>`, of)
  // How many stands as large as the share: of few it is all that is known.
  const isFew = share.few
  const value = isFew ? html`${number(share.hits)} of ${number(share.n)}` : inPercent(share.share)
  const words = html`${isFew ? inPercent(share.share) : `${number(share.hits)} of ${number(share.n)}`}${renderInterval(share)} ${of}${
    isFew ? html` <span class="few">few</span>` : ''
  }`
  return figure(name, share.hits === 0 ? value : link(href, value), words)
}

function meanOf({ mean }: Mean): Html | string {
  return mean === null ? html`<span class="none">none</span>` : mean.toFixed(1)
}

function meanInterval({ n, low, high }: Mean): string {
  const interval = low === null || high === null ? '' : ` (${low.toFixed(1)}–${high.toFixed(1)})`
  return `mean of ${number(n)}${interval}`
}
