import { HearsayError } from '../../../domain/errors.ts'
import { findSourcesByRowid, type LedgerSource } from '../../../store/queries/sources/sources-by-rowid.ts'
import { LEDGER_ORDERS, type LedgerEntry, type LedgerOrder, selectLedger } from '../../claim-index/ledger.ts'
import { address, articleAddress, type Parameters, sourceAddress } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import { readOffset, renderOffsetPager } from '../../page/offset.ts'
import { count, day, namingLabel, number, title } from '../../page/words.ts'
import { readFlag, readOnly } from '../../parameters.ts'
import type { Site } from '../../site.ts'

const PAGE_SIZE = 50

/** All that the address of the ledger may hold. */
export const LEDGER_PARAMETERS = ['order', 'descending', 'naming', 'lone', 'unexplained', 'from'] as const

/** Columns in order, with which end comes first when they are first asked for. The roles keep it a table where it is narrow. */
const COLUMNS: readonly {
  readonly heading: string
  readonly order: LedgerOrder
  readonly descends?: boolean
  readonly isNumber?: boolean
}[] = [
  { heading: 'Source', order: 'source' },
  { heading: 'Naming', order: 'naming' },
  { heading: 'Claims', order: 'claims', descends: true, isNumber: true },
  { heading: 'Borne out', order: 'corroborated', descends: true, isNumber: true },
  { heading: 'People', order: 'number', descends: true, isNumber: true },
  { heading: 'Reason given', order: 'reason', descends: true },
  { heading: 'Article', order: 'published', descends: true },
]

/** The ledger of sources whose identity is withheld, in any order, with how many claims rest on each. */
export async function showAnonymous(site: Site, search: URLSearchParams): Promise<Html> {
  const { order, descending } = readOrder(search)
  const offset = readOffset(search)
  const naming = readOnly(search, 'naming') ?? null
  const lone = readFlag(search, 'lone')
  const unexplained = readFlag(search, 'unexplained')
  if (naming !== null && naming !== 'anonymous' && naming !== 'unnamed')
    throw new HearsayError(
      `"${naming}" is no kind of source without a name; choose from anonymous, unnamed.`,
      'value-unknown',
    )
  const { sources, ledger } = await site.index.get()
  const { total, entries } = selectLedger(sources, ledger, {
    order,
    descending,
    ...(naming === null ? {} : { naming: [naming] }),
    lone,
    unexplained,
    offset,
    size: PAGE_SIZE,
  })
  const rows = await findSourcesByRowid(
    site.database,
    entries.map(({ rowid }) => rowid),
  )
  const countsOf = new Map(entries.map(entry => [entry.rowid, entry]))
  const filter = {
    ...(naming === null ? {} : { naming }),
    ...(lone ? { lone: '1' } : {}),
    ...(unexplained ? { unexplained: '1' } : {}),
  }
  const sorted = { order, ...(descending ? { descending: '1' } : {}) }
  return renderPage(site, {
    title: 'Anonymous sources',
    place: '/anonymous',
    body: html`<h1>${count(total, 'source')} without a name</h1>
      <p class="lead">One row for each source and article. <strong>Anonymous</strong>: the text says that identity is withheld. <strong>Unnamed</strong>: a role or a group without a name. <em>Borne out</em> counts claims that a named source of the same article makes too.</p>
      ${renderFilters(filter, sorted)}
      ${rows.length === 0 ? html`<p class="empty">No source fits these filters. Take one away.</p>` : renderTable(rows, countsOf, filter, order, descending)}
      ${renderOffsetPager({ path: '/anonymous', parameters: { ...filter, ...sorted }, offset, size: PAGE_SIZE, shown: rows.length, total }, 'the ledger')}`,
  })
}

function readOrder(search: URLSearchParams): { readonly order: LedgerOrder; readonly descending: boolean } {
  const asked = readOnly(search, 'order')
  const descending = readFlag(search, 'descending')
  if (asked === undefined) return { order: 'claims', descending: true }
  const order = LEDGER_ORDERS.find(known => known === asked)
  if (order === undefined)
    throw new HearsayError(
      `These sources cannot be sorted by "${asked}"; choose from ${LEDGER_ORDERS.join(', ')}.`,
      'value-unknown',
    )
  return { order, descending }
}

function renderFilters(filter: Parameters, sorted: Parameters): Html {
  const link = (name: string, value: string, words: string) => {
    const isOn = filter[name] === value
    const parameters = { ...filter, ...sorted, [name]: isOn ? [] : value }
    return html`<li><a href="${address('/anonymous', parameters)}"${isOn ? html` class="is-chosen" aria-current="true"` : ''}>${words}</a></li>`
  }
  return html`<ul class="filters" aria-label="Narrow the list">
    ${link('naming', 'anonymous', 'Anonymous only')}${link('naming', 'unnamed', 'Unnamed only')}
    ${link('lone', '1', 'Not borne out')}${link('unexplained', '1', 'No reason given')}</ul>`
}

function renderTable(
  rows: readonly LedgerSource[],
  countsOf: ReadonlyMap<number, LedgerEntry>,
  filter: Parameters,
  order: LedgerOrder,
  descending: boolean,
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Sources without a name"><table class="ledger" role="table">
    <thead role="rowgroup"><tr role="row">${COLUMNS.map(column => renderHeading(column, filter, order, descending))}</tr></thead>
    <tbody role="rowgroup">${rows.map(row => {
      const { claims = 0, corroborated = 0 } = countsOf.get(row.rowid) ?? {}
      return html`<tr role="row">
        <th scope="row" role="rowheader"><a href="${sourceAddress(row.id)}">${row.text}</a>${renderDetails(row)}</th>
        <td role="cell" class="naming">${namingLabel(row.naming)}</td>
        <td role="cell" class="number" data-label="claims">${number(claims)}</td>
        <td role="cell" class="number" data-label="borne out">${number(corroborated)}</td>
        <td role="cell" class="number" data-label="people">${row.number ?? ''}</td>
        <td role="cell" class="reason" data-label="reason">${row.reason === null ? html`<span class="none">none</span>` : row.reason}</td>
        <td role="cell" class="in-article"><a href="${articleAddress(row.article_id)}">${title(row)}</a>${
          row.publisher === null && row.published_utc === null
            ? ''
            : html`<span class="meta">${row.publisher === null ? '' : row.publisher}${
                row.publisher === null || row.published_utc === null ? '' : ' · '
              }${day(row.published_utc)}</span>`
        }</td>
      </tr>`
    })}</tbody></table></div>`
}

function renderDetails({ role, affiliation, knowledge }: LedgerSource): Html {
  const details = [role, affiliation, knowledge].filter(detail => detail !== null)
  return details.length === 0
    ? html``
    : html`<span class="meta">${details.map((detail, index) => html`${index === 0 ? '' : ' · '}${detail}`)}</span>`
}

function renderHeading(
  { heading, order: own, descends = false, isNumber = false }: (typeof COLUMNS)[number],
  filter: Parameters,
  order: LedgerOrder,
  descending: boolean,
): Html {
  const classes = isNumber ? html` class="number"` : ''
  const isCurrent = own === order
  const next = isCurrent ? !descending : descends
  const sort = isCurrent ? (descending ? 'descending' : 'ascending') : 'none'
  return html`<th scope="col" role="columnheader"${classes} aria-sort="${sort}"><a href="${address('/anonymous', { ...filter, order: own, ...(next ? { descending: '1' } : {}) })}">${heading}${
    isCurrent ? html` <span aria-hidden="true">${descending ? '↓' : '↑'}</span>` : ''
  }</a></th>`
}
