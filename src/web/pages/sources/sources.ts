import { countEntities } from '../../claim-index/profile.ts'
import { sourceAddress } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { readOffset, renderOffsetPager } from '../../page/offset.ts'
import { count, number } from '../../page/words.ts'
import { readOnly } from '../../parameters.ts'
import type { Site } from '../../site.ts'

const PAGE_SIZE = 50

/** Named sources, those who are cited most first. */
export async function showSources(site: Site, search: URLSearchParams): Promise<Html> {
  const words = readOnly(search, 'q')
  const offset = readOffset(search)
  const entities = countEntities(await site.index.get(), words)
  const shown = entities.slice(offset, offset + PAGE_SIZE)
  return renderPage(site, {
    title: 'Sources',
    place: '/sources',
    body: html`<h1>${count(entities.length, 'named source')}${words === undefined ? '' : html` with <q>${words}</q>`}</h1>
      <p class="lead">Everybody who is cited by name, across all articles. Those without a name stand in the list of <a href="/anonymous">anonymous sources</a>: nothing says that the officials of two articles are the same.</p>
      <form class="search" action="/sources" role="search" aria-label="Sources">
        <div class="field wide"><label for="q">Words of the name</label><input id="q" type="search" name="q" value="${words ?? ''}"></div>
        <button type="submit">Search</button>
      </form>
      ${
        shown.length === 0
          ? html`<p class="empty">Nobody of that name is cited. Search for fewer words.</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label="Sources"><table>
        <thead><tr><th scope="col">Source</th><th scope="col" class="number">Claims</th><th scope="col" class="number">Articles</th></tr></thead>
        <tbody>${shown.map(
          ({ id, name, claims, articles }) =>
            html`<tr><th scope="row"><a href="${sourceAddress(id)}">${name}</a></th><td class="number">${number(claims)}</td><td class="number">${number(articles)}</td></tr>`,
        )}</tbody></table></div>`
      }
      ${renderOffsetPager(
        {
          path: '/sources',
          parameters: words === undefined ? {} : { q: words },
          offset,
          size: PAGE_SIZE,
          shown: shown.length,
          total: entities.length,
        },
        'sources',
      )}`,
  })
}
