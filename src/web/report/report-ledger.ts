import type { AnonymousView } from '../../store/schema.ts'
import { type Html, html } from '../page/html.ts'
import { count, day, namingLabel, number, title } from '../page/words.ts'

/** The sources without a name that claims of a report rest on. */
export function renderReportLedger(ledger: readonly AnonymousView[]): Html {
  return html`<section class="article-report" id="ledger">
  <h2>${ledger.length === 0 ? 'No sources without a name' : `${count(ledger.length, 'source')} without a name`}</h2>
  <p class="lead"><strong>Anonymous</strong>: the text says that identity is withheld. <strong>Unnamed</strong>: a role or a group without a name.
    <em>Claims</em> are all of the article that rest on the source; <em>borne out</em> are those that a named source of the same article makes too.</p>
  ${ledger.length === 0 ? '' : renderTable(ledger)}
</section>`
}

function renderTable(ledger: readonly AnonymousView[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Ledger"><table class="ledger" role="table">
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Source</th><th scope="col" role="columnheader">Naming</th><th scope="col" role="columnheader" class="number">Claims</th><th scope="col" role="columnheader" class="number">Borne out</th><th scope="col" role="columnheader" class="number">People</th><th scope="col" role="columnheader">Reason given</th><th scope="col" role="columnheader">Article</th></tr></thead>
    <tbody role="rowgroup">${ledger.map(
      row => html`<tr role="row" id="source-${row.source_id}">
        <th scope="row" role="rowheader">${row.source}${renderDetails(row)}</th>
        <td role="cell" class="naming">${namingLabel(row.naming)}</td>
        <td role="cell" class="number" data-label="claims">${number(row.claims)}</td>
        <td role="cell" class="number" data-label="borne out">${number(row.corroborated)}</td>
        <td role="cell" class="number" data-label="people">${row.number ?? ''}</td>
        <td role="cell" class="reason" data-label="reason">${row.reason === null ? html`<span class="none">none</span>` : row.reason}</td>
        <td role="cell" class="in-article"><a href="#article-${row.article_id}">${title(row)}</a>${row.published_utc === null ? '' : html`<span class="meta">${day(row.published_utc)}</span>`}</td>
      </tr>`,
    )}</tbody></table></div>`
}

function renderDetails({ role, rank, affiliation, knowledge }: AnonymousView): Html {
  const details = [role, rank, affiliation, knowledge].filter(detail => detail !== null)
  return details.length === 0
    ? html``
    : html`<span class="meta">${details.map((detail, index) => html`${index === 0 ? '' : ' · '}${detail}`)}</span>`
}
