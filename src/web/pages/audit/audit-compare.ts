import { HearsayError } from '../../../domain/errors.ts'
import { type Comparison, UNITS, type Unit } from '../../../voices/audit-report.ts'
import {
  AUDIT_PARAMETERS,
  type AuditRequest,
  describeRequest,
  readAuditRequest,
  requireMonth,
  toAuditParameters,
} from '../../audit/audit-address.ts'
import { renderArticleFields } from '../../audit/audit-form.ts'
import { renderComparison } from '../../audit/charts/comparison.ts'
import { readOneOf } from '../../audit/read-one-of.ts'
import { address, type Parameters } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { count, number } from '../../page/words.ts'
import { readFlag, readOnly } from '../../parameters.ts'
import type { Site } from '../../site.ts'

/** All that the address of the comparison may hold: which articles, twice. */
export const COMPARE_PARAMETERS = [
  ...AUDIT_PARAMETERS.map(name => `a.${name}` as const),
  ...AUDIT_PARAMETERS.map(name => `b.${name}` as const),
  'outlet',
  'at',
  'unit',
  'known',
] as const

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  sources: 'Sources',
  claims: 'Claims',
  quotedWords: 'Quoted words',
  first: 'First voice',
  last: 'Last voice',
}

interface CompareRequest {
  readonly a: AuditRequest
  readonly b: AuditRequest
  readonly unit: Unit
  readonly known: boolean
}

/** Two parts of the articles beside one another, with differences and their intervals, and no verdict. */
export async function showAuditComparison(site: Site, search: URLSearchParams): Promise<Html> {
  const request = readCompareRequest(search)
  const { a, b, unit, known } = request
  const index = await site.index.get()
  const { columns } = await site.voices.get(index)
  const isAsked = describeRequest(a) !== '' || describeRequest(b) !== ''
  const compared = isAsked ? await compare(() => site.voices.compare(index, { a, b })) : null
  const parameters = { ...toAuditParameters(a, 'a.'), ...toAuditParameters(b, 'b.') }
  return renderPage(site, {
    title: 'Compare',
    place: '/audit',
    body: html`<p class="kicker"><a href="/audit">Audit</a></p><h1>Two parts compared</h1>
      <p class="lead">Two outlets, two months, or before and after. It says by how much they differ and how sure that is, and nothing of why: an interval on both sides of 0 goes with no difference at all.</p>
      <form class="compare" action="/audit/compare" aria-label="Two parts">
        <fieldset><legend>A</legend><div class="search">${renderArticleFields(a, columns.articles, 'a.')}</div></fieldset>
        <fieldset><legend>B</legend><div class="search">${renderArticleFields(b, columns.articles, 'b.')}</div></fieldset>
        <button type="submit">Compare</button>
      </form>
      <form class="search" action="/audit/compare" aria-label="Before and after">
        <div class="field wide"><label for="outlet">Outlet</label><input id="outlet" name="outlet" value="" placeholder="any" list="a.outlet-list" autocomplete="off"></div>
        <div class="field"><label for="at">Before and since</label><input id="at" type="month" name="at" value="" placeholder="2026-05" pattern="[0-9]{4}-[0-9]{2}" title="a month, as 2026-05" required></div>
        <button type="submit">Before and after</button>
      </form>
      ${typeof compared === 'string' ? html`<p class="refusal" role="alert">${compared}</p>` : ''}
      ${compared === null || typeof compared === 'string' ? '' : renderBoth(compared, request, parameters, { unit, known })}`,
  })
}

function readCompareRequest(search: URLSearchParams): CompareRequest {
  const at = requireMonth(readOnly(search, 'at'))
  const outlet = readOnly(search, 'outlet')
  refuseBoth(search, at, outlet)
  const own = outlet === undefined ? {} : { outlet }
  const [a, b] =
    at === undefined
      ? [readAuditRequest(search, 'a.'), readAuditRequest(search, 'b.')]
      : [
          { ...own, none: [], until: monthBefore(at) },
          { ...own, none: [], since: at },
        ]
  return { a, b, unit: readOneOf(search, 'unit', UNITS), known: readFlag(search, 'known') }
}

/** @throws HearsayError (2) when both ways to say two parts are mixed: of one of them nothing would be heeded */
function refuseBoth(search: URLSearchParams, at: string | undefined, outlet: string | undefined): void {
  const part = [...search].find(([name, value]) => /^[ab]\./.test(name) && value.trim() !== '')
  if (part !== undefined && (at ?? outlet) !== undefined)
    throw new HearsayError(
      `${at === undefined ? 'The outlet' : 'The month at'} stands for two parts, before and since, and ${part[0]} for one; give one of the two.`,
      'argument-conflict',
    )
  if (outlet !== undefined && at === undefined)
    throw new HearsayError(
      'Before and since of an outlet take a month; give at too, or a.outlet and b.outlet.',
      'argument-missing',
    )
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const former = number === 1 ? [year - 1, 12] : [year, number - 1]
  return `${String(former[0]).padStart(4, '0')}-${String(former[1]).padStart(2, '0')}`
}

/** What it comes to, or why it does not: said beside the fields, which keep what was chosen. */
async function compare(run: () => Promise<Comparison>): Promise<Comparison | string> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof HearsayError) return error.message
    throw error
  }
}

function renderBoth(
  comparison: Comparison,
  { a, b }: CompareRequest,
  parameters: Parameters,
  { unit, known }: { readonly unit: Unit; readonly known: boolean },
): Html {
  const chosen = { ...parameters, ...(known ? { known: '1' } : {}) }
  const units = UNITS.map(
    own =>
      html`<li><a href="${address('/audit/compare', { ...chosen, unit: own })}"${own === unit ? html` class="is-chosen" aria-current="true"` : ''}>${UNIT_WORDS[own]}</a></li>`,
  )
  const knowing = html`<li><a href="${address('/audit/compare', { ...parameters, unit, known: known ? [] : '1' })}"${known ? html` class="is-chosen" aria-current="true"` : ''}>Of those of which it is known</a></li>`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Both parts"><table class="both">
      <thead><tr><th scope="col">Part</th><th scope="col">Its articles</th><th scope="col" class="number">Articles</th><th scope="col" class="number">Sources</th><th scope="col" class="number">Claims</th><th scope="col" class="number">Quoted words</th></tr></thead>
      <tbody>${renderPart('A', a, comparison.a)}${renderPart('B', b, comparison.b)}</tbody></table></div>
    <ul class="filters" aria-label="Shares of">${units}${knowing}</ul>
    ${renderComparison({ comparison, a, b, unit, known })}`
}

function renderPart(name: string, request: AuditRequest, { counts }: Comparison['a']): Html {
  const words = describeRequest(request)
  return html`<tr><th scope="row">${name}</th><td><a href="${address('/audit', toAuditParameters(request))}">${words === '' ? 'all articles' : words}</a>${counts.olderVersions === 0 ? '' : html`<span class="meta">${count(counts.olderVersions, 'older version')} left out</span>`}</td><td class="number">${number(counts.articles)}</td><td class="number">${number(counts.sources)}</td><td class="number">${number(counts.claims)}</td><td class="number">${number(counts.quotedWords)}</td></tr>`
}
