import { address, claimAddress, sourceAddress } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { namingLabel, percent } from '../../page/words.ts'
import type { DeskClaim, Who } from './read-desk.ts'

/** What a card of the desk offers besides what it says. */
export interface DeskCardOptions {
  readonly isChosen: boolean
  readonly isEditable: boolean
  /** The same page with this claim's form open. */
  readonly editAddress: string
  /** Where to come back to from a page in between. */
  readonly back: string
  /** What stands below when the claim is chosen: its explanation, or the form for all of it. */
  readonly below: Html | string
}

/** The form that the buttons of all cards send; each button says itself where to. */
export const DESK_FORM = 'desk-form'

/** A claim beside the paragraph it stands in: who, by which words, what, and what can be done with it. */
export function renderDeskCard(claim: DeskClaim, options: DeskCardOptions): Html {
  const { row, id, number, who } = claim
  const classes = [
    'card',
    ...(options.isChosen ? ['is-chosen'] : []),
    ...(row.status === 'rejected' ? ['is-rejected'] : []),
  ]
  const contents = claim.spans
    .flatMap(({ role, start, end }) => (role === 'content' ? [`${start}-${end}`] : []))
    .join(' ')
  return html`<li class="${classes.join(' ')}" id="claim-${id}" value="${number}" tabindex="${options.isChosen ? 0 : -1}" data-claim="${id}" data-number="${number}" data-seen="${claim.seen}" data-from="${row.start}" data-contents="${contents}">
    <h2><span class="card-number">${number}</span> ${renderWho(who, row.entity_id ?? row.source_id)} <span class="role cue">${row.cue}</span>${
      row.addressee === null ? '' : html` <span class="addressee">${row.addressee}</span>`
    }</h2>
    ${row.content === null ? '' : html`<p class="what">${row.content}</p>`}
    <p class="meta">${namingLabel(row.naming)} ${renderLabels(claim)}</p>
    ${renderActions(claim, options)}
    ${options.below}
  </li>`
}

/** The name, and beside it the words that stand for it in the text. */
export function renderWho({ shown, words }: Who, sourceId: string | null): Html {
  if (shown === null) return html`<span class="role source none">No source</span>`
  const who =
    sourceId === null
      ? html`<span class="role source">${shown}</span>`
      : html`<a class="role source" href="${sourceAddress(sourceId)}">${shown}</a>`
  return words === null ? who : html`${who} <span class="as">as “${words}”</span>`
}

/** What is as usual goes without saying on a card; the claim's own page says it all. */
function renderLabels({ row, isUnanswered }: DeskClaim): Html {
  const labels = [
    ...(row.act === 'statement' ? [] : [row.act]),
    row.quotation === 'none' ? 'no content' : row.quotation,
    ...(row.negated === 1 ? ['negated'] : []),
    ...(row.hedged === 1 ? ['hedged'] : []),
    ...(isUnanswered ? ['no reply found'] : []),
  ]
  const isNamedAnew = row.machine_name !== row.name
  return html`${labels.map(label => html`<span class="label plain">${label}</span> `)}${row.origin === 'editor' ? '' : html`<span class="label plain"><span class="visually-hidden">confidence </span>${percent(row.confidence)}</span>`}${
    row.status === 'rejected' ? html` <span class="label bad">rejected</span>` : ''
  }${row.verdict === 'accepted' ? html` <span class="label good">accepted</span>` : ''}${row.origin === 'editor' ? html` <span class="label good">added</span>` : ''}${
    row.corrected_at !== null && row.verdict === null && row.origin === 'machine'
      ? html` <span class="label good">${isNamedAnew ? 'source corrected' : 'corrected'}</span>`
      : ''
  }`
}

function renderActions({ row, id, number, seen }: DeskClaim, options: DeskCardOptions): Html {
  const open = html`<a class="permalink" href="${claimAddress(id)}" title="Claim ${id}">Why<span class="visually-hidden"> claim ${number} is one</span></a>`
  if (!options.isEditable) return html`<p class="actions">${open}</p>`
  const of = html`<span class="visually-hidden"> claim ${number}</span>`
  const button = (path: string, words: string, value: Html | string = '') =>
    html`<button class="small" form="${DESK_FORM}" formaction="${address(`${claimAddress(id)}/${path}`, { seen })}"${value} data-does="${words.toLowerCase()}">${words}${of}</button>`
  const reject = address(`${claimAddress(id)}/reject`, { back: options.back, seen })
  return html`<p class="actions">${
    row.verdict === 'accepted' ? '' : button('correct', 'Accept', html` name="verdict" value="accept"`)
  }${
    row.status === 'rejected' ? '' : html`<a class="button small" href="${reject}" data-does="reject">Reject…${of}</a>`
  }<a class="button small" href="${options.editAddress}" data-does="edit">Edit${of}</a>${
    row.corrected_at === null ? '' : button('undo', 'Undo')
  }${open}</p>`
}
