import { ACTS, NAMINGS, QUOTATION_TYPES, SPAN_ROLES } from '../../../domain/labels.ts'
import { address, claimAddress } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import type { DeskClaim } from '../cards/read-desk.ts'
import { LONGEST_TEXT } from './read-form.ts'

/** What the forms for one claim take from what stands around it. */
export interface EditFormOptions {
  /** The other claims of the article, which it can be joined with. */
  readonly others: readonly DeskClaim[]
  /** Names that the article has, to choose from. */
  readonly names: readonly string[]
  /** Where the forms lead back to. */
  readonly back: string
  readonly editor: string | null
  /** Whether the form is a page's own matter rather than a card's. */
  readonly isHeaded: boolean
}

/** All that can be said of a claim. Fields hold what stands; whoever leaves one as it is says nothing of it. */
export function renderEditForm(claim: DeskClaim, options: EditFormOptions): Html {
  const { row, id, seen } = claim
  const action = (name: string) => `${claimAddress(id)}/${name}`
  const hidden = html`<input type="hidden" name="seen" value="${seen}"><input type="hidden" name="back" value="${options.back}">`
  const heading = options.isHeaded ? html`<h2 id="correct">Correct it</h2>` : html`<h3 id="correct">Correct it</h3>`
  return html`<div class="edit">
    <form class="correct" method="post" action="${action('correct')}" aria-labelledby="correct">
      ${heading}${hidden}
      <div class="field"><label for="source">Who really says it</label>
        <input id="source" name="source" list="names" maxlength="${LONGEST_TEXT}" value="" placeholder="${row.name ?? claim.who.shown ?? ''}" autocomplete="off">
        <datalist id="names">${options.names.map(name => html`<option value="${name}"></option>`)}</datalist></div>
      ${select('naming', 'Naming', NAMINGS, row.naming)}
      <div class="field"><label for="role">Role</label><input id="role" name="role" maxlength="${LONGEST_TEXT}" value="${row.role ?? ''}" autocomplete="off"></div>
      <div class="field"><label for="affiliation">Affiliation</label><input id="affiliation" name="affiliation" maxlength="${LONGEST_TEXT}" value="${row.affiliation ?? ''}" autocomplete="off"></div>
      ${select('act', 'Act', ACTS, row.act)}
      ${select('quotation', 'Quotation', QUOTATION_TYPES, row.quotation)}
      ${select('negated', 'Negated', ['no', 'yes'], row.negated === 1 ? 'yes' : 'no')}
      ${renderWhy('note', 'by', options.editor)}
      <p class="buttons"><button name="verdict" value="save" type="submit">Save</button>
        <button name="verdict" value="accept">Accept</button>
        <a class="button danger" href="${address(action('reject'), { back: options.back, seen })}" data-does="reject">Reject…</a>
        ${row.corrected_at === null ? '' : html`<button formaction="${action('undo')}">Undo last</button><button name="verdict" value="withdraw">Withdraw earlier corrections</button>`}</p>
      <p class="meta">Corrections are only ever added; what the machine found is kept beside them.</p>
    </form>
    ${renderMarkForm(claim, action('mark'), hidden, options.editor)}
    ${renderSplitForm(claim, action('split'), hidden, options.editor)}
    ${renderJoinForm(options.others, action('join'), hidden, options.editor)}
  </div>`
}

function select(name: string, label: string, values: readonly string[], stands: string): Html {
  return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${values.map(
    value => html`<option value="${value}"${value === stands ? html` selected` : ''}>${value}</option>`,
  )}</select></div>`
}

/** Why, and who says so. */
export function renderWhy(noteId: string, byId: string, editor: string | null): Html {
  return html`<div class="field wide"><label for="${noteId}">Why</label><input id="${noteId}" name="note" maxlength="${LONGEST_TEXT}" autocomplete="off"></div>
      <div class="field"><label for="${byId}">Your name</label><input id="${byId}" name="by" maxlength="${LONGEST_TEXT}" value="${editor ?? ''}" autocomplete="name"></div>`
}

/** Two fields for where words begin and end; what they are is shown by who has scripts. */
export function renderPlaces(prefix: string, ids: string, what: string): Html {
  return html`<div class="field place"><label for="${ids}-start">${what} from</label><input id="${ids}-start" name="${prefix}start" type="number" min="0" inputmode="numeric"></div>
      <div class="field place"><label for="${ids}-end">to</label><input id="${ids}-end" name="${prefix}end" type="number" min="1" inputmode="numeric" aria-label="${what} to"></div>`
}

function renderMarkForm(claim: DeskClaim, action: string, hidden: Html, editor: string | null): Html {
  return html`<details class="more"><summary>Its words</summary><form class="correct" method="post" action="${action}" aria-label="Mark other words">${hidden}
      <dl class="spans">${claim.spans.map(
        ({ role, start, end, text }) =>
          html`<div><dt><span class="role ${role}">${role}</span></dt><dd><span class="words">${text}</span> <span class="offsets">${start}–${end}</span></dd></div>`,
      )}</dl>
      <div class="field"><label for="mark-role">Words for</label><select id="mark-role" name="role">${SPAN_ROLES.map(
        role => html`<option value="${role}"${role === 'content' ? html` selected` : ''}>${role}</option>`,
      )}</select></div>
      <div class="field"><label for="mark-how">How</label><select id="mark-how" name="how"><option value="replace">instead of those marked</option><option value="add">beside those marked</option><option value="none">there are none</option></select></div>
      ${renderPlaces('', 'mark', 'Words')}
      ${renderWhy('mark-note', 'mark-by', editor)}
      <p class="buttons"><button type="submit">Mark</button></p>
      <p class="meta">Places count code points from the start of the article, the end behind the last character; or select words in the text.</p></form></details>`
}

function renderSplitForm(claim: DeskClaim, action: string, hidden: Html, editor: string | null): Html | string {
  if (!claim.spans.some(({ role }) => role === 'content')) return ''
  return html`<details class="more"><summary>Split</summary><form class="correct" method="post" action="${action}" aria-label="Split the claim">${hidden}
      <div class="field place"><label for="split-at">Second claim begins at</label><input id="split-at" name="at" type="number" min="1" inputmode="numeric" required></div>
      ${renderWhy('split-note', 'split-by', editor)}
      <p class="buttons"><button type="submit">Split</button></p></form></details>`
}

function renderJoinForm(
  others: readonly DeskClaim[],
  action: string,
  hidden: Html,
  editor: string | null,
): Html | string {
  if (others.length === 0) return ''
  return html`<details class="more"><summary>Join</summary><form class="correct" method="post" action="${action}" aria-label="Join with another claim">${hidden}
      <div class="field wide"><label for="other">Another part of it is claim</label><select id="other" name="other">${others.map(
        ({ id, number, who, row }) =>
          html`<option value="${id}">${number} ${who.shown ?? 'No source'} ${row.cue}: ${shorten(row.content ?? '')}</option>`,
      )}</select></div>
      <div class="field"><label for="join-source">Who says all of it, if they differ</label><input id="join-source" name="source" maxlength="${LONGEST_TEXT}"></div>
      ${renderWhy('join-note', 'join-by', editor)}
      <p class="buttons"><button type="submit">Join</button></p></form></details>`
}

const LONGEST_OPTION = 60

function shorten(words: string): string {
  const characters = [...words.replaceAll(/\s+/g, ' ')]
  return characters.length <= LONGEST_OPTION
    ? characters.join('')
    : `${characters.slice(0, LONGEST_OPTION - 1).join('')}…`
}
