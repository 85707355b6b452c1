import type { ArticlesRequest } from '../../articles-address.ts'
import type { ArticleFacet, ArticleFacets } from '../../claim-index/select-articles.ts'
import { MOST_CHECKED } from '../../current-findings.ts'
import { address, type Parameters } from '../../page/address.ts'
import { daysOf } from '../../page/chart.ts'
import { type Html, html } from '../../page/html.ts'
import { count, number } from '../../page/words.ts'

/** Months listed; more would be a calendar, for which there are the fields of the search. */
const MONTHS_SHOWN = 12

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

interface CountedFindings {
  /** More articles than are checked for one page. */
  readonly isTooMany: boolean
  readonly withFindings: number
  readonly without: number
}

/** Every facet: its values with how many articles each would leave, as links that take it in or out. */
export function renderArticleFacets(
  request: ArticlesRequest,
  parameters: Parameters,
  facets: ArticleFacets,
  findings: CountedFindings,
): Html {
  return html`${renderFindings(request, parameters, findings)}
    ${renderFacet({ heading: 'Publisher', name: 'publisher' }, facets.publisher, request.publisher, parameters)}
    ${renderFacet({ heading: 'Language', name: 'language', inWords: nameLanguage }, facets.language, request.language, parameters)}
    ${renderMonths(facets.month, parameters)}`
}

/** The values that are chosen, each with the way to be without it. */
export function renderChosenArticles(request: ArticlesRequest, parameters: Parameters): Html {
  const { publisher = [], language = [], since, until, findings } = request
  const without = (name: string, words: string, rest: Parameters) =>
    html`<li><a href="${address('/articles', { ...parameters, ...rest })}"><span class="visually-hidden">Without ${name}</span> ${words} <span aria-hidden="true">×</span></a></li>`
  const chosen = [
    ...(findings === undefined ? [] : [without('findings', `${findings} findings`, { findings: [] })]),
    ...publisher.map(value => without('publisher', value, toggle(parameters, 'publisher', value))),
    ...language.map(value => without('language', nameLanguage(value), toggle(parameters, 'language', value))),
    ...(since === undefined && until === undefined
      ? []
      : [without('dates', `${since ?? '…'} to ${until ?? '…'}`, { since: [], until: [] })]),
  ]
  if (chosen.length === 0) return html``
  return html`<ul class="chosen" aria-label="Chosen">${chosen}<li><a href="/articles">Clear all</a></li></ul>`
}

function nameLanguage(code: string): string {
  try {
    return LANGUAGES.of(code) ?? code
  } catch {
    return code
  }
}

function toggle(parameters: Parameters, name: string, value: string): Parameters {
  const chosen = [parameters[name] ?? []].flat().map(String)
  return {
    ...parameters,
    [name]: chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value],
  }
}

function renderFindings({ findings }: ArticlesRequest, parameters: Parameters, counted: CountedFindings): Html {
  if (counted.withFindings + counted.without === 0 && !counted.isTooMany) return html``
  if (counted.isTooMany)
    return html`<section class="facet"><h2>Findings</h2><p class="facet-more">Counted where the list has ${MOST_CHECKED} articles or fewer.</p></section>`
  const link = (value: 'with' | 'without', words: string, articles: number) =>
    renderValue(
      address('/articles', { ...parameters, findings: findings === value ? [] : value }),
      words,
      articles,
      findings === value,
    )
  return html`<section class="facet"><h2>Findings</h2><ul>${link('with', 'with findings', counted.withFindings)}${link('without', 'without', counted.without)}</ul></section>`
}

interface Facet {
  readonly heading: string
  /** Of the parameter that chooses among its values. */
  readonly name: string
  readonly inWords?: (value: string) => string
}

function renderFacet(
  { heading, name, inWords = value => value }: Facet,
  values: readonly ArticleFacet[],
  chosen: readonly string[] = [],
  parameters: Parameters = {},
): Html {
  if (values.length === 0) return html``
  return html`<section class="facet"><h2>${heading}</h2><ul>${values.map(({ value, articles }) =>
    renderValue(
      address('/articles', toggle(parameters, name, value)),
      inWords(value),
      articles,
      chosen.includes(value),
    ),
  )}</ul></section>`
}

function renderMonths(months: readonly ArticleFacet[], parameters: Parameters): Html {
  if (months.length === 0) return html``
  const shown = months.slice(-MONTHS_SHOWN).toReversed()
  const older = months.length - shown.length
  return html`<section class="facet"><h2>Date</h2><ul>${shown.map(({ value, articles }) => {
    const { since, until } = daysOf(value)
    const isChosen = parameters.since === since && parameters.until === until
    const days = isChosen ? { since: [], until: [] } : { since, until }
    return renderValue(address('/articles', { ...parameters, ...days }), value, articles, isChosen)
  })}</ul>${older > 0 ? html`<p class="facet-more">and ${count(older, 'earlier month')}</p>` : ''}</section>`
}

function renderValue(link: string, words: string, articles: number, isChosen: boolean): Html {
  return html`<li><a href="${link}"${isChosen ? html` class="is-chosen" aria-current="true"` : ''}><span class="value">${words}</span> <span class="number">${number(articles)}</span></a></li>`
}
