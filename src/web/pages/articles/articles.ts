import { ATTITUDES } from '../../../domain/labels.ts'
import { type ArticleHeading, findArticlesByRowid } from '../../../store/queries/articles/articles-by-rowid.ts'
import { type ArticlesRequest, readArticlesRequest, sortedBy, toArticlesParameters } from '../../articles-address.ts'
import { type ArticleCounts, countArticles } from '../../claim-index/article-counts.ts'
import type { ClaimIndex } from '../../claim-index/claim-index.ts'
import { findArticles } from '../../claim-index/find-matches.ts'
import { type ArticleOrder, selectArticles } from '../../claim-index/select-articles.ts'
import { MOST_CHECKED } from '../../current-findings.ts'
import { address, articleAddress, type Parameters } from '../../page/address.ts'
import { renderBeginning } from '../../page/beginning.ts'
import { markFound } from '../../page/claim/found-words.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { renderOffsetPager } from '../../page/offset.ts'
import { count, day, number, percent, title } from '../../page/words.ts'
import type { Site } from '../../site.ts'
import { renderArticleFacets, renderChosenArticles } from './article-facets.ts'

const PAGE_SIZE = 25

type Findings = Awaited<ReturnType<Site['findings']['count']>>

/** Columns in order, with which end comes first when they are first asked for. */
const COLUMNS: readonly {
  readonly heading: string
  readonly order: ArticleOrder | null
  readonly descends?: boolean
  readonly isNumber?: boolean
}[] = [
  { heading: 'Article', order: 'title' },
  { heading: 'Publisher', order: 'publisher' },
  { heading: 'Date', order: 'published', descends: true },
  { heading: 'Claims', order: 'claims', descends: true, isNumber: true },
  { heading: 'Unnamed', order: 'unnamed', descends: true, isNumber: true },
  { heading: 'Anonymous', order: 'anonymous', descends: true, isNumber: true },
  { heading: 'Findings', order: null },
]

/** All articles, or those that are searched for: what each is, how much rests on whom, and what the policy finds in it. */
export async function showArticles(site: Site, search: URLSearchParams): Promise<Html> {
  const request = readArticlesRequest(search)
  const index = await site.index.get()
  const counts = countArticles(index, request.attitudes)
  const found = request.text === undefined ? null : findArticles(index, request.text)
  const selected = selectArticles(index, counts, request, found)
  const narrowed = await narrowByFindings(site, index, request, selected.ranks)
  const { ranks } = narrowed
  const shown = [...ranks.subarray(request.offset, request.offset + PAGE_SIZE)]
  const rowids = shown.map(rank => index.articles.rowids[rank] as number)
  const articles = await findArticlesByRowid(site.database, rowids)
  const findings = await site.findings.count(index, rowids)
  const rows = articles.map(article => listArticle(article, index.articles.rankOf(article.rowid), counts))
  const parameters = toArticlesParameters(request)
  return renderPage(site, {
    title: request.text === undefined ? 'Articles' : `Articles: ${request.text}`,
    place: '/articles',
    body: html`<div class="with-aside">
      <aside class="facets" aria-label="Narrow the list">${renderArticleFacets(request, parameters, selected.facets, narrowed)}</aside>
      <div class="wide">
        <h1>${count(ranks.length, 'article')}${request.text === undefined ? '' : html` on <q>${request.text}</q>`}</h1>
        ${renderSearch(request)}
        ${renderAttitudes(index, request, parameters)}
        ${renderChosenArticles(request, parameters)}
        ${narrowed.isTooMany && request.findings !== undefined ? html`<p class="warnings" role="status">These are too many to be chosen by findings: narrow the list to ${MOST_CHECKED} articles or fewer.</p>` : ''}
        ${
          index.articles.rowids.length === 0
            ? renderBeginning(site)
            : articles.length === 0
              ? html`<p class="empty">No article fits. Take away a filter, or search for fewer words; <a href="${address('/claims', { q: request.text })}">claims</a> are searched by what they say.</p>`
              : renderTable(rows, findings, request, parameters)
        }
        ${renderOffsetPager({ path: '/articles', parameters, offset: request.offset, size: PAGE_SIZE, shown: articles.length, total: ranks.length }, 'articles')}
      </div>
    </div>`,
  })
}

/** How many of the articles have findings, where they are few enough to be checked at once, and those that are wanted. */
async function narrowByFindings(
  site: Site,
  index: ClaimIndex,
  { findings }: ArticlesRequest,
  ranks: Uint32Array,
): Promise<{
  readonly ranks: Uint32Array
  readonly isTooMany: boolean
  readonly withFindings: number
  readonly without: number
}> {
  if (ranks.length > MOST_CHECKED) return { ranks, isTooMany: true, withFindings: 0, without: 0 }
  const rowidOf = (rank: number) => index.articles.rowids[rank] as number
  const counted = await site.findings.count(index, [...ranks].map(rowidOf))
  const has = (rank: number) => {
    const { errors, warnings, notes } = counted.get(rowidOf(rank)) ?? { errors: 0, warnings: 0, notes: 0 }
    return errors + warnings + notes > 0
  }
  const [yes, no] = [ranks.filter(has), ranks.filter(rank => !has(rank))]
  return {
    ranks: findings === undefined ? ranks : findings === 'with' ? yes : no,
    isTooMany: false,
    withFindings: yes.length,
    without: no.length,
  }
}

