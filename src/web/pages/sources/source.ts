import { HearsayError } from '../../../domain/errors.ts'
import { labelOfSourceField, SHOWN_SOURCE_FIELDS, SOURCE_FIELDS } from '../../../domain/source-fields.ts'
import { findArticlesByRowid } from '../../../store/queries/articles/articles-by-rowid.ts'
import { findClaimsByRowid } from '../../../store/queries/claims/claims-by-rowid.ts'
import {
  type Description,
  findDescriptions,
  findRowidsRestingOn,
  findSource,
} from '../../../store/queries/sources/source-profile.ts'
import type { SourceView } from '../../../store/schema.ts'
import type { ClaimIndex } from '../../claim-index/claim-index.ts'
import { NONE } from '../../claim-index/loading/load-sources.ts'
import { type Profile, profileEntity } from '../../claim-index/profile.ts'
import { address, articleAddress, sourceAddress } from '../../page/address.ts'
import { renderChart, toBars } from '../../page/chart.ts'
import { renderClaimLine } from '../../page/claim/claim-line.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { count, day, namingLabel, number, title } from '../../page/words.ts'
import type { Site } from '../../site.ts'

const CLAIMS_SHOWN = 10
const ARTICLES_SHOWN = 20
const WORDINGS_SHOWN = 40

/** One source: an entity in all its articles, or, without a name, the source of one article. */
export async function showSource(site: Site, id: string): Promise<Html> {
  const index = await site.index.get()
  const entity = index.entityOf(id)
  if (entity !== NONE) return await showEntity(site, index, entity)
  const source = await findSource(site.database, id)
  if (source === null) throw new HearsayError(`No source is known as "${id}"; /sources lists them.`, 'source-not-found')
  return await showUnnamed(site, source)
}

async function showEntity(site: Site, index: ClaimIndex, entity: number): Promise<Html> {
  const { id, name, rowid } = index.sources.entities[entity] as (typeof index.sources.entities)[number]
  const profile = profileEntity(index, entity, CLAIMS_SHOWN)
  const articles = await findArticlesByRowid(site.database, [...profile.articles.keys()].slice(0, ARTICLES_SHOWN))
  const claims = await findClaimsByRowid(site.database, profile.latest)
  const { roles, affiliations } = await findDescriptions(site.database, rowid)
  // All that is known of somebody, held or said, as it is counted here.
  const all = address('/claims', { source: id, attitudes: '1' })
  return renderPage(site, {
    title: name,
    place: '/sources',
    body: html`<p class="kicker">Source</p><h1>${name}</h1>
      <p class="meta">${count(profile.claims, 'claim')} in ${count(profile.articles.size, 'article')}${profile.undated > 0 ? `; ${number(profile.undated)} without a date` : ''}</p>
      <section aria-labelledby="over-time"><h2 id="over-time">Claims over time</h2>${renderChart(toBars(profile.months), { source: id, attitudes: '1' })}</section>
      <div class="columns">
        <section aria-labelledby="named"><h2 id="named">Named as</h2>${renderWordings(profile, id)}</section>
        ${renderDescriptions('Described as', roles)}${renderDescriptions('With', affiliations)}
        <section aria-labelledby="articles"><h2 id="articles">Articles</h2>
          <ul class="articles">${articles.map(
            article =>
              html`<li><a href="${articleAddress(article.id)}">${title(article)}</a> <span class="meta">${article.publisher === null ? '' : html`${article.publisher} · `}${
                article.published_utc === null ? '' : html`${day(article.published_utc)} · `
              }${count(profile.articles.get(article.rowid) ?? 0, 'claim')}</span></li>`,
          )}</ul>
          ${profile.articles.size > articles.length ? html`<p class="facet-more">and ${count(profile.articles.size - articles.length, 'older article')}: <a href="${all}">all claims</a></p>` : ''}
        </section>
      </div>
      <section aria-labelledby="latest"><h2 id="latest">Latest claims</h2>
        <ol class="claims">${claims.map(claim => renderClaimLine(claim, undefined))}</ol>
        ${profile.claims > claims.length ? html`<p><a class="button" href="${all}">All ${count(profile.claims, 'claim')}</a></p>` : ''}
      </section>`,
  })
}

function renderWordings({ wordings, byPronoun }: Profile, source: string): Html {
  const shown = wordings.slice(0, WORDINGS_SHOWN)
  return html`<ul class="tally">${shown.map(
    ({ words, claims }) =>
      html`<li><a href="${address('/claims', { source, by: words, attitudes: '1' })}">${words}</a> <span class="number">${number(claims)}</span></li>`,
  )}${byPronoun === 0 ? '' : html`<li><span class="none">a pronoun</span> <span class="number">${number(byPronoun)}</span></li>`}</ul>${
    wordings.length > shown.length
      ? html`<p class="facet-more">and ${count(wordings.length - shown.length, 'rarer wording')}</p>`
      : ''
  }`
}

function renderDescriptions(heading: string, descriptions: readonly Description[]): Html {
  if (descriptions.length === 0) return html``
  return html`<section><h2>${heading}</h2><ul class="tally">${descriptions.map(
    ({ text, sources }) => html`<li>${text} <span class="number">${number(sources)}</span></li>`,
  )}</ul></section>`
}

async function showUnnamed(site: Site, source: SourceView): Promise<Html> {
  const claims = await findClaimsByRowid(site.database, await findRowidsRestingOn(site.database, source.id))
  const described = SHOWN_SOURCE_FIELDS.filter(name => name !== 'name').flatMap(name => {
    const value = source[SOURCE_FIELDS[name].column]
    return value === null ? [] : [[labelOfSourceField(name), String(value)] as const]
  })
  const facts = [['kind', source.kind] as const, ...described]
  return renderPage(site, {
    title: source.source,
    place: source.naming === 'named' ? '/sources' : '/anonymous',
    body: html`<p class="kicker">Source of one article</p><h1>${source.source}</h1>
      <p class="meta">${namingLabel(source.naming)} ${count(claims.length, 'claim')} in <a href="${articleAddress(source.article_id)}">${title(source)}</a>${
        source.publisher === null ? '' : html` · ${source.publisher}`
      }${source.published_utc === null ? '' : html` · ${day(source.published_utc)}`}</p>
      <dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}${
        source.antecedent_id === null
          ? ''
          : html`<div><dt>same as</dt><dd><a href="${sourceAddress(source.antecedent_id)}">an earlier source of the article</a></dd></div>`
      }</dl>
      <section aria-labelledby="claims"><h2 id="claims">Claims</h2>
        <ol class="claims">${claims.map(claim => renderClaimLine(claim, undefined))}</ol></section>`,
  })
}
