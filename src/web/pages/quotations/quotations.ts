import {
  countQuotationFamilies,
  FAMILY_ORDERS,
  type FamilyOrder,
  findQuotationFamilies,
} from '../../../store/queries/across/quotation-families.ts'
import type { QuotationFamilyView } from '../../../store/schema.ts'
import { readOneOf } from '../../audit/read-one-of.ts'
import { familyAddress } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { readOffset, renderOffsetPager } from '../../page/offset.ts'
import { count, day, number } from '../../page/words.ts'
import { readOnly } from '../../parameters.ts'
import type { Site } from '../../site.ts'

const PAGE_SIZE = 50
const CONTENT_SHOWN = 160
const DIFFER = ['', 'speakers', 'meaning'] as const

/** All that the address of the list of quotation families may hold. */
export const QUOTATIONS_PARAMETERS = ['q', 'order', 'differ', 'from'] as const

const ORDER_NAMES: Record<FamilyOrder, string> = {
  spread: 'most articles first',
  claims: 'most claims first',
  latest: 'seen last first',
}

/** The same words in several articles, those that went farthest first. */
export async function showQuotations(site: Site, search: URLSearchParams): Promise<Html> {
  const words = readOnly(search, 'q')
  const order = readOneOf(search, 'order', FAMILY_ORDERS)
  const differ = readOneOf(search, 'differ', DIFFER) || undefined
  const offset = readOffset(search)
  const filter = { words: words?.toLowerCase(), differs: differ }
  const total = await countQuotationFamilies(site.database, filter)
  const families = await findQuotationFamilies(site.database, filter, { order, offset, limit: PAGE_SIZE })
  const parameters = { q: words, order: order === 'spread' ? undefined : order, differ }
  return renderPage(site, {
    title: 'Quotations',
    place: '/quotations',
    body: html`<h1>${count(total, 'quotation')} in several articles${words === undefined ? '' : html` with <q>${words}</q>`}</h1>
      <p class="lead">Claims of different articles whose words are the same or nearly so: cut, joined, corrected, or altered. Words that everybody uses (<q>we are looking into it</q>) join nobody’s claims to a stranger’s.</p>
      ${renderSearch(words, order, differ)}
      ${families.length === 0 ? html`<p class="empty">${words === undefined && differ === undefined ? 'No words stand in two articles yet. They are looked for whenever articles are read.' : 'No quotation fits. Take away a filter, or search for fewer words.'}</p>` : html`<ol class="families">${families.map(renderFamily)}</ol>`}
      ${renderOffsetPager({ path: '/quotations', parameters, offset, size: PAGE_SIZE, shown: families.length, total }, 'quotations')}`,
  })
}

function renderSearch(words: string | undefined, order: FamilyOrder, differ: string | undefined): Html {
  const option = (value: string, name: string, chosen: boolean) =>
    html`<option value="${value}"${chosen ? html` selected` : ''}>${name}</option>`
  return html`<form class="search" action="/quotations" role="search" aria-label="Quotations">
    <div class="field wide"><label for="q">Words of the quotation</label><input id="q" type="search" name="q" value="${words ?? ''}"></div>
    <div class="field"><label for="differ">Only where</label><select id="differ" name="differ">${[
      option('', 'anything', differ === undefined),
      option('speakers', 'speakers differ', differ === 'speakers'),
      option('meaning', 'the meaning differs', differ === 'meaning'),
    ]}</select></div>
    <div class="field"><label for="order">Order</label><select id="order" name="order">${FAMILY_ORDERS.map(one => option(one, ORDER_NAMES[one], one === order))}</select></div>
    <button type="submit">Search</button>
  </form>`
}

function renderFamily(family: QuotationFamilyView): Html {
  const { family_id: id, content, first_name: name, first_publisher: publisher, first_seen: seen } = family
  return html`<li class="family"><p class="what"><a href="${familyAddress(id)}">${openingOf(content)}</a></p>
    <p class="meta">${count(family.articles, 'article')}${family.publishers < 2 ? '' : html` of ${count(family.publishers, 'outlet')}`}, ${
      family.variants === 1 ? 'in one wording' : html`in ${number(family.variants)} wordings`
    } · first ${seen === null ? 'without a date' : day(seen)}${publisher === null ? '' : html`, ${publisher}`}${name === null ? '' : html`, by ${name}`}
    ${family.speakers_differ ? html`<span class="label bad">speakers differ</span>` : ''} ${family.meaning_differs ? html`<span class="label bad">meaning differs</span>` : ''}</p></li>`
}

function openingOf(content: string): string {
  const points = [...content]
  return points.length <= CONTENT_SHOWN
    ? content
    : `${points
        .slice(0, CONTENT_SHOWN - 1)
        .join('')
        .trimEnd()}…`
}