function renderSearch({
  text,
  publisher = [],
  language = [],
  since,
  until,
  findings,
  attitudes,
  order,
  descending,
}: ArticlesRequest): Html {
  const hidden = (name: string, values: readonly string[]) =>
    values.map(value => html`<input type="hidden" name="${name}" value="${value}">`)
  return html`<form class="search" action="/articles" role="search" aria-label="Articles">
    <div class="field wide"><label for="q">Words of title, byline, publisher</label>
      <input id="q" type="search" name="q" value="${text ?? ''}"></div>
    <div class="field"><label for="since">From</label>
      <input id="since" type="date" name="since" value="${since ?? ''}"></div>
    <div class="field"><label for="until">To</label>
      <input id="until" type="date" name="until" value="${until ?? ''}"></div>
    ${hidden('publisher', publisher)}${hidden('language', language)}${hidden('findings', findings === undefined ? [] : [findings])}
    ${hidden('attitudes', attitudes ? ['1'] : [])}
    ${order === 'published' && descending ? '' : html`${hidden('order', [order])}${hidden('descending', descending ? ['1'] : [])}`}
    <button type="submit">Search</button>
  </form>`
}

function renderAttitudes(index: ClaimIndex, { attitudes }: ArticlesRequest, parameters: Parameters): Html {
  if (index.claims.length === 0) return html``
  const words = ATTITUDES.join(', ')
  return html`<p class="meta switch">${attitudes ? `Claims count with ${words}.` : `Claims count without ${words}.`}
    <a href="${address('/articles', { ...parameters, attitudes: attitudes ? [] : '1' })}">${attitudes ? 'Leave them out' : 'Count them too'}</a></p>`
}

/** An article with how many claims it has, and how many of them by whom. */
interface ListedArticle {
  readonly article: ArticleHeading
  readonly claims: number
  readonly unnamed: number
  readonly anonymous: number
}

function listArticle(
  article: ArticleHeading,
  rank: number,
  { claims, unnamed, anonymous }: ArticleCounts,
): ListedArticle {
  return { article, claims: claims[rank] ?? 0, unnamed: unnamed[rank] ?? 0, anonymous: anonymous[rank] ?? 0 }
}

function renderTable(
  rows: readonly ListedArticle[],
  findings: Findings,
  request: ArticlesRequest,
  parameters: Parameters,
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Articles"><table class="ledger list-of-articles" role="table">
    <thead role="rowgroup"><tr role="row">${COLUMNS.map(column => renderHeading(column, request, parameters))}</tr></thead>
    <tbody role="rowgroup">${rows.map(row => renderRow(row, findings, request))}</tbody></table></div>`
}

function renderRow(
  { article, claims, unnamed, anonymous }: ListedArticle,
  findings: Findings,
  { text }: ArticlesRequest,
): Html {
  const found = text === undefined ? undefined : { search: text }
  const { byline, publisher } = article
  return html`<tr role="row">
    <th scope="row" role="rowheader"><a href="${articleAddress(article.id)}">${markFound(title(article), found)}</a>${
      byline === null ? '' : html`<span class="meta">${markFound(byline, found)}</span>`
    }</th>
    <td role="cell"${publisher === null ? html` class="untold"` : ''}>${publisher === null ? '–' : markFound(publisher, found)}</td>
    <td role="cell"${article.published_utc === null ? html` class="untold"` : ''}>${day(article.published_utc) ?? '–'}</td>
    <td role="cell" class="number" data-label="claims">${number(claims)}</td>
    ${renderShare(unnamed, claims, 'unnamed')}${renderShare(anonymous, claims, 'anonymous')}
    <td role="cell" class="findings">${renderFindings(findings.get(article.rowid))}</td>
  </tr>`
}

function renderShare(part: number, all: number, naming: 'unnamed' | 'anonymous'): Html {
  if (part === 0) return html`<td role="cell" class="number nothing" data-label="${naming}">0%</td>`
  return html`<td role="cell" class="number share-${naming}" data-label="${naming}" title="${number(part)} of ${count(all, 'claim')}">${percent(part / all)}</td>`
}

/** The gravest first; a mark of its own says where there is none. */
function renderFindings(
  counts: { readonly errors: number; readonly warnings: number; readonly notes: number } | undefined,
): Html {
  if (counts === undefined) return html`<span class="none">not checked</span>`
  const { errors, warnings, notes } = counts
  if (errors + warnings + notes === 0) return html`<span class="label good">none</span>`
  return html`${errors === 0 ? '' : html`<span class="label bad">${count(errors, 'error')}</span> `}${
    warnings === 0 ? '' : html`<span class="label naming-unnamed">${count(warnings, 'warning')}</span> `
  }${notes === 0 ? '' : html`<span class="label">${count(notes, 'note')}</span>`}`
}

function renderHeading(
  { heading, order: own, descends = false, isNumber = false }: (typeof COLUMNS)[number],
  { order, descending }: ArticlesRequest,
  parameters: Parameters,
): Html {
  const classes = isNumber ? html` class="number"` : ''
  if (own === null) return html`<th scope="col" role="columnheader"${classes}>${heading}</th>`
  const isCurrent = own === order
  const next = isCurrent ? !descending : descends
  const sort = isCurrent ? (descending ? 'descending' : 'ascending') : 'none'
  return html`<th scope="col" role="columnheader"${classes} aria-sort="${sort}"><a href="${address('/articles', { ...parameters, ...sortedBy(own, next) })}">${heading}${
    isCurrent ? html` <span aria-hidden="true">${descending ? '↓' : '↑'}</span>` : ''
  }</a></th>`
}
